import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { plural, stylish, summary } from "../../../src/check/format/stylish.js";
import { bare, full, warning } from "./sample-findings.js";

const expected = `exports/a.json
  3:9  error  There is no step "a".  TA203
      step send  /action/name
      Did you mean "b"?
  warning  Other bytes.  TA115

b.json
  warning  Other bytes.  TA115
`;
const findings = [full, warning, { ...warning, file: "exports/a.json" }];

test("lists findings by file, each with its place and its hint below", () => {
  expect(stylish(findings, false)).toBe(expected);
});

test("colours the same words when asked to, wherever the output goes", () => {
  const colored = stylish(findings, true);
  expect(colored).toContain("\u001b[31merror\u001b[39m");
  expect(colored).toContain("\u001b[33mwarning\u001b[39m");
  expect(stylish([bare], true)).toContain("\u001b[36minfo\u001b[39m");
  expect(stripVTControlCharacters(colored)).toBe(expected);
});

test("says nothing when nothing was found", () => {
  expect(stylish([], true)).toBe("");
});

test("a summary counts errors and warnings, and the rest when there is any", () => {
  expect(summary([])).toBe("0 errors, 0 warnings");
  expect(summary([full, warning, warning])).toBe("1 error, 2 warnings");
  expect(summary([warning, bare])).toBe("0 errors, 1 warning, 1 info");
});

test("nouns follow their number", () => {
  expect([0, 1, 2].map((count) => plural(count, "file"))).toEqual(["0 files", "1 file", "2 files"]);
});
