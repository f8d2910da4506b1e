import { describe, expect, test } from "vitest";
import { parse } from "../../src/freemarker/parse.js";
import { print } from "../../src/freemarker/print.js";
import { ancestors, walk } from "../../src/freemarker/walk.js";

const repeated = (part: string, count: number) => part.repeat(count);
const chain = (link: string, count: number) => `\${a${repeated(link, count)}}`;
const nested = (opening: string, inner: string, closing: string, count: number) =>
  repeated(opening, count) + inner + repeated(closing, count);

/** Parses, and gives the codes of the errors, each once. */
function codesOf(source: string): readonly string[] {
  const { template, errors } = parse(source);
  expect(print(template) === source).toBe(true);
  return [...new Set(errors.map(({ code }) => code))];
}

describe("what is large but not deep parses", () => {
  test.each([
    ["a template of 1 MB", repeated("tekst <b> ${a} ", 70_000)],
    ["130,000 interpolations in a row", repeated("${a}", 130_000)],
    ["a line of 200,000 characters", repeated("\t${a + b.c}", 20_000)],
    ["a name of 200,000 characters", `\${${repeated("a", 200_000)}}`],
    ["20,000 keys", chain(".b", 20_000)],
    ["20,000 built-ins", chain("?trim", 20_000)],
    ["20,000 sums", chain(" + b", 20_000)],
    ["20,000 alternatives", chain(" || b", 20_000)],
    ["2,000 negations", `\${${repeated("!", 2000)}a}`],
    ["20,000 arguments", `\${f(${repeated("a, ", 20_000)}a)}`],
    ["20,000 assignments", `<#assign ${repeated("a=1 ", 20_000)}>`],
    ["20,000 elseifs", `<#if a>${repeated("<#elseif b>", 20_000)}</#if>`],
    ["20,000 cases", `<#switch a>${repeated("<#case 1>", 20_000)}</#switch>`],
  ])("%s", (_, source) => {
    expect(codesOf(source)).toEqual([]);
  });

  test.each([
    ["round brackets", `\${${nested("(", "a", ")", 2000)}}`],
    ["sequences", `\${${nested("[", "1", "]", 2000)}?size}`],
    ["hashes", `\${${nested('{"a":', "1", "}", 2000)}?size}`],
    ["keys in keys", `\${${nested("a[", "1", "]", 2000)}}`],
    ["arguments", `\${${nested("f(", "", ")", 2000)}}`],
    ["lambdas", `\${${nested("a?map(x -> ", "x", ")", 2000)}}`],
    ["defaults", `\${${repeated("a!", 2000)}a}`],
  ])("%s 2,000 deep", (_, source) => {
    expect(codesOf(source)).toEqual([]);
  });
});

/** What has content, each once: opening, closing, and how many directives that are. */
const NESTABLE: readonly (readonly [string, string, number])[] = [
  ["<#if a>", "</#if>", 1],
  ["<#if a><#elseif b>", "</#if>", 1],
  ["<#if a><#else>", "</#if>", 1],
  ["<#list a as x>", "</#list>", 1],
  ["<#list a as x><#else>", "</#list>", 1],
  ["<#list a as x><#sep>", "</#list>", 2],
  ["<#list a><#items as x>", "</#items></#list>", 2],
  ["<#foreach x in a>", "</#foreach>", 1],
  ["<#switch a><#case 1>", "</#switch>", 1],
  ["<#switch a><#on 1>", "</#switch>", 1],
  ["<#attempt>", "<#recover></#attempt>", 1],
  ["<#attempt><#recover>", "</#attempt>", 1],
  ["<#assign a>", "</#assign>", 1],
  ["<#compress>", "</#compress>", 1],
  ["<#escape x as x>", "</#escape>", 1],
  ["<#outputformat 'HTML'>", "</#outputformat>", 1],
  ["<@m>", "</@m>", 1],
  ["<#list a as x><@m ; x>", "</@m></#list>", 2],
  ["<#if a><#list b as x><@m><#compress>", "</#compress></@m></#list></#if>", 4],
];

describe("directives nested deeply", () => {
  test.each(NESTABLE)("5,000 deep, as FreeMarker does: %s", (opening, closing, count) => {
    expect(codesOf(nested(opening, "x", closing, 5000 / count))).toEqual([]);
  });

  test.each(NESTABLE)("100,000 deep is said to be too deep: %s", (opening, closing, count) => {
    expect(codesOf(nested(opening, "x", closing, 100_000 / count))).toEqual(["nested-too-deeply"]);
  });

  test("a tree 5,000 deep can be walked", () => {
    const { template } = parse(nested("<#if a><@m>", "${x}", "</@m></#if>", 2500));
    expect(walk(template.body).at(-1)?.node.kind).toBe("variable");
    expect([...ancestors(walk(template.body).at(-1) ?? expect.fail())]).toHaveLength(5001);
  });

  test.each(["</#list>", "<#else>", "</@x>", "<#case 1>"])("20,000 stray %s inside of 9,000 #if", (stray) => {
    expect(codesOf(repeated("<#if a>", 9000) + repeated(stray, 20_000))).toEqual(["unexpected", "unclosed"]);
  });
});

describe("what is too deep is said to be", () => {
  test.each([
    ["round brackets", `\${${nested("(", "a", ")", 20_000)}}`],
    ["sequences", `\${${nested("[", "", "]", 20_000)}?size}`],
    ["hashes", `\${${nested('{"a":', "1", "}", 20_000)}?size}`],
    ["keys in keys", `\${${nested("a[", "1", "]", 20_000)}}`],
    ["arguments", `\${${nested("f(", "", ")", 20_000)}}`],
    ["lambdas", `\${${nested("a?map(x -> ", "x", ")", 20_000)}}`],
    ["defaults", `\${${repeated("a!", 20_000)}a}`],
  ])("%s", (_, source) => {
    expect(codesOf(source)).toContain("nested-too-deeply");
  });
});

describe("mistakes without end are survived", () => {
  test.each([
    "<#if ",
    "<#if a>",
    "\t<#list ",
    "<@x ",
    "</#if>",
    "\t</#list>",
    "${",
    '${"',
    "${a?map((",
    "<#else>",
  ])("20,000 times %j", (part) => {
    expect(codesOf(repeated(part, 20_000))).not.toEqual([]);
  });
});
