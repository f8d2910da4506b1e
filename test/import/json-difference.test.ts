import fc from "fast-check";
import { expect, test } from "vitest";
import { pointerTo } from "../../src/check/diagnostic.js";
import { patched } from "../../src/customers/json-patch.js";
import { changesBetween } from "../../src/import/json-difference.js";
import type { JsonValue } from "../../src/model/json.js";

const anyValue = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<JsonValue>(1, 2, "a", "b", true, null),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom("name", "value", "a/b", "~", "steps"), tie("value"), { maxKeys: 3 }),
  ),
})).value;

test("carrying out the changes between two values makes one of the other", () => {
  fc.assert(
    fc.property(anyValue, anyValue, (before, after) => {
      const result = changesBetween(before, after).reduce<JsonValue>((value, change) => {
        const outcome = patched(value, { ...change, path: pointerTo(change.path), reason: "" });
        if (outcome.kind === "failed") throw new Error(outcome.message);
        return outcome.value;
      }, before);
      expect(result).toEqual(after);
    }),
    { numRuns: 1000 },
  );
});

test("an item that was put in between is one change", () => {
  const [first, second, third] = ["a", "b", "c"].map((name) => ({ name, value: "x" }));
  const changes = changesBetween(
    [first ?? null, third ?? null],
    [first ?? null, second ?? null, third ?? null],
  );
  expect(changes).toEqual([{ op: "add", path: [1], value: second }]);
});

test("an item with another name at the same place is a change of its name", () => {
  const changes = changesBetween([{ name: "a", value: 1 }], [{ name: "b", value: 1 }]);
  expect(changes).toEqual([{ op: "replace", path: [0, "name"], value: "b", old: "a" }]);
});
