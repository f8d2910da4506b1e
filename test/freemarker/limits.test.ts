import { describe, expect, test } from "vitest";
import { parse } from "../../src/freemarker/parse.js";
import { print } from "../../src/freemarker/print.js";

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

  test("directives 300 deep", () => {
    expect(codesOf(nested("<#if a>", "x", "</#if>", 300))).toEqual([]);
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

describe("what is too deep is said to be", () => {
  test.each([
    ["directives", nested("<#if a>", "x", "</#if>", 2000)],
    ["calls of directives", nested("<@a>", "x", "</@a>", 2000)],
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
