import { describe, expect, test } from "vitest";
import { parse } from "../../../src/freemarker/parse.js";
import { render, type Limits } from "../../../src/freemarker/evaluate/render.js";

function outcome(source: string, limits: Partial<Limits> = {}): string {
  const settings = { numberFormat: "computer" };
  const result = render(parse(source).template, { model: {}, settings, limits });
  return result.ok ? result.output : result.error.code;
}

describe("an endless template ends with a message", () => {
  test.each([
    ["a loop", "<#list 1.. as x></#list>"],
    ["a loop that prints", "<#list 1.. as x>text</#list>"],
    ["a text that doubles", "<#assign s = 'x'><#list 1.. as x><#assign s += s></#list>"],
    ["a list that doubles", "<#assign s = [1]><#list 1.. as x><#assign s += s></#list>"],
    ["a hash that grows", "<#assign h = {}><#list 1.. as x><#assign h += {'k' + x: x}></#list>"],
    ["a number that is squared", "<#assign n = 3><#list 1.. as x><#assign n = n * n></#list>"],
    ["a macro that calls itself", "<#macro m><@m/></#macro><@m/>"],
    ["a function that calls itself", "<#function f n><#return 1 + f(n + 1)></#function>${f(1)}"],
    ["macros that call each other", "<#macro a><@b/></#macro><#macro b><@a/></#macro><@a/>"],
    ["content within itself", "<#macro m><#nested></#macro><#macro q><@m><@q/></@m></#macro><@q/>"],
    ["a default that needs itself", "<#function f x=f()><#return x></#function>${f()}"],
    ["a lambda that calls itself", "<#function f x><#return [x]?map(y -> f(y))></#function>${f(1)?size}"],
    ["a huge range", "${(1..2000000000)?join('')}"],
    ["a huge text", "${'x'?left_pad(2000000000)}"],
    ["a huge replacement", "${'x'?left_pad(100000)?replace('', 'x'?left_pad(100000))?length}"],
    ["a number of many digits", "${'1e999999999'?number}"],
  ])("%s", (_name, source) => {
    expect(outcome(source)).toBe("limit");
  });
});

describe("a deep template is rendered or refused, and never runs out of stack", () => {
  const DEEP = 2_000;
  const nested = (open: string, inner: string, close: string) =>
    "${" + open.repeat(DEEP) + inner + close.repeat(DEEP) + "}";

  test.each([
    ["brackets", nested("(", "1", ")"), "1"],
    ["a long sum", `\${${"1 + ".repeat(DEEP)}1}`, String(DEEP + 1)],
    ["a long condition", `\${(true${" && true".repeat(DEEP)})?c}`, "true"],
  ])("%s", (_name, source, output) => {
    expect(outcome(source)).toBe(output);
  });

  test.each([
    ["lists", nested("[", "1", "]?size")],
    ["hashes", nested("{'a': ", "1", "}.a")],
    ["sums in brackets", nested("1 + (", "1", ")")],
    ["defaults", nested("a!", "'x'", "")],
    ["choices", nested("true?then(", "1", ", 2)")],
    ["lambdas", nested("[1]?map(x -> ", "1", ")")],
    ["calls", `<#function f x><#return x></#function>${nested("f(", "1", ")")}`],
  ])("%s", (_name, source) => {
    expect(outcome(source)).toBe("limit");
  });

  test("directives as deep as the parser takes them", () => {
    expect(outcome("<#if true>".repeat(390) + "x" + "</#if>".repeat(390))).toBe("x");
  });

  test("deep directives that call themselves", () => {
    const source = `<#macro m>${"<#if true>".repeat(150)}<@m/>${"</#if>".repeat(150)}</#macro><@m/>`;
    expect(outcome(source, { nesting: 1_000_000 })).toBe("limit");
  });
});

describe("limits are what the caller says", () => {
  test("steps", () => {
    expect(outcome("<#list 1..100 as x>.</#list>", { steps: 50 })).toBe("limit");
    expect(outcome("<#list 1..10 as x>.</#list>", { steps: 50 })).toBe(".".repeat(10));
  });

  test("output", () => {
    expect(outcome("12345", { output: 4 })).toBe("limit");
    expect(outcome("12345", { output: 5 })).toBe("12345");
  });

  test("nesting", () => {
    const count = "<#function f n><#return (n == 0)?then(0, 1 + f(n - 1))></#function>";
    expect(outcome(`${count}\${f(9)}`, { nesting: 10 })).toBe("9");
    expect(outcome(`${count}\${f(10)}`, { nesting: 10 })).toBe("limit");
  });
});
