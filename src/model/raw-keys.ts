import type { Action } from "./action.js";
import type { Step } from "./step.js";

/** Whether an author gave an action keys that the builders have no word for: then no schema can know all of its keys. */
export function holdsRawKeys({ frame, variables, steps }: Action): boolean {
  return (
    frame?.residue !== undefined ||
    variables.some(({ residue }) => residue !== undefined) ||
    steps.some(hasRawKeys)
  );
}

function hasRawKeys(step: Step): boolean {
  if (step.kind === "unknown" || step.residue !== undefined) return true;
  if (step.kind === "http" && step.headers.some(({ residue }) => residue !== undefined)) return true;
  return (step.subSteps ?? []).some(hasRawKeys);
}
