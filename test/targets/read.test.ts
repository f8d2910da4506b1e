import { describe, expect, test } from "vitest";
import type { JsonObject, JsonValue } from "../../src/model/json.js";
import { readFile, rootKeyOf } from "../../src/targets/read.js";

describe("the root of a file", () => {
  const roots: readonly (readonly [JsonValue, string | undefined])[] = [
    [{ action: {} }, "action"],
    [{ actionSequence: {} }, "actionSequence"],
    [{ action: "text", actionSequence: {} }, "actionSequence"],
    [{ action: {}, actionSequence: {} }, undefined],
    [{ action: [] }, undefined],
    [{ Action: {} }, undefined],
    [{}, undefined],
    [[{ action: {} }], undefined],
    [null, undefined],
    ["action", undefined],
  ];
  test.each(roots)("of %j is %s", (value, root) => {
    expect(rootKeyOf(value)).toBe(root);
    expect(readFile(value)?.root).toBe(root);
  });
});

/** The steps that a file with these steps is read as. */
function stepsOf(root: "action" | "actionSequence", ...steps: readonly JsonObject[]) {
  return readFile({ [root]: { configuration: { steps } } })?.action.steps;
}

test("reads what stands in the file and gives usual values to what does not", () => {
  expect(
    readFile({ actionSequence: { name: "A", structureName: "incident2" }, exportDate: 3 }),
  ).toMatchObject({
    root: "actionSequence",
    formatVersion: "",
    exportDate: 3,
    action: { name: "A", description: "", cardType: "incident2", variables: [], steps: [] },
  });
});

test.each(["2.6", "2.10", "99", ""])(
  "decides by the root key, also when the version is %j",
  (formatVersion) => {
    expect(readFile({ formatVersion, action: {} })?.root).toBe("action");
  },
);

test("knows steps by their type", () => {
  const types = ["HTTP_REQUEST", "ASSIGN_VARIABLE", "LOOP", "WAIT", 7, null].map((type) => ({ type }));
  expect(stepsOf("action", ...types)?.map((step) => step.kind)).toEqual([
    "http",
    "assign",
    "loop",
    "unknown",
    "unknown",
    "unknown",
  ]);
});

test("takes a step without a type for a request", () => {
  expect(stepsOf("action", { name: "x" })).toMatchObject([
    { kind: "http", method: "GET", escapeBodyValues: true },
  ]);
});

test("takes every step of a classic file for a request, whatever its type says", () => {
  expect(stepsOf("actionSequence", { type: "LOOP" })?.map((step) => step.kind)).toEqual(["http"]);
});

test("reads steps below any step, also one of an unknown type", () => {
  const [step] = stepsOf("action", { type: "PARALLEL", subSteps: [{ type: "LOOP", subSteps: [{}] }] }) ?? [];
  expect(step).toMatchObject({
    kind: "unknown",
    subSteps: [{ kind: "loop", subSteps: [{ kind: "http" }] }],
  });
});

test.each([
  [[{ name: "a", value: "1" }], "list"],
  [{ a: "1" }, "map"],
] as const)("reads variables in both forms: %j", (variables, form) => {
  const file = readFile({ action: { configuration: { variables } } });
  expect(file?.action.variables).toMatchObject([{ name: "a", value: "1" }]);
  expect(file?.residue?.variablesAs).toBe(form);
});

test("reads a trigger of the new format only", () => {
  const trigger = { type: "WEBHOOK", path: "x" };
  expect(readFile({ action: { trigger } })?.action.trigger).toEqual(trigger);
  expect(readFile({ actionSequence: { trigger } })?.action.trigger).toBeUndefined();
});
