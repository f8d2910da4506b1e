import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CODES, isCode } from "../../src/check/codes.js";

const source = new URL("../../src/", import.meta.url);
const declaration = "check/codes.ts";

/** Every code that stands in the source outside of the list of codes. */
const used = new Set(
  readdirSync(source, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".ts") && path !== declaration)
    .flatMap((path) => readFileSync(new URL(path, source), "utf8").match(/\bTA\d{3}\b/g) ?? []),
);

test("every code in the source is described", () => {
  expect([...used].filter((code) => !isCode(code))).toEqual([]);
});

test("every described code is used", () => {
  expect(Object.keys(CODES).filter((code) => !used.has(code))).toEqual([]);
});

test("codes are in order, and each has a title of its own", () => {
  const codes = Object.keys(CODES);
  expect(codes).toEqual([...codes].sort());
  expect(new Set(Object.values(CODES).map((code) => code.title)).size).toBe(codes.length);
});

test("a word is a code only when it is described", () => {
  expect(["TA101", "TA000", "toString", ""].map(isCode)).toEqual([true, false, false, false]);
});
