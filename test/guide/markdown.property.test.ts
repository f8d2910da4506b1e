import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, test } from "vitest";
import { code, escaped, onOneLine } from "../../src/guide/markdown.js";
import { hostileText } from "./hostile-text.js";

/** A reader of Markdown that obeys markup, and makes links of addresses: the most credulous one. */
const reader = new MarkdownIt({ html: true, linkify: false });

/** The tokens of a text, without the words in it. */
function structure(markdown: string): readonly string[] {
  return reader
    .parse(markdown, {})
    .flatMap(({ type, children }) => [type, ...(children ?? []).map((child) => child.type)]);
}

/** What a reader sees of it. */
function shown(markdown: string): string {
  return reader
    .parse(markdown, {})
    .flatMap(({ children }) => children ?? [])
    .map(({ content }) => content)
    .join("");
}

const places = {
  "a paragraph": (text: string) => `${text}\n`,
  "a heading": (text: string) => `## ${text}\n`,
  "a step": (text: string) => `- [ ] ${text}\n`,
  "a list": (text: string) => `- ${text}\n`,
  "a quotation": (text: string) => `> ${text}\n`,
};

describe.each(Object.entries(places))("in %s", (_name, place) => {
  test("any text is shown as it is, and is nothing but text", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(structure(place(escaped(text)))).toEqual(structure(place("x")));
        const around = shown(place("\uE000"));
        expect(shown(place(escaped(text)))).toBe(around.replace("\uE000", () => onOneLine(text)));
      }),
    );
  });

  test("any text is shown as it is as code", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const markdown = place(`x ${code(text, "line")} x`);
        expect(structure(markdown)).toEqual(structure(place("x `x` x")));
        expect(shown(markdown)).toBe(shown(place("x \uE000 x")).replace("\uE000", () => onOneLine(text)));
      }),
    );
  });
});

test("in a table any text stays in its cell, as text and as code", () => {
  const table = (text: string, shownAsCode: string) =>
    `| a | b | c |\n| --- | --- | --- |\n| ${text} | ${shownAsCode} | x |\n`;
  fc.assert(
    fc.property(hostileText, (text) => {
      const markdown = table(escaped(text), code(text, "cell"));
      expect(structure(markdown)).toEqual(structure(table("x", "`x`")));
      expect(shown(markdown)).toBe(`abc${onOneLine(text)}${onOneLine(text)}x`);
    }),
  );
});
