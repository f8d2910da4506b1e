import { describe, expect, test } from "vitest";
import type { ActionFile } from "../../src/model/action.js";
import type { AssignStep, HttpStep, LoopStep, Step, UnknownStep } from "../../src/model/step.js";
import { placedSteps, textsOf } from "../../src/model/walk.js";

const base = { executionCondition: "CUSTOM", customExecutionCondition: "condition" };

const get: HttpStep = {
  ...base,
  kind: "http",
  name: "get",
  method: "GET",
  url: "url",
  headers: [
    { name: "A", value: "first header" },
    { name: "B", value: "second header" },
  ],
  escapeBodyValues: true,
  body: "body",
};
const keep: AssignStep = {
  ...base,
  kind: "assign",
  name: "keep",
  assignmentType: "TEXT",
  variableKey: "v",
  valueTemplate: "value",
};
const newer: UnknownStep = { ...base, kind: "unknown", name: "newer", type: "AI_STEP", subSteps: [keep] };
const inner: LoopStep = loop("inner", [keep, newer]);
const outer: LoopStep = loop("outer", [get, inner]);

function loop(name: string, subSteps: readonly Step[]): LoopStep {
  return { ...base, kind: "loop", name, collectionTemplate: "list", itemKey: "item", subSteps };
}

function fileOf(root: ActionFile["root"], steps: readonly Step[]): ActionFile {
  return {
    root,
    formatVersion: "1.0",
    exportDate: 0,
    action: { name: "", description: "", variables: [], steps },
  };
}

describe("all steps of a file", () => {
  test("come in order, each container before its steps, with their path and containers", () => {
    const steps = placedSteps(fileOf("action", [get, outer, keep]));
    const start = "action/configuration/steps";
    expect(
      steps.map(({ step, path, containers }) => [
        step.name,
        path.join("/"),
        containers.map(({ name }) => name),
      ]),
    ).toEqual([
      ["get", `${start}/0`, []],
      ["outer", `${start}/1`, []],
      ["get", `${start}/1/subSteps/0`, ["outer"]],
      ["inner", `${start}/1/subSteps/1`, ["outer"]],
      ["keep", `${start}/1/subSteps/1/subSteps/0`, ["outer", "inner"]],
      ["newer", `${start}/1/subSteps/1/subSteps/1`, ["outer", "inner"]],
      ["keep", `${start}/1/subSteps/1/subSteps/1/subSteps/0`, ["outer", "inner", "newer"]],
      ["keep", `${start}/2`, []],
    ]);
  });

  test("start at the root of their kind of file", () => {
    const [place] = placedSteps(fileOf("actionSequence", [get]));
    expect(place?.path).toEqual(["actionSequence", "configuration", "steps", 0]);
    expect(placedSteps(fileOf("action", []))).toEqual([]);
  });
});

describe("the FreeMarker texts of a step", () => {
  test.each<[string, Step, readonly (readonly [string, string, string])[]]>([
    [
      "a request",
      get,
      [
        ["url", "url", "url"],
        ["headers", "headers/0/value", "first header"],
        ["headers", "headers/1/value", "second header"],
        ["body", "body", "body"],
        ["customExecutionCondition", "customExecutionCondition", "condition"],
      ],
    ],
    [
      "an assignment",
      keep,
      [
        ["valueTemplate", "valueTemplate", "value"],
        ["customExecutionCondition", "customExecutionCondition", "condition"],
      ],
    ],
    [
      "a loop, without those of its steps",
      outer,
      [
        ["collectionTemplate", "collectionTemplate", "list"],
        ["customExecutionCondition", "customExecutionCondition", "condition"],
      ],
    ],
    [
      "a step of an unknown kind",
      newer,
      [["customExecutionCondition", "customExecutionCondition", "condition"]],
    ],
  ])("of %s", (_what, step, expected) => {
    const [place] = placedSteps(fileOf("action", [step]));
    const texts = place === undefined ? [] : textsOf(place);
    expect(texts.map(({ key, path, text }) => [key, path.slice(4).join("/"), text])).toEqual(expected);
    for (const text of texts) expect(text.place).toBe(place);
  });
});
