import { describe, expect, test } from "vitest";
import type { PatchOperation } from "../../src/customers/customer.js";
import { patched } from "../../src/customers/json-patch.js";
import type { JsonValue } from "../../src/model/json.js";

type Operation = Omit<PatchOperation, "reason">;
const carryOut = (value: JsonValue, operations: readonly Operation[]): JsonValue | undefined => {
  let current: JsonValue = value;
  for (const operation of operations) {
    const outcome = patched(current, { ...operation, reason: "test" });
    if (outcome.kind === "failed") return undefined;
    current = outcome.value;
  }
  return current;
};

// Source: RFC 6902, appendix A. The last item is the result; undefined when the RFC says that it is an error.
const RFC: readonly (readonly [string, JsonValue, readonly Operation[], JsonValue | undefined])[] = [
  ["A.1", { foo: "bar" }, [{ op: "add", path: "/baz", value: "qux" }], { baz: "qux", foo: "bar" }],
  [
    "A.2",
    { foo: ["bar", "baz"] },
    [{ op: "add", path: "/foo/1", value: "qux" }],
    { foo: ["bar", "qux", "baz"] },
  ],
  ["A.3", { baz: "qux", foo: "bar" }, [{ op: "remove", path: "/baz" }], { foo: "bar" }],
  ["A.4", { foo: ["bar", "qux", "baz"] }, [{ op: "remove", path: "/foo/1" }], { foo: ["bar", "baz"] }],
  [
    "A.5",
    { baz: "qux", foo: "bar" },
    [{ op: "replace", path: "/baz", value: "boo" }],
    { baz: "boo", foo: "bar" },
  ],
  [
    "A.6",
    { foo: { bar: "baz", waldo: "fred" }, qux: { corge: "grault" } },
    [{ op: "move", from: "/foo/waldo", path: "/qux/thud" }],
    { foo: { bar: "baz" }, qux: { corge: "grault", thud: "fred" } },
  ],
  [
    "A.7",
    { foo: ["all", "grass", "cows", "eat"] },
    [{ op: "move", from: "/foo/1", path: "/foo/3" }],
    { foo: ["all", "cows", "eat", "grass"] },
  ],
  [
    "A.8",
    { baz: "qux", foo: ["a", 2, "c"] },
    [
      { op: "test", path: "/baz", value: "qux" },
      { op: "test", path: "/foo/1", value: 2 },
    ],
    { baz: "qux", foo: ["a", 2, "c"] },
  ],
  ["A.9", { baz: "qux" }, [{ op: "test", path: "/baz", value: "bar" }], undefined],
  [
    "A.10",
    { foo: "bar" },
    [{ op: "add", path: "/child", value: { grandchild: {} } }],
    { foo: "bar", child: { grandchild: {} } },
  ],
  ["A.12", { foo: "bar" }, [{ op: "add", path: "/baz/bat", value: "qux" }], undefined],
  ["A.14", { "/": 9, "~1": 10 }, [{ op: "test", path: "/~01", value: 10 }], { "/": 9, "~1": 10 }],
  ["A.15", { "/": 9, "~1": 10 }, [{ op: "test", path: "/~01", value: "10" }], undefined],
  [
    "A.16",
    { foo: ["bar"] },
    [{ op: "add", path: "/foo/-", value: ["abc", "def"] }],
    { foo: ["bar", ["abc", "def"]] },
  ],
  ["4.1, a key that is there", { a: 1 }, [{ op: "add", path: "/a", value: 2 }], { a: 2 }],
  ["4.1, the whole document", { a: 1 }, [{ op: "add", path: "", value: [] }], []],
  ["4.1, an index after the end", [1], [{ op: "add", path: "/2", value: 2 }], undefined],
  ["4.2, what is not there", {}, [{ op: "remove", path: "/a" }], undefined],
  ["4.3, what is not there", {}, [{ op: "replace", path: "/a", value: 1 }], undefined],
  ["4.4, into itself", { a: { b: 1 } }, [{ op: "move", from: "/a", path: "/a/b" }], undefined],
  ["4.4, to where it is", { a: 1 }, [{ op: "move", from: "/a", path: "/a" }], { a: 1 }],
  ["4.5", { a: [1] }, [{ op: "copy", from: "/a", path: "/b" }], { a: [1], b: [1] }],
  [
    "4.6, keys in another order",
    { a: { b: 1, c: [2] } },
    [{ op: "test", path: "/a", value: { c: [2], b: 1 } }],
    { a: { b: 1, c: [2] } },
  ],
  ["RFC 6901, 4: no zero before an index", [1, 2], [{ op: "remove", path: "/01" }], undefined],
];

test.each(RFC)("RFC 6902, %s", (_section, value, operations, expected) => {
  const before = JSON.stringify(value);
  expect(carryOut(value, operations)).toEqual(expected);
  expect(JSON.stringify(value)).toBe(before);
});

test("keys keep their order", () => {
  expect(
    JSON.stringify(carryOut({ a: 1, b: { c: 1, d: 2 }, e: 3 }, [{ op: "replace", path: "/b/c", value: 9 }])),
  ).toBe('{"a":1,"b":{"c":9,"d":2},"e":3}');
});

describe("what every object has is not hit", () => {
  test.each([
    "/__proto__/polluted",
    "/constructor/prototype/polluted",
    "/__proto__",
    "/a/__proto__/polluted",
    "/a/length",
  ])("%s", (path) => {
    expect(carryOut({ a: [] }, [{ op: "add", path, value: true }])).toBeUndefined();
    expect(carryOut({ a: [] }, [{ op: "replace", path, value: true }])).toBeUndefined();
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});

test.each<readonly [string, RegExp, RegExp]>([
  ["/action/nmae", /There is no \/action\/nmae\./, /Did you mean \/action\/name\?/],
  ["/action/steps/2", /There is no \/action\/steps\/2: \/action\/steps has 1 items/, /counted from 0/],
  ["/zzz", /There is no \/zzz/, /The file has: action/],
  ["/action/name/x", /\/action\/name has nothing in it/, /Correct the path/],
])("what %s misses is said", (path, message, hint) => {
  const outcome = patched({ action: { name: "x", steps: [{}] } }, { op: "remove", path, reason: "x" });
  expect(outcome).toMatchObject({ kind: "failed" });
  if (outcome.kind !== "failed") return;
  expect(outcome.message).toMatch(message);
  expect(outcome.hint).toMatch(hint);
});
