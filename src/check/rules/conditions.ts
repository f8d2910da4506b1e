import { EXECUTION_CONDITIONS, usesCustomCondition } from "../../model/step.js";
import type { Rule } from "../subject.js";

/** A custom condition needs its text, and a text needs a custom condition. */
export const conditions: Rule = function* ({ steps }) {
  for (const { step, path } of steps) {
    const place = { path: [...path, "customExecutionCondition"], step: step.name };
    const custom = usesCustomCondition(step.executionCondition);
    if (custom && step.customExecutionCondition.trim() === "") {
      yield {
        ...place,
        code: "TA208",
        message: `The step "${step.name}" runs on ${step.executionCondition}, but its condition is empty.`,
        hint: "Write a text that prints true when the step must run, or choose another executionCondition.",
      };
    }
    const known = EXECUTION_CONDITIONS.some((word) => word === step.executionCondition);
    if (known && !custom && step.customExecutionCondition !== "") {
      yield {
        ...place,
        code: "TA209",
        message: `The step "${step.name}" has a condition, but runs on ${step.executionCondition}, which does not look at it.`,
        hint: "Use CUSTOM or ONLY_WHEN_PREVIOUS_SUCCEEDED_AND_CUSTOM, or empty the condition.",
      };
    }
  }
};
