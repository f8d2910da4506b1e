import { describe, expect, test } from "vitest";
import { parse, type ParseOptions } from "../../src/freemarker/parse.js";
import { print } from "../../src/freemarker/print.js";
import { walk } from "../../src/freemarker/walk.js";
import { withMistakesMarked } from "./marked-template.js";
import { misplacedNodes } from "./tree-check.js";

/** The kinds of the elements that stand in a template, without what is in them; the parser must find no mistake. */
function elementsIn(source: string, options?: ParseOptions): string {
  const { template, errors } = parse(source, options);
  expect(errors.map(({ message }) => message)).toEqual([]);
  expect(print(template)).toBe(source);
  expect(misplacedNodes(template)).toEqual([]);
  return template.body.map(({ kind }) => kind).join(" ");
}

describe("which syntax a template has", () => {
  const cases: readonly (readonly [what: string, source: string, angle: string, detect: string])[] = [
    [
      "[#ftl] decides for square brackets, whatever was asked for",
      "[#ftl][#if a]b[/#if]",
      "square",
      "square",
    ],
    ["[#ftl] behind white space, too", " \n\t[#ftl]\n[#if a]b[/#if]", "square", "square"],
    ["[#ftl] with settings, too", "[#ftl output_format='XML'][#if a]b[/#if]", "square", "square"],
    ["a square tag, when the first tag decides", "[#if a]b[/#if]", "angle", "square"],
    ["an angle tag, when the first tag decides", "<#if a>b</#if>", "angle", "angle"],
    ["the first of both: square", "[#if a]<#if b>[/#if]", "angle", "square"],
    ["the first of both: angle", "<#if a>[#if b]</#if>", "angle", "angle"],
    ["a call in square brackets", "[@m/]<#if a>", "angle", "square"],
    ["a call in angle brackets", "<@m/>[#if a]", "angle", "angle"],
    ["a call without a name in square brackets", "[@]<#if a>", "angle", "square"],
    ["a call of what is no name in square brackets", "[@1]<#if a>", "angle", "square"],
    ["a call without a name in angle brackets", "<@ x>[#if a]b[/#if]", "angle", "angle"],
    ["the end of a call in angle brackets", "</@ >[#if a]b[/#if]", "angle", "angle"],
    ["but not in square brackets", "[/@x]<#if a>b</#if>", "angle", "angle"],
    ["nor what only looks like the end of a call", "</@1>[#if a]b[/#if]", "angle", "square"],
    ["a comment in square brackets", "[#-- a --]<#if a>", "angle", "square"],
    ["a comment in angle brackets", "<#-- a -->[#if a]", "angle", "angle"],
    ["no tag at all", "a ${b} [c]", "angle", "angle"],
    ["an interpolation before the tag decides nothing", "${a}[#if b]c[/#if]", "angle", "square"],
    ["words in square brackets decide nothing", '[a] [#1] ["b"] [# c]<#if a>b</#if>', "angle", "angle"],
    ["nor do words in angle brackets", "<b> <#1> <# c>[#if a]b[/#if]", "angle", "square"],
    ["nor does an HTML comment", "<!-- a -->[#if a]b[/#if]", "angle", "square"],
  ];
  test.each(cases)("%s", (_, source, angle, detect) => {
    expect(parse(source).template.tagSyntax).toBe(angle);
    expect(parse(source, { tagSyntax: "detect" }).template.tagSyntax).toBe(detect);
    expect(parse(source, { tagSyntax: "square" }).template.tagSyntax).toBe("square");
  });
});

describe("every directive can be written in square brackets", () => {
  test.each([
    ["[#if a]x[#elseif b]y[#else]z[/#if]", "if"],
    ["[#list a as b]x[#sep], [/#sep][#else]y[/#list]", "list"],
    ["[#list a][#items as b, c]x[/#items][/#list]", "list"],
    ["[#foreach a in b]x[/#foreach]", "list"],
    ["[#list a as b][#break][#continue][/#list]", "list"],
    ["[#switch a][#case 1]x[#break][#case 2]y[#default]z[/#switch]", "switch"],
    ["[#switch a][#on 1, 2]x[#default]y[/#switch]", "switch"],
    ["[#assign a = 1 b += [2][0]]", "assign"],
    ["[#assign a = 1 /]", "assign"],
    ["[#assign a]x[/#assign]", "capture"],
    ["[#global a = 1]", "assign"],
    ["[#macro m a b=[1] c...]x[#nested a, b][#local d = 1][#return][/#macro]", "macro"],
    ["[#function f(a)][#return a[0]][/#function]", "function"],
    ["[@m/]", "directive call"],
    ["[@m a=[1] b={'c': [2]}/]", "directive call"],
    ["[@m 1, a[0]; b, c]x[/@m]", "directive call"],
    ["[@a.b]x[/@a.b]", "directive call"],
    ["[@a[0]]x[/@]", "directive call"],
    ["[#attempt]x[#recover]y[/#attempt]", "attempt"],
    ["[#attempt]x[#recover]y[/#recover]", "attempt"],
    ["[#compress]x[/#compress]", "block"],
    [
      "[#outputformat 'HTML'][#autoesc]${x?no_esc}[/#autoesc][#noautoesc]y[/#noautoesc][/#outputformat]",
      "block",
    ],
    ["[#escape x as x?upper_case]${a}[#noescape]${b}[/#noescape][/#escape]", "block"],
    ["[#setting locale='nl_NL']", "setting"],
    ["[#include 'a'][#import 'b' as c]", "simple simple"],
    ["[#t][#lt][#rt][#nt][#flush][#stop 'x']", "simple simple simple simple simple simple"],
    ["[#noparse][#if a]${b[/#noparse]", "noparse"],
    ["[#comment][#if a]${b[/#comment]", "comment"],
    ["[#-- [#if a] ${b --]", "comment"],
    ["[#ftl output_format='XML' strip_text=true]", "header"],
    ["[#ftl/]", "header"],
  ])("%s", (source, elements) => {
    expect(elementsIn(source, { tagSyntax: "square" })).toBe(elements);
    expect(elementsIn(source, { tagSyntax: "detect" })).toBe(elements);
  });

  test("white space may stand before the closing bracket", () => {
    expect(elementsIn("[#if a ]x[#else ]y[/#if ][@m ]z[/@m\n]", { tagSyntax: "square" })).toBe(
      "if directive call",
    );
  });
});

describe("square brackets in expressions do not end the tag", () => {
  test.each([
    "[#if a[0] == 'b']x[/#if]",
    "[#if a['b'][c[1]]??]x[/#if]",
    "[#if [1, 2]?seq_contains(a)]x[/#if]",
    '[#if "]" == a]x[/#if]',
    "[#list [1, [2]] as a]x[/#list]",
    "[#if (a > b)]x[/#if]",
    "[#if (a >= b)]x[/#if]",
    "[#if a > b && c < d]x[/#if]",
  ])("%s", (source) => {
    const kind = source.startsWith("[#list") ? "list" : "if";
    expect(elementsIn(source, { tagSyntax: "square" })).toBe(kind);
  });

  test("and outside of brackets > compares, as it does not in angle brackets", () => {
    const [element] = parse("[#if a > b]x[/#if]", { tagSyntax: "square" }).template.body;
    expect(element).toMatchObject({
      kind: "if",
      branches: [{ condition: { kind: "binary", operator: ">" } }],
    });
    const [angle] = parse("<#if a > b>x</#if>").template.body;
    expect(angle).toMatchObject({ kind: "if", branches: [{ condition: { kind: "variable", name: "a" } }] });
  });
});

describe("interpolations are the same in both syntaxes", () => {
  test.each(["angle", "square", "detect"] as const)("${..} and #{..} are code, %s", (tagSyntax) => {
    expect(elementsIn("${a}b#{c}", { tagSyntax })).toBe("interpolation text interpolation");
    expect(elementsIn("${a[0]}", { tagSyntax })).toBe("interpolation");
  });

  // FreeMarker takes it as code only where its setting interpolation_syntax says so, which no template can.
  test.each(["angle", "square", "detect"] as const)("[=..] is text, %s", (tagSyntax) => {
    expect(elementsIn("[=a]", { tagSyntax })).toBe("text");
    expect(elementsIn("a [=b ${c}", { tagSyntax })).toBe("text interpolation");
  });

  test("[=..] is text in a string, too", () => {
    const kinds = walk(parse("${'[=a] ${b}'}").template.body).map(({ node }) => node.kind);
    expect(kinds).toEqual(["interpolation", "string", "interpolation", "variable"]);
  });
});

describe("what only looks like code is text", () => {
  test.each([
    '["a", "b"]',
    "[1, 2, [3]]",
    "[#1] [ #2 ] [# if a] [/#1]",
    "[/b] [a] []",
    '{"a": [{"b": "#c"}]}',
    "[# ] [#] [/#]",
    "[ @a] a@b.nl",
    "- [ ] to do\n- [x] done",
  ])("%s, in both syntaxes", (source) => {
    expect(elementsIn(source)).toBe("text");
    expect(elementsIn(source, { tagSyntax: "square" })).toBe("text");
    expect(elementsIn(source, { tagSyntax: "detect" })).toBe("text");
  });

  test("angle tags are text in square brackets", () => {
    expect(elementsIn("[#ftl]<#if a><@m/></#foo><#-- b", {})).toBe("header text");
  });

  test("square tags are text in angle brackets", () => {
    expect(elementsIn("[#if a][@m/][/#foo][#-- b [/#if]")).toBe("text");
    expect(elementsIn("[#if a][/#if]<#if a>[/#if]</#if>", { tagSyntax: "angle" })).toBe("text if");
  });

  test("a JSON array may stand right around and right inside of square tags", () => {
    const source = '{"a": [[#list xs as x]["${x}"][#sep],[/#list]], "b": [1]}';
    expect(elementsIn(source, { tagSyntax: "detect" })).toBe("text list text");
  });

  test("a bracket behind a tag is text", () => {
    expect(elementsIn("[#if a]]x[[/#if]]", { tagSyntax: "square" })).toBe("if text");
  });
});

describe("mistakes in square brackets", () => {
  test.each([
    ["an unknown directive", "[#ftl]«[#lst» a as b]${c?«foo»}"],
    ["an unclosed #if", "[#ftl][#if a]«x»"],
    ["an end tag in angle brackets closes nothing", "[#ftl][#if a]x</#if«>»"],
    ["a start tag in angle brackets opens nothing", "[#ftl]<#if a>x«[/#if]»"],
    ["a tag that nothing opened", "[#ftl]a«[/#if]»b«[/@m]»"],
    ["a tag that closes something else", "[#ftl][#list a as b]x«[/#if]»[/#list]"],
    ["a broken head has none in its wake", "[#ftl][#if a «b»]x[#else]y[/#if]${c?«foo»}"],
    ["an unclosed comment", "[#ftl]«[#--» a -->"],
    ["#ftl that is not first", "[#ftl]x«[#ftl]»"],
    ["misplaced directives", "[#ftl]«[#break]»[#list a as b]x[/#list]«[#sep]»,[/#sep]"],
  ])("%s", (_, template) => {
    expect(withMistakesMarked(template.replaceAll(/[«»]/g, ""))).toBe(template);
  });
});
