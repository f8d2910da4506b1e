import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { html, onlyIf, print, sequence, text, url, type Text } from "../../src/builders/text.js";
import { parseJson } from "../../src/model/json.js";
import { anyText, anyWellFormedText, openingsIn, printed } from "../freemarker/lexer-model.js";
import { flag } from "./sample-values.js";

function unescapedHtml(markup: unknown): string {
  return String(markup)
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

describe("whatever is inserted", () => {
  test("plain text prints exactly that", () => {
    fc.assert(
      fc.property(fc.array(anyText), (pieces) => {
        const whole = sequence(
          "plain",
          pieces.map((piece) => text`${piece}`),
        );
        expect(printed(print(whole, "plain"))).toBe(pieces.join(""));
      }),
    );
  });

  test("two pieces never make template code together", () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (first, second, third) => {
        const template = print(text`${first}<${second}$${text`${third}`}{`, "plain");
        expect(printed(template)).toBe(`${first}<${second}$${third}{`);
      }),
    );
  });

  test("HTML holds no markup of it and shows exactly that", () => {
    fc.assert(
      fc.property(anyText, (piece) => {
        const markup = printed(print(html`${piece}`, "plain"));
        expect(markup).not.toMatch(/[<>"]/);
        expect(unescapedHtml(markup)).toBe(piece);
      }),
    );
  });

  test("HTML in a JSON body is JSON without template code and shows exactly that", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom("json", "json-unescaped"), (piece, field) => {
        const json = print(html`${piece}`, field);
        expect(openingsIn(json)).toEqual([]);
        expect(unescapedHtml(parseJson(`"${json}"`))).toBe(piece);
      }),
    );
  });

  test("a URL has one part more, which decodes to exactly that", () => {
    fc.assert(
      fc.property(anyWellFormedText, (piece) => {
        const address = new URL(`https://x.example/a/-${printed(print(url`${piece}`, "url"))}`);
        const [, , last = ""] = address.pathname.split("/");
        expect(decodeURIComponent(last)).toBe(`-${piece}`);
        expect([address.search, address.hash]).toEqual(["", ""]);
      }),
    );
  });

  test("next to tags every line break and every lone stretch of white space is printed by code", () => {
    const between = (words: string): Text<"plain"> =>
      text`${onlyIf(flag, text``)}${words}${onlyIf(flag, text``)}`;
    fc.assert(
      fc.property(anyText, (words) => {
        const template = print(between(words), "plain").replaceAll("<#if flag></#if>", "");
        expect(template).not.toMatch(/[\r\n]|^[ \t]+$/);
        expect(printed(template)).toBe(words);
      }),
    );
  });
});

test("white space alone on the last line is printed, because FreeMarker drops it", () => {
  expect(print(text`${"a\n  "}`, "plain")).toBe('a\n${"  "}');
  expect(print(text`${"a\r\n\u001f"}`, "plain")).toBe('a\r\n${"\\x001f"}');
  expect(print(text`${"a\n b "}`, "plain")).toBe("a\n b ");
});
