import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "../../src/freemarker/parse.js";
import { LineMap } from "../../src/freemarker/positions.js";
import type { Element, Expression } from "../../src/freemarker/tree.js";
import { ancestors, childrenOf, walk } from "../../src/freemarker/walk.js";
import { anyTemplate } from "./template-model.js";

function kindsIn(source: string): readonly string[] {
  return walk(parse(source).template.body).map(({ node }) => node.kind);
}

describe("walk gives each node before what is in it, in the order of the source", () => {
  const cases: readonly (readonly [what: string, source: string, kinds: string])[] = [
    ["nothing", "", ""],
    ["content", "a${b}<#-- c --><#noparse>d</#noparse>", "text interpolation variable comment noparse"],
    ["operators", "${a + b.c}", "interpolation binary variable dot variable"],
    ["a call", "${f(a, 1)}", "interpolation call variable variable number"],
    ["a built-in", "${a?then('b', c)}", "interpolation built-in variable string variable"],
    ["a lambda", "${a?map(x -> x)?size}", "interpolation built-in built-in variable lambda variable"],
    ["a hash", "${{'a': b}?size}", "interpolation built-in hash string variable"],
    ["a default", "${a!b}${c!}", "interpolation default variable variable interpolation default variable"],
    ["a range", "${a[1..]}", "interpolation dynamic key variable range number"],
    ["a string", "${'a${b}c'}", "interpolation string interpolation variable"],
    ["an #if", "<#if a>b<#elseif c>d<#else>e</#if>", "if variable text variable text text"],
    ["a #list", "<#list a as b>c<#sep>d</#sep><#else>e</#list>", "list variable text sep text text"],
    ["#items", "<#list a>b<#items as c>d</#items></#list>", "list variable text items text"],
    ["assignments", "<#assign a = b c = 1 in d>", "assign variable number variable"],
    ["a captured assignment", "<#assign a in b>c</#assign>", "capture variable text"],
    ["a #switch", "<#switch a><#case b>c<#default>d</#switch>", "switch variable variable text text"],
    ["a macro", "<#macro a b=c>d<#nested e></#macro>", "macro variable text simple variable"],
    ["a call of a macro", "<@a b=c>d</@a>", "directive call variable variable text"],
    ["a call with arguments by place", "<@a b c/>", "directive call variable variable variable"],
    ["an #attempt", "<#attempt>a<#recover>${b}</#attempt>", "attempt text interpolation variable"],
    ["a block", "<#outputformat 'XML'>a</#outputformat>", "block string text"],
    ["a setting", "<#setting locale=a>", "setting variable"],
    ["a header", "<#ftl strip_text=true>a", "header boolean text"],
  ];
  test.each(cases)("%s", (_, source, kinds) => {
    expect(kindsIn(source).join(" ")).toBe(kinds);
  });

  test("whatever the template", () => {
    fc.assert(
      fc.property(anyTemplate, ({ source, kinds }) => {
        const { template, errors } = parse(source);
        expect(errors).toEqual([]);
        expect(walk(template.body).map(({ node }) => node.kind)).toEqual(kinds);
      }),
      { numRuns: 500 },
    );
  });
});

describe("the way to a node", () => {
  const source = "a<#if b>${c.d}</#if>";
  const visited = walk(parse(source).template.body);

  test("leads over everything around it, innermost first", () => {
    const innermost = visited.find(({ node }) => node.kind === "variable" && node.name === "c");
    expect(innermost).toBeDefined();
    const around = innermost === undefined ? [] : [...ancestors(innermost)];
    expect(around.map(({ node }) => node.kind)).toEqual(["dot", "interpolation", "if"]);
  });

  test("is empty for what stands in no other node", () => {
    const outermost = visited.filter(({ parent }) => parent === undefined);
    expect(outermost.map(({ node }) => node.kind)).toEqual(["text", "if"]);
    expect(outermost.flatMap((node) => [...ancestors(node)])).toEqual([]);
  });

  test("agrees with the nodes right inside, whatever the template", () => {
    fc.assert(
      fc.property(anyTemplate, (generated) => {
        const all = walk(parse(generated.source).template.body);
        for (const { node } of all) {
          const inside = all.filter(({ parent }) => parent?.node === node).map((child) => child.node);
          expect(inside).toEqual(childrenOf(node));
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("2,000 nodes inside each other do not overflow the stack", () => {
  const DEPTH = 2000;
  const span = new LineMap("").span(0, 0);

  test("as a sum", () => {
    const kinds = kindsIn(`\${a${" + a".repeat(DEPTH)}}`);
    expect(kinds.filter((kind) => kind === "binary")).toHaveLength(DEPTH);
    expect(kinds.filter((kind) => kind === "variable")).toHaveLength(DEPTH + 1);
  });

  test("as expressions", () => {
    let expression: Expression = { kind: "variable", name: "a", span };
    for (let depth = 0; depth < DEPTH; depth += 1)
      expression = { kind: "parenthesis", inner: expression, span };
    const found = walk([{ kind: "interpolation", expression, style: "dollar", format: undefined, span }]);
    expect(found).toHaveLength(DEPTH + 2);
    const deepest = found.at(-1);
    expect(deepest === undefined ? 0 : [...ancestors(deepest)].length).toBe(DEPTH + 1);
  });

  test("as content", () => {
    let body: readonly Element[] = [{ kind: "text", text: "a", span }];
    for (let depth = 0; depth < DEPTH; depth += 1) body = [{ kind: "sep", body, span }];
    expect(walk(body)).toHaveLength(DEPTH + 1);
  });
});
