import type { Action } from "../model/action.js";
import type { Step } from "../model/step.js";
import { actionTarget } from "./action.js";
import type { Refusal, Target } from "./target.js";

/** The current action service with nothing in the file that no public evidence confirms. */
export const actionPlainTarget: Target = {
  id: "action-plain",
  description: "TOPdesk's current actions, using only what is confirmed: requests, no loop, no trigger",
  root: "action",
  refusals: (action) => [...actionTarget.refusals(action), ...action.steps.flatMap(refusalsOf)],
  adapt: withoutTrigger,
};

/** The admin sets the trigger on the screen, as TOPdesk's own guide does before the import. */
function withoutTrigger({ trigger, ...action }: Action): Action {
  return action;
}

function refusalsOf(step: Step): readonly Refusal[] {
  switch (step.kind) {
    case "http":
      return (step.subSteps ?? []).flatMap(refusalsOf);
    case "loop":
      return [
        {
          step: step.name,
          message: `The target action-plain has no loop step, so the loop "${step.name}" cannot be written.`,
          hint: "Use the target action, or loop over the data inside a text with each(...).",
        },
      ];
    case "assign":
      return [
        {
          step: step.name,
          message: `The values of assignmentType are not confirmed, so action-plain cannot hold the step "${step.name}".`,
          hint: "Use the target action, or compute the value inside the text that needs it with naming(...).",
        },
      ];
    case "unknown":
      return [
        {
          step: step.name,
          message: `The step "${step.name}" is of a type that this project does not know.`,
          hint: "Use the target action.",
        },
      ];
  }
}
