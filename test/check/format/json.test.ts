import { expect, test } from "vitest";
import { formats, FORMATS } from "../../../src/check/format/index.js";
import { json } from "../../../src/check/format/json.js";
import { parseJson } from "../../../src/model/json.js";
import { bare, full } from "./sample-findings.js";

test("is a list of the findings as they are, and ends its last line", () => {
  expect(parseJson(json([full, bare]))).toEqual([full, bare]);
  expect(json([full]).endsWith("]\n")).toBe(true);
});

test("is an empty list when nothing was found", () => {
  expect(json([])).toBe("[]\n");
});

test("every format is offered by its name", () => {
  expect([...FORMATS].sort()).toEqual(Object.keys(formats).sort());
  for (const format of FORMATS) expect(formats[format]([full], false)).toContain("TA203");
});
