import { expect, test } from "vitest";
import { shortenedLine, shortenedMarks } from "../../../src/diff/show/long-lines.js";

const long = "x".repeat(500);

test("a long line is shown around what changed", () => {
  const marks = [
    { text: `${long}before`, changed: false },
    { text: "changed", changed: true },
    { text: `after${long}`, changed: false },
  ];
  const texts = shortenedMarks(marks).map(({ text }) => text);
  expect(texts).toEqual([`…${"x".repeat(34)}before`, "changed", `after${"x".repeat(35)}…`]);
});

test("a long line into which something was put shows how it begins", () => {
  expect(shortenedMarks([{ text: long, changed: false }])).toEqual([
    { text: `${"x".repeat(240)}… (260 more characters)`, changed: false },
  ]);
});

test("short lines are shown whole, and no character is cut in half", () => {
  expect(shortenedLine("short")).toBe("short");
  expect(shortenedLine(`${"x".repeat(239)}😀${long}`)).toBe(`${"x".repeat(239)}… (502 more characters)`);
});
