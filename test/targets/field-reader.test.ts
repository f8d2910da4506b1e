import { expect, test } from "vitest";
import { parseJson, isJsonObject, type JsonObject } from "../../src/model/json.js";
import { FieldReader } from "../../src/targets/field-reader.js";

function objectOf(text: string): JsonObject {
  const value = parseJson(text);
  if (!isJsonObject(value)) throw new Error(`no object: ${text}`);
  return value;
}

test("gives values of the expected type, and what absence means for all others", () => {
  const fields = new FieldReader(objectOf('{"t": "x", "n": 1, "b": false, "wrong": []}'));
  expect([fields.text("t", "-"), fields.text("wrong", "-"), fields.text("none", "-")]).toEqual([
    "x",
    "-",
    "-",
  ]);
  expect([fields.number("n", 7), fields.number("t", 7)]).toEqual([1, 7]);
  expect([fields.truth("b", true), fields.truth("t", true)]).toEqual([false, true]);
  expect(fields.optionalText("wrong")).toBeUndefined();
});

test("takes in a list only when every item is an object", () => {
  const fields = new FieldReader(objectOf('{"good": [{}], "empty": [], "mixed": [{}, null]}'));
  expect(fields.objects("good")).toEqual([{}]);
  expect(fields.objects("empty")).toEqual([]);
  expect(fields.objects("mixed")).toBeUndefined();
  expect(fields.residue().unread).toEqual({ mixed: [{}, null] });
});

test("remembers every key in order, and what nobody asked for or could use", () => {
  const fields = new FieldReader(objectOf('{"z": 1, "name": 2, "empty": [], "full": [1], "a": "x"}'));
  fields.text("name", "");
  fields.text("a", "");
  fields.emptyList("empty");
  fields.emptyList("full");
  expect(fields.residue()).toEqual({
    keys: ["z", "name", "empty", "full", "a"],
    unread: { z: 1, name: 2, full: [1] },
  });
});

test("sees own keys only, also those that every object inherits", () => {
  const fields = new FieldReader(objectOf('{"__proto__": {"name": "inherited"}}'));
  expect(fields.text("name", "-")).toBe("-");
  expect(fields.optional("constructor")).toBeUndefined();
  expect(Object.keys(fields.residue().unread)).toEqual(["__proto__"]);
});
