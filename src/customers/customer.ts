import type { ActionDefinition } from "../builders/define-action.js";
import type { TargetId } from "../model/action.js";
import type { JsonObject } from "../model/json.js";

/** The languages that every action has texts in. */
export const LANGUAGES = ["nl", "en", "de"] as const;
export type Language = (typeof LANGUAGES)[number];

/** What makes a customer's mails look like their own. */
export interface Branding {
  readonly organisation?: string;
  /** An address that starts with https. */
  readonly logoUrl?: string;
  /** `#rrggbb`. */
  readonly accentColor?: string;
  /** Plain text; its lines stay lines. */
  readonly signature?: string;
}

/** What a customer says of a variable of an action. */
export interface VariableSetting {
  /** What the admin sees in the variable until it is filled in. */
  readonly hint?: string;
  /** The value itself. Refused for variables that are secret. */
  readonly value?: string;
}

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
