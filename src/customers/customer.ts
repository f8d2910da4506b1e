import type { ActionDefinition } from "../builders/define-action.js";
import type { TargetId } from "../model/action.js";
import type { JsonObject, JsonValue } from "../model/json.js";
import type { Shape } from "../shapes/shape.js";

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

/** The operations of JSON Patch (RFC 6902, section 4). */
export const PATCH_OPERATIONS = ["add", "remove", "replace", "move", "copy", "test"] as const;

/** One change of a built file, by RFC 6902, and why it is made. */
export interface PatchOperation {
  readonly op: (typeof PATCH_OPERATIONS)[number];
  readonly path: string;
  /** For `add`, `replace` and `test`. */
  readonly value?: JsonValue;
  /** For `move` and `copy`. */
  readonly from?: string;
  readonly reason: string;
  /** Only for files of these targets. Default: for all that are built. */
  readonly targets?: readonly TargetId[];
  /** Where the entry was written, for findings. */
  readonly place?: PatchPlace;
}

export interface PatchPlace {
  readonly file: string;
  readonly pointer: string;
  readonly line?: number;
  readonly column?: number;
}

/** One action as one customer wants it. */
export interface CustomerAction {
  readonly definition: ActionDefinition;
  /** The targets to write. */
  readonly targets: readonly TargetId[];
  /** Values of parameters, checked. */
  readonly parameters: JsonObject;
  /** By the name of the variable. */
  readonly variables: Readonly<Record<string, VariableSetting>>;
  /** Changes of the finished file, in their order. */
  readonly patch: readonly PatchOperation[];
}

/** What is built for one customer. */
export interface Customer {
  /** The name of the customer's file, and of the folder in `dist/`. */
  readonly id: string;
  /** What people call the customer. Default: the id. */
  readonly name: string;
  readonly language: Language | undefined;
  readonly branding: Branding;
  readonly actions: readonly CustomerAction[];
  /** The customer's own text templates, by path below its folder (`minimum-stock/mail.nl.hbs`). */
  readonly texts: ReadonlyMap<string, string>;
  /** The files that hold these texts, as messages name them: some may be a parent's. By the same paths. */
  readonly textFiles?: ReadonlyMap<string, string>;
  /** How the customer's TOPdesk writes actions, where it was learned. Default: as our schemas have it. */
  readonly shape?: Shape;
}
