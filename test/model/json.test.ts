import fc from "fast-check";
import { expect, test } from "vitest";
import { isJsonArray, isJsonObject, parseJson, type JsonValue } from "../../src/model/json.js";

test.each<[JsonValue | undefined, boolean, boolean]>([
  [{}, true, false],
  [{ length: 0 }, true, false],
  [[], false, true],
  [null, false, false],
  [undefined, false, false],
  ["a", false, false],
  [1, false, false],
  [true, false, false],
])("%j: an object %s, a list %s", (value, object, list) => {
  expect(isJsonObject(value)).toBe(object);
  expect(isJsonArray(value)).toBe(list);
});

test("parses what is JSON, in the order of its keys", () => {
  expect(JSON.stringify(parseJson('{"b":1,"a":[null]}'))).toBe('{"b":1,"a":[null]}');
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(JSON.stringify(parseJson(json))).toBe(JSON.stringify(JSON.parse(json)));
    }),
  );
});

test.each(["", "{", "{'a':1}", "[1,]", "undefined", "// x"])("refuses %j", (text) => {
  expect(() => parseJson(text)).toThrow(SyntaxError);
});
