import type { Action } from "../model/action.js";
import type { Step } from "../model/step.js";
import type { Refusal, Target } from "./target.js";

/** Classic action sequences, which belong to a card type and hold requests only. */
export const actionSequenceTarget: Target = {
  id: "action-sequence",
  description: "Classic action sequences of one card type: requests only, events are set on the screen",
  root: "actionSequence",
  refusals: (action) => [
    ...triggerRefusals(action),
    ...cardRefusals(action),
    ...action.steps.flatMap(stepRefusals),
  ],
  adapt: ({ trigger, ...action }) => action,
};

function triggerRefusals({ trigger }: Action): readonly Refusal[] {
  if (trigger === undefined || trigger.type === "EVENT") return [];
  const how =
    trigger.type === "SCHEDULED"
      ? "on a schedule"
      : trigger.type === "WEBHOOK"
        ? "on a webhook"
        : "otherwise";
  return [
    {
      message: `A classic action sequence belongs to a card and cannot start ${how}.`,
      hint: "Use the target action or action-plain.",
    },
  ];
}

function cardRefusals({ cardType }: Action): readonly Refusal[] {
  if (cardType !== undefined) return [];
  return [
    {
      message: "A classic action sequence belongs to a card type, and this action names none.",
      hint: 'Name one or more in the action\'s cardTypes, such as "incident1", or use the target action.',
    },
  ];
}

function stepRefusals(step: Step): readonly Refusal[] {
  if (step.kind === "http" && step.subSteps === undefined) return [];
  const what = step.kind === "loop" ? "loop" : step.kind === "assign" ? "variable assignment" : "step";
  return [
    {
      step: step.name,
      message: `A classic action sequence holds requests only, so the ${what} "${step.name}" cannot be written.`,
      hint: "Use the target action.",
    },
  ];
}
