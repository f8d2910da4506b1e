import { expect, test } from "vitest";
import { usesCustomCondition } from "../../src/model/step.js";

test.each([
  ["ALWAYS", false],
  ["ONLY_WHEN_PREVIOUS_SUCCEEDED", false],
  ["CUSTOM", true],
  ["ONLY_WHEN_PREVIOUS_SUCCEEDED_AND_CUSTOM", true],
  ["SOMETHING_NEWER", false],
])("%s reads the custom condition: %s", (condition, expected) => {
  expect(usesCustomCondition(condition)).toBe(expected);
});
