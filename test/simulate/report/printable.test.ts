import fc from "fast-check";
import { expect, test } from "vitest";
import {
  printable,
  printableJson,
  printableLines,
  shortened,
} from "../../../src/simulate/report/printable.js";

const HARMFUL = /[^\P{Cc}\n]|[\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

test.each([
  ["plain é 中文 💻 عربى", "plain é 中文 💻 عربى"],
  ["red \u001b[31m", "red \\u001b[31m"],
  ["a\nb\tc\rd", "a\\nb\\tc\\rd"],
  ["turned \u202eround", "turned \\u202eround"],
  ["bell \u0007, C1 \u009b, hidden \u200b", "bell \\u0007, C1 \\u009b, hidden \\u200b"],
])("%j is shown as %s", (text, shown) => {
  expect(printable(text)).toBe(shown);
});

test("lines stay lines, and tabs become spaces", () => {
  expect(printableLines("a\r\nb\rc\n\td\u001b")).toBe("a\nb\nc\n    d\\u001b");
});

test("nothing harmful is left in any text, and JSON still says the same", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(printable(text)).not.toMatch(HARMFUL);
      expect(printableLines(text)).not.toMatch(HARMFUL);
      const json = printableJson({ [text]: [text] });
      expect(json).not.toMatch(HARMFUL);
      expect(JSON.parse(json)).toEqual({ [text]: [text] });
    }),
  );
});

test.each([
  ["abc", 3, "abc"],
  ["abcd", 3, "ab…"],
  ["💻💻💻", 6, "💻💻💻"],
  ["💻💻💻", 5, "💻💻…"],
  ["中文中文", 4, "中…"],
  ["", 0, ""],
])("%j in %d columns is %j", (text, columns, shown) => {
  expect(shortened(text, columns)).toBe(shown);
});
