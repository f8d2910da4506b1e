import { expect, test } from "vitest";
import { serialize } from "../../src/targets/serialize.js";

test("indents by four spaces, ends lines in LF and writes no line break at the end", () => {
  expect(serialize({ a: { b: [1, true] } })).toBe(
    '{\n    "a": {\n        "b": [\n            1,\n            true\n        ]\n    }\n}',
  );
});

test("writes empty lists and objects on one line", () => {
  expect(serialize({ list: [], object: {} })).toBe('{\n    "list": [],\n    "object": {}\n}');
});

test("leaves letters outside ASCII as they are and escapes only what JSON must escape", () => {
  expect(serialize({ text: 'é–漢😀/ \t\n"\\' })).toBe('{\n    "text": "é–漢😀/ \\t\\n\\"\\\\"\n}');
});

test("keeps the order of the keys", () => {
  expect(Object.keys(JSON.parse(serialize({ z: 1, a: 2, m: 3 })) as object)).toEqual(["z", "a", "m"]);
});
