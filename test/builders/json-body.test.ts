import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jsonBody } from "../../src/builders/json-body.js";
import { lessThan, orElse, plus } from "../../src/builders/operations.js";
import { html, onlyIf, text } from "../../src/builders/text.js";
import { parseJson } from "../../src/model/json.js";
import { anyText, openingsIn } from "../freemarker/lexer-model.js";
import { card, flag } from "./sample-values.js";

describe("a JSON body", () => {
  test("is indented by two spaces, its keys in the order of the author", () => {
    expect(jsonBody({ b: 1, a: [true, null, "x"], c: {}, d: [], e: { f: -1.5 } }, true)).toBe(
      [
        "{",
        '  "b": 1,',
        '  "a": [',
        "    true,",
        "    null,",
        '    "x"',
        "  ],",
        '  "c": {},',
        '  "d": [],',
        '  "e": {',
        '    "f": -1.5',
        "  }",
        "}",
      ].join("\n"),
    );
  });

  test("leaves out what is undefined, also when nothing else is left", () => {
    expect(jsonBody({ a: undefined, b: 1, c: undefined }, true)).toBe('{\n  "b": 1\n}');
    expect(jsonBody({ a: undefined }, true)).toBe("{}");
  });

  test("writes template code in keys and values as JSON escapes", () => {
    expect(jsonBody({ "${k}": "<#if>" }, true)).toBe('{\n  "\\u0024{k}": "\\u003c#if>"\n}');
  });

  test.each([
    ["text in quotes", card.name, '"${card.name}"', '"${card.name?json_string}"'],
    [
      "text with a fallback",
      orElse(card.note, "-"),
      '"${((card.note)!"-")}"',
      '"${((card.note)!"-")?json_string}"',
    ],
    ["a number without quotes", card.count, "${card.count?c}", "${card.count?c}"],
    ["a sum", plus(card.count, 1), "${(card.count + 1)?c}", "${(card.count + 1)?c}"],
    ["a truth value", flag, "${flag?c}", "${flag?c}"],
    ["a comparison", lessThan(card.count, 1), "${(card.count lt 1)?c}", "${(card.count lt 1)?c}"],
    [
      "a text with values",
      text`a "${card.name}"`,
      '"a \\"${card.name}\\""',
      '"a \\"${card.name?json_string}\\""',
    ],
    ["HTML", html`<b title="x">&amp;</b>`, '"<b title=\\"x\\">&amp;</b>"', '"<b title=\\"x\\">&amp;</b>"'],
    ["a text that comes and goes", onlyIf(flag, text`a`), '"<#if flag>a</#if>"', '"<#if flag>a</#if>"'],
  ])(
    "writes %s, escaped once: by TOPdesk, or else by the template",
    (_what, value, escapedByTopdesk, escapedHere) => {
      expect(jsonBody(value, true)).toBe(escapedByTopdesk);
      expect(jsonBody(value, false)).toBe(escapedHere);
    },
  );

  test("can be a bare value", () => {
    expect(jsonBody("a", true)).toBe('"a"');
    expect(jsonBody(undefined, true)).toBe("null");
    expect(jsonBody([card.count], true)).toBe("[\n  ${card.count?c}\n]");
  });
});

describe("a JSON body without run-time values", () => {
  test("is the same value again, whatever TOPdesk escapes, and holds no template code", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.boolean(), (value, escapeBodyValues) => {
        const body = jsonBody(value, escapeBodyValues);
        expect(openingsIn(body)).toEqual([]);
        // Compared with what JSON can hold of the value: it has no -0.
        expect(parseJson(body)).toEqual(parseJson(JSON.stringify(value)));
      }),
    );
  });

  test("is the same value again with hostile keys and texts", () => {
    const hostile = fc.dictionary(anyText, fc.oneof(anyText, fc.array(anyText)));
    fc.assert(
      fc.property(hostile, fc.boolean(), (value, escapeBodyValues) => {
        const body = jsonBody(value, escapeBodyValues);
        expect(openingsIn(body)).toEqual([]);
        expect(JSON.stringify(parseJson(body))).toBe(JSON.stringify(value));
      }),
    );
  });
});
