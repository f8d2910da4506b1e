import type { JsonValue } from "./json.js";
import type { Residue } from "./residue.js";
import type { Schedule } from "./schedule.js";
import type { OpenEnum, Step, Suppression } from "./step.js";

/** A variable of an action. In a file its value travels in clear text, so it holds a hint, never a secret. */
export interface Variable {
  readonly name: string;
  /** What the admin sees and replaces after the import. */
  readonly value: string;
  /** Whether what the admin fills in must stay secret. The file has no place for this. */
  readonly secret?: boolean;
  readonly residue?: Residue;
}

/** What starts an action. */
export type Trigger =
  | { readonly type: "SCHEDULED"; readonly schedule: Schedule }
  | { readonly type: "WEBHOOK"; readonly path: string }
  | { readonly type: "EVENT"; readonly cardType: string }
  | { readonly type: "UNKNOWN"; readonly value: JsonValue };

/** An action or a classic action sequence: what it is called, what starts it, and its steps in order. */
export interface Action {
  readonly name: string;
  readonly description: string;
  readonly trigger?: Trigger;
  /** TOPdesk's `structureName`: the card type that a classic action sequence belongs to. */
  readonly cardType?: OpenEnum<CardType>;
  readonly variables: readonly Variable[];
  readonly steps: readonly Step[];
  readonly suppressions?: readonly Suppression[];
  /** What stands around it in its file, for an action that came from a file. */
  readonly frame?: FileFrame;
}

/** What a file holds around its action, where it is not what we would write. */
export interface FileFrame {
  readonly formatVersion?: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly exportDate?: number;
  readonly residue?: FileResidue;
}

/** Card types seen in exports. TOPdesk has more. */
export const CARD_TYPES = ["incident1", "incident2", "changeactivity2"] as const;
export type CardType = (typeof CARD_TYPES)[number];

/** The kinds of file that an action can be written as; see `targets/`. */
export const TARGET_IDS = ["action", "action-plain", "action-sequence"] as const;
export type TargetId = (typeof TARGET_IDS)[number];

/** The key at the root of a file, which tells the two formats apart. */
export type RootKey = "action" | "actionSequence";

/** An action as it stands in a file. */
export interface ActionFile {
  readonly root: RootKey;
  /** A string of number parts: "2.10" is later than "2.7". */
  readonly formatVersion: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly exportDate: number;
  readonly action: Action;
  /** Set when the file was read: what the model has no place for, object by object. */
  readonly residue?: FileResidue;
}

/** Residues of the objects around the steps. */
export interface FileResidue {
  readonly root?: Residue;
  readonly action?: Residue;
  readonly configuration?: Residue;
  /** `map` when the file wrote variables as `{ name: value }`. */
  readonly variablesAs: "list" | "map";
}
