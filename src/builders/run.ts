import type { ExecutionCondition } from "../model/step.js";
import { and, type Condition } from "./operations.js";
import { isText, onlyIf, print, text, type Text } from "./text.js";

/**
 * A condition that guards a step: a comparison, or text that prints `true` or `false` when one comparison cannot
 * say it.
 */
export type Guard = Condition | Text<"plain">;

/** When a step runs. Made by {@link always}, {@link afterSuccess}, {@link when} and {@link afterSuccessWhen}. */
export interface Run {
  readonly executionCondition: ExecutionCondition;
  readonly guard?: Guard;
}

/** Runs whatever happened before. */
export const always: Run = { executionCondition: "ALWAYS" };

/** Runs when the step before it succeeded. The default of every step. */
export const afterSuccess: Run = { executionCondition: "ONLY_WHEN_PREVIOUS_SUCCEEDED" };

/** Runs when the condition holds, even if the step before it failed. */
export function when(guard: Guard): Run {
  return { executionCondition: "CUSTOM", guard };
}

/** Runs when the step before it succeeded and the condition holds. */
export function afterSuccessWhen(guard: Guard): Run {
  return { executionCondition: "ONLY_WHEN_PREVIOUS_SUCCEEDED_AND_CUSTOM", guard };
}

/** The same run with one more condition that must hold. */
export function narrowed(run: Run, condition: Condition): Run {
  switch (run.executionCondition) {
    case "ALWAYS":
      return when(condition);
    case "ONLY_WHEN_PREVIOUS_SUCCEEDED":
      return afterSuccessWhen(condition);
    case "CUSTOM":
    case "ONLY_WHEN_PREVIOUS_SUCCEEDED_AND_CUSTOM":
      return { ...run, guard: run.guard === undefined ? condition : both(condition, run.guard) };
  }
}

/** The FreeMarker text of a run's condition, "" when it has none. */
export function customConditionText(run: Run): string {
  if (run.guard === undefined) return "";
  return print(isText(run.guard) ? run.guard : text`${run.guard}`, "plain");
}

function both(condition: Condition, guard: Guard): Guard {
  return isText(guard) ? onlyIf(condition, guard, text`false`) : and(condition, guard);
}
