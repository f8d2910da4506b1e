import { expect, test } from "vitest";
import { pointerTo } from "../../src/check/diagnostic.js";
import { subjectOf, variablePath } from "../../src/check/subject.js";
import type { JsonValue } from "../../src/model/json.js";
import { readFile } from "../../src/targets/read.js";
import { actionFile, assignment, inStep, loop, request } from "./sample-file.js";

function modelOf(value: JsonValue) {
  const file = readFile(value);
  if (file === undefined) throw new Error("not an action");
  return file;
}

test("rules see every step before the steps in it, and every text and reference with its place", () => {
  const inner = request("inner", { url: "${item.id}", headers: [{ name: "A", value: "${a.b}" }] });
  const subject = subjectOf(modelOf(actionFile([loop("each", [inner]), assignment("set", "x", "plain")])));
  expect(subject.steps.map(({ step }) => step.name)).toEqual(["each", "inner", "set"]);
  expect(subject.texts.map(({ path }) => pointerTo(path))).toEqual([
    inStep(0, "collectionTemplate"),
    inStep(0, "customExecutionCondition"),
    inStep(0, "subSteps/0/url"),
    inStep(0, "subSteps/0/headers/0/value"),
    inStep(0, "subSteps/0/body"),
    inStep(0, "subSteps/0/customExecutionCondition"),
    inStep(1, "valueTemplate"),
    inStep(1, "customExecutionCondition"),
  ]);
  expect(subject.references.map(({ keys, text }) => [keys.join("."), text.key])).toEqual([
    ["item.id", "url"],
    ["a.b", "headers"],
  ]);
});

test.each([
  [[{ name: "a", value: "" }], "/action/configuration/variables/0"],
  [{ a: "" }, "/action/configuration/variables/a"],
])("a variable stands at its number in a list, and at its name in a map: %j", (variables, pointer) => {
  expect(pointerTo(variablePath(modelOf(actionFile([], variables)), 0))).toBe(pointer);
});
