import type { Target } from "./target.js";

/** The current action service, with everything that our reading of its format can say. */
export const actionTarget: Target = {
  id: "action",
  description: "TOPdesk's current actions, with trigger and loop in the shape that this project inferred",
  root: "action",
  refusals: (action) =>
    action.cardType === undefined
      ? []
      : [
          {
            message: `An action does not belong to a card type, but this one is made for ${action.cardType}.`,
            hint: "Use the target action-sequence, or leave the card type out and start the action on an event.",
          },
        ],
  adapt: (action) => action,
};
