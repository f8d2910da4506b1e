import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { literalJsonString, literalText, stringLiteral } from "../../src/freemarker/escape.js";
import { parseJson } from "../../src/model/json.js";
import { anyText, decodedStringLiteral, openingsIn, printed } from "./lexer-model.js";

describe("literalText", () => {
  test.each([
    ["plain words stay as they are", "3 < 4 & [a] # $5", "3 < 4 & [a] # $5"],
    ["an interpolation becomes words", "a ${b}", 'a ${"$"}{b}'],
    ["an old numeric interpolation becomes words", "#{b}", '${"#"}{b}'],
    ["a doubled dollar sign is escaped once", "$${b}", '$${"$"}{b}'],
    ["a tag becomes words", "<#if x></#if>", '${"<"}#if x>${"<"}/#if>'],
    ["a macro call becomes words", "<@m/></@m>", '${"<"}@m/>${"<"}/@m>'],
    ["a comment becomes words", "<#-- c -->", '${"<"}#-- c -->'],
    [
      "square-bracket code becomes words",
      "[#if][/#if][@m][/@m][=x]",
      '${"["}#if]${"["}/#if]${"["}@m]${"["}/@m]${"["}=x]',
    ],
    ["HTML stays HTML", '<a href="#x">b</a>', '<a href="#x">b</a>'],
  ])("%s", (_rule, text, template) => {
    expect(literalText(text)).toBe(template);
  });

  test("prints exactly the text, whatever it is", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(printed(literalText(text))).toBe(text);
      }),
    );
  });
});

describe("literalJsonString", () => {
  test.each([
    ["quotes and backslashes are escaped", 'say "hi" \\o/', 'say \\"hi\\" \\\\o/'],
    ["line breaks are escaped", "a\nb\r\n", "a\\nb\\r\\n"],
    ["template code is written as JSON escapes", "${x} <#if> [=x]", "\\u0024{x} \\u003c#if> \\u005b=x]"],
  ])("%s", (_rule, text, json) => {
    expect(literalJsonString(text)).toBe(json);
  });

  test("holds no template code and is JSON for the text, whatever it is", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const json = literalJsonString(text);
        expect(openingsIn(json)).toEqual([]);
        expect(parseJson(`"${json}"`)).toBe(text);
      }),
    );
  });
});

describe("stringLiteral", () => {
  test.each([
    ["quotes and backslashes", 'a"\\', '"a\\"\\\\"'],
    ["interpolations", "${a} #{b} [=c]", '"$\\{a} #\\{b} [\\=c]"'],
    ["line breaks and tabs", "\n\r\t", '"\\n\\r\\t"'],
    ["control characters", "\u0000\u001f\u007f", '"\\x0000\\x001f\\x007f"'],
    ["a digit after a control character, which must not join its code", "\u00019", '"\\x00019"'],
    ["a single quote, which needs nothing", "it's", `"it's"`],
  ])("escapes %s", (_what, text, literal) => {
    expect(stringLiteral(text)).toBe(literal);
  });

  test("has no unescaped quote or interpolation and holds exactly the text, whatever it is", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(decodedStringLiteral(stringLiteral(text))).toBe(text);
      }),
    );
  });
});
