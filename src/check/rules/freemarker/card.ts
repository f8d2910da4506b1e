import type { Subject } from "../../subject.js";

/** Whether an action is known to run without a card: on a schedule, or by a webhook. */
export function hasNoCard({ file: { action } }: Subject): boolean {
  return action.trigger?.type === "SCHEDULED" || action.trigger?.type === "WEBHOOK";
}
