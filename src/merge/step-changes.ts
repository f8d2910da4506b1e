import { without, type StepEntry } from "../diff/document.js";
import { sameValue } from "../diff/equal.js";

/** Whether a step itself says something else than before; its sub-steps are steps of their own. */
export function changedSource(before: StepEntry, after: StepEntry): boolean {
  const skipped = [
    ...(before.children === undefined ? [] : ["subSteps"]),
    ...(after.children === undefined ? [] : ["subSteps"]),
  ];
  return !sameValue(without(before.source, skipped), without(after.source, skipped));
}
