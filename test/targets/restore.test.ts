import { expect, test } from "vitest";
import { own, restored } from "../../src/targets/restore.js";

test("an object of our own is written as it is", () => {
  const known = { name: "x" };
  expect(restored(known, undefined, { name: "" })).toBe(known);
});

test("an object that was read gets its own order of keys back, with what could not be taken in", () => {
  const residue = { keys: ["extra", "value", "name"], unread: { extra: [1], value: 5 } };
  expect(Object.entries(restored({ name: "x", value: "" }, residue, { value: "" }))).toEqual([
    ["extra", [1]],
    ["value", 5],
    ["name", "x"],
  ]);
});

test("null is a value like any other", () => {
  const residue = { keys: ["extra", "name"], unread: { extra: null, name: null } };
  expect(restored({ name: "" }, residue, { name: "" })).toEqual({ extra: null, name: null });
});

test("a key that the file did not have is added only when it says something", () => {
  const residue = { keys: [], unread: {} };
  expect(restored({ name: "", value: "new" }, residue, { name: "", value: "" })).toEqual({ value: "new" });
});

test("own looks at no inherited key", () => {
  expect(own({}, "toString")).toBeUndefined();
  expect(own({ a: null }, "a")).toBeNull();
});
