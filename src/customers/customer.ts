import type { ActionDefinition } from "../builders/define-action.js";
import type { TargetId } from "../model/action.js";
import type { JsonObject } from "../model/json.js";

/** One action as one customer wants it. */
export interface CustomerAction {
  readonly definition: ActionDefinition;
  /** The targets to write. */
  readonly targets: readonly TargetId[];
  /** Values of parameters, checked. */
  readonly parameters: JsonObject;
}

/** What is built for one customer. */
export interface Customer {
  /** The name of the customer's file, and of the folder in `dist/`. */
  readonly id: string;
  readonly actions: readonly CustomerAction[];
}
