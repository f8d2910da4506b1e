import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pathReferences } from "../../src/freemarker/references.js";
import { anyText } from "./lexer-model.js";

/** The paths without their places, joined as an author would write them. */
function paths(template: string): readonly string[] {
  return pathReferences(template).map(({ keys }) => keys.join("."));
}

describe("paths are found", () => {
  test.each([
    ["in an interpolation", "${a.b} and ${c}", ["a.b", "c"]],
    ["in an old numeric interpolation", "#{a.b}", ["a.b"]],
    ["in a tag", "<#if a.b></#if>", ["a.b"]],
    ["in a macro call", "<@mail to=a.b/>", ["to", "a.b"]],
    ["with keys in brackets", `\${a["b c"]['d'].e}`, ["a.b c.d.e"]],
    ["with white space around the dots", "${a . b [ 'c' ]}", ["a.b.c"]],
    ["with escaped signs in their names", "${a.b\\-c.d} ${x\\-y}", ["a.b-c.d", "x-y"]],
    ["up to a key that is known only at run time", "${a[b.c].d}", ["a", "b.c"]],
    ["up to an index", "${a.b[0].c}", ["a.b"]],
    ["up to a built-in", "${a.b?size} ${c?keep_after('x').d}", ["a.b", "c"]],
    ["before and after a fallback", "${a.b!c.d} ${(e.f)!'x'} ${g??}", ["a.b", "c.d", "e.f", "g"]],
    ["on both sides of a range", "${a..b} ${1..<c}", ["a", "b", "c"]],
    ["in the interpolation of a string", '${"x ${a.b} y #{c}"}', ["a.b", "c"]],
    ["in a string inside a tag", '<#assign x = "${a.b}">', ["x", "a.b"]],
    ["after a string that holds a bracket or an end mark", `\${a["}"]} \${")" + b}`, ["a", "b"]],
    ["after an escaped quote", '${"\\"" + a}', ["a"]],
    ["after > in parentheses", "<#if (a > b)>${c}</#if>", ["a", "b", "c"]],
    ["around a comment inside an expression", "${a <#-- ${b} --> + c}", ["a", "c"]],
    ["after a comment or noparse block", "<#-- a --><#noparse>b</#noparse>${c}", ["c"]],
    ["with letters of any language", "${naïef.größe}", ["naïef.größe"]],
  ])("%s", (_where, template, expected) => {
    expect(paths(template)).toEqual(expected);
  });

  test("in the body of a lambda, whose -> does not end the tag", () => {
    expect(paths("<#if xs?filter(x -> x.b)?size == 0>${c}</#if>")).toEqual(["xs", "x", "x.b", "c"]);
    expect(paths("<#list xs?map(x -> y) as z>${c}</#list>")).toEqual(expect.arrayContaining(["y", "c"]));
  });

  test("with the place where each starts", () => {
    const template = '<#if a.b>${ c } ${"${d}"}</#if>';
    const places = pathReferences(template).map(({ keys, offset }) => [keys[0], offset]);
    expect(places).toEqual(["a", "c", "d"].map((name) => [name, template.indexOf(name)]));
  });
});

describe("no paths are found", () => {
  test.each([
    ["in static text", "a.b $ { # < [ $a {b}"],
    ["in HTML", '<a href="#b">c</a>'],
    ["in a comment", "<#-- ${a} -->"],
    ["in a noparse block", "<#noparse>${a}</#noparse>"],
    ["in a noparse block in camel case", "<#noParse>${a}</#noParse>"],
    ["in a noparse block whose tags hold spaces", "<#noparse >${a}</#noparse >"],
    ["in a comment block of the old kind", "<#comment>${a}</#comment>"],
    ["in a string without interpolations", "${'a.b'}"],
    ["in a raw string", `\${r"\${a}" + r'\${b}'}`],
    ["behind an escaped interpolation in a string", '${"$\\{a}"}'],
    ["in square-bracket code, which TOPdesk does not read", "[#if a][=b]"],
  ])("%s", (_where, template) => {
    expect(paths(template)).toEqual([]);
  });
});

describe("a broken template", () => {
  test.each([
    ["an interpolation that never ends", "${a.b", ["a.b"]],
    ["a tag that never ends", "<#if a.b", ["a.b"]],
    ["a string that never ends", '${a + "x ${b}', ["a", "b"]],
    ["a bracket that is never closed", "${a(b} ${c}", ["a", "b"]],
    ["a bracket that was never opened", "${a)} static words ${b}", ["a", "b"]],
    ["an empty interpolation", "${} ${a}", ["a"]],
    ["a comment that never ends", "${a}<#-- ${b}", ["a"]],
    ["a dot at the end", "${a.}", ["a"]],
    ["a lone backslash at the end of a string", '${"\\', []],
  ])("with %s still gives what can be made out", (_what, template, expected) => {
    expect(paths(template)).toEqual(expect.arrayContaining(expected));
    expect(paths(template)).not.toContain("words");
  });

  test("never makes the scanner fail, and every path is where it says it is", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyText, fc.constantFrom("a", ".b", "${", "}", "<#if ", ">"))),
        (pieces) => {
          const template = pieces.join("");
          for (const { keys, offset } of pathReferences(template)) {
            const [name = ""] = keys;
            expect(template.slice(offset).replaceAll("\\", "").startsWith(name)).toBe(true);
          }
        },
      ),
    );
  });
});

describe("200 kB of one thing", () => {
  const LENGTH = 200_000;

  test.each([
    "x",
    "${",
    "${a",
    "${a.",
    "${a[",
    '${a["',
    "${a }",
    "${a   .   b}",
    '${"',
    "${'${\"",
    '"${',
    "(",
    "<#if ",
    "<#if a>",
    "<#--",
    "<#noparse>",
    "</#noparse ",
    "<#",
    "<",
    "$",
    "?a",
    "..",
    " ",
    "\\",
  ])("%j is read to the end, in static text and in code", (piece) => {
    const pieces = piece.repeat(LENGTH / piece.length);
    for (const template of [pieces, `\${${pieces}`, `\${"${pieces}`, `<#noparse>${pieces}`]) {
      expect(() => pathReferences(template)).not.toThrow();
    }
  });

  test("a hundred thousand paths are all found", () => {
    expect(pathReferences("${a}".repeat(100_000))).toHaveLength(100_000);
  });
});
