import { expect, test } from "vitest";
import { located } from "../../src/check/locate.js";
import type { Diagnostic } from "../../src/check/diagnostic.js";

const text = `{
    "action": {
        "name": "x",
        "steps": [
            {"a/b": 1}, { "~": 2,
              "0": {"deep": 3} }
        ]
    }
}`;

function placeOf(pointer: string | undefined, content = text) {
  const diagnostic: Diagnostic = { code: "TA101", severity: "error", message: "m" };
  const [found] = located([pointer === undefined ? diagnostic : { ...diagnostic, pointer }], content);
  return [found?.line, found?.column];
}

test.each([
  ["/action", 2, 5],
  ["/action/name", 3, 9],
  ["/action/steps/0", 5, 13],
  ["/action/steps/0/a~1b", 5, 14],
  ["/action/steps/1", 5, 25],
  ["/action/steps/1/~0", 5, 27],
  ["", 1, 1],
])("the key or item at %j stands at %i:%i", (pointer, line, column) => {
  expect(placeOf(pointer)).toEqual([line, column]);
});

test("a key that looks like an index is found too", () => {
  expect(placeOf("/action/steps/1/0/deep")).toEqual([6, 21]);
});

test.each([
  ["/action/steps/0/missing", 5, 13],
  ["/action/steps/7", 4, 9],
  ["/action/missing/deeper", 2, 5],
  ["/missing", 1, 1],
])("what is missing is shown at the object around it: %j at %i:%i", (pointer, line, column) => {
  expect(placeOf(pointer)).toEqual([line, column]);
});

test("a finding without a pointer has no place", () => {
  expect(placeOf(undefined)).toEqual([undefined, undefined]);
});
