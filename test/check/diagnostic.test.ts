import fc from "fast-check";
import { expect, test } from "vitest";
import {
  countBySeverity,
  hasErrors,
  pathOf,
  pointerTo,
  type Diagnostic,
} from "../../src/check/diagnostic.js";

test("pointers escape ~ and / as RFC 6901 has it", () => {
  expect(pointerTo([])).toBe("");
  expect(pointerTo(["a/b", 0, "m~n", ""])).toBe("/a~1b/0/m~0n/");
  expect(pathOf("/~01")).toEqual(["~1"]);
});

test("every path comes back from its pointer", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (path) => {
      expect(pathOf(pointerTo(path))).toEqual(path);
    }),
  );
});

test("findings are counted by how grave they are", () => {
  const of = (severity: Diagnostic["severity"]): Diagnostic => ({ code: "TA101", severity, message: "" });
  const findings = [of("warning"), of("info"), of("warning")];
  expect(countBySeverity(findings)).toEqual({ error: 0, warning: 2, info: 1 });
  expect(hasErrors(findings)).toBe(false);
  expect(hasErrors([...findings, of("error")])).toBe(true);
});
