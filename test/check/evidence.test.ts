import { expect, test } from "vitest";
import { inferredKeys } from "../../src/check/evidence.js";
import type { JsonObject, JsonValue } from "../../src/model/json.js";
import {
  actionFile,
  assignment,
  changed,
  check,
  inStep,
  loop,
  request,
  sequenceFile,
} from "./sample-file.js";

const names = (value: JsonValue) => inferredKeys(value, "action").map((key) => key.name);
const withTrigger = (trigger: JsonObject) => changed(actionFile(), ["action", "trigger"], trigger);

test("a file with requests only holds nothing inferred, in either format", () => {
  expect(names(actionFile([request("a", { subSteps: [request("b")] })], [{ name: "x", value: "" }]))).toEqual(
    [],
  );
  expect(names(actionFile([], { x: "" }))).toEqual([]);
  expect(inferredKeys(sequenceFile([request("a")]), "actionSequence")).toEqual([]);
});

test("a loop is inferred but for its steps; each key is named once, also when it stands twice", () => {
  const keys = inferredKeys(actionFile([request("a"), loop("b", [loop("c", [])]), loop("d", [])]), "action");
  expect(keys.map((key) => key.name)).toEqual([
    "LOOP.type = LOOP",
    "LOOP.name",
    "LOOP.collectionTemplate",
    "LOOP.itemKey",
    "LOOP.executionCondition",
    "LOOP.customExecutionCondition",
  ]);
  expect(keys[0]?.path).toEqual(["action", "configuration", "steps", 1, "type"]);
});

test("of an assignment only the way to assign is inferred", () => {
  expect(names(actionFile([assignment("a", "x")]))).toEqual(["ASSIGN_VARIABLE.assignmentType = TEXT"]);
});

test("all of a trigger is inferred", () => {
  const schedule = {
    frequency: "WEEKLY",
    days: ["MONDAY", "FRIDAY"],
    time: "12:00",
    timeZone: "Europe/Amsterdam",
  };
  expect(names(withTrigger({ type: "SCHEDULED", schedule }))).toEqual([
    "trigger",
    "trigger.type = SCHEDULED",
    "trigger.schedule",
    "trigger.schedule.frequency = WEEKLY",
    "trigger.schedule.days",
    "trigger.schedule.time",
    "trigger.schedule.timeZone",
  ]);
});

test("a trigger of another shape is still a key that nothing confirms", () => {
  expect(names(withTrigger({ type: "MOON", phase: "full" }))).toEqual(["trigger"]);
});

test("checking says so once, at the first of the keys", () => {
  const [finding, ...others] = check(actionFile([request("a"), loop("b", [])]));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ code: "TA901", severity: "info", pointer: inStep(1, "type") });
  expect(finding?.message).toMatch(/LOOP\.type = LOOP, .*LOOP\.itemKey/);
  expect(finding?.hint).toMatch(/action-plain/);
});
