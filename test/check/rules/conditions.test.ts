import { describe, expect, test } from "vitest";
import { conditions } from "../../../src/check/rules/conditions.js";
import { actionFile, found, inStep, loop, request } from "../sample-file.js";

function inRule(executionCondition: string, customExecutionCondition: string) {
  const step = request("inner", { executionCondition, customExecutionCondition });
  return found(conditions, actionFile([loop("each", [step])]));
}

const place = { pointer: inStep(0, "subSteps/0/customExecutionCondition"), step: "inner" };

describe.each(["CUSTOM", "ONLY_WHEN_PREVIOUS_SUCCEEDED_AND_CUSTOM"])("a step that runs on %s", (word) => {
  test("with a condition is fine", () => {
    expect(inRule(word, "${(1 < 2)?c}")).toEqual([]);
  });

  test.each(["", "  \n"])("needs a condition, and %j is none", (text) => {
    const [finding, ...others] = inRule(word, text);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: "TA208", ...place });
    expect(finding?.message).toMatch(new RegExp(`"inner" runs on ${word}, but its condition is empty`));
    expect(finding?.hint).toMatch(/prints true/);
  });
});

describe.each(["ALWAYS", "ONLY_WHEN_PREVIOUS_SUCCEEDED"])("a step that runs on %s", (word) => {
  test("without a condition is fine", () => {
    expect(inRule(word, "")).toEqual([]);
  });

  test("has no use for a condition", () => {
    const [finding, ...others] = inRule(word, "true");
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: "TA209", ...place });
    expect(finding?.message).toContain(word);
    expect(finding?.hint).toMatch(/Use CUSTOM/);
  });
});

test("of an unknown word nobody knows whether it looks at the condition", () => {
  expect(inRule("CUSTOM_OR_FAILED", "true")).toEqual([]);
  expect(inRule("CUSTOM_OR_FAILED", "")).toEqual([]);
});
