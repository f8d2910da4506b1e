import type { JsonValue } from "../model/json.js";

/** The kinds of steps that a shape knows. */
export const STEP_KINDS = ["http", "assign", "loop"] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** What starts an action. A schedule is a kind of its own for each frequency: their keys differ. */
export const TRIGGER_KINDS = ["hourly", "daily", "weekly", "monthly", "webhook", "event"] as const;
export type TriggerKind = (typeof TRIGGER_KINDS)[number];

/** The kinds of objects that a file is made of. `file` is everything around variables, steps and trigger. */
export const OBJECT_KINDS = ["file", "variable", "header", ...STEP_KINDS, ...TRIGGER_KINDS] as const;
export type ObjectKind = (typeof OBJECT_KINDS)[number];

/** The fields whose values are words of TOPdesk, which may differ. */
export const WORD_FIELDS = [
  "formatVersion",
  "method",
  "executionCondition",
  "assignmentType",
  "day",
  "dayOfMonth",
] as const;
export type WordField = (typeof WORD_FIELDS)[number];

/** How a value is written where that is not the way in which we write it. */
export const FORMS = ["HH:mm:ss", "ISO 8601", "null when empty", "list of one", "expression"] as const;
export type Form = (typeof FORMS)[number];

/** What a word tells: the kind of a step or trigger, or how often a schedule runs. */
export type Tag = "type" | "frequency";

/** What stands at a key of an object. */
export type Slot =
  /**
   * One of our fields. `unless` is the value for which the key is left out; `otherwise` is written where we have no
   * such field.
   */
  | {
      readonly from: string;
      readonly written?: Form;
      readonly unless?: JsonValue;
      readonly otherwise?: JsonValue;
    }
  /** The word by which this kind of object is known. */
  | { readonly is: JsonValue; readonly of: Tag }
  /** A key of which we know nothing but the value that TOPdesk gives it. */
  | { readonly value: JsonValue }
  /** A key of which we know nothing, with another value each time. It is read, and left out where we write. */
  | { readonly varies: true }
  /** An object within. `for` names the one of ours that it stands for. */
  | { readonly object: Keys; readonly for?: string };

/** The keys of an object in their order. */
// An interface, because a type that holds itself must have a name.
// eslint-disable-next-line @typescript-eslint/consistent-indexed-object-style
export interface Keys {
  readonly [key: string]: Slot;
}

/** How a file names the entries of a list: one object each, or one object with their names as keys. */
export type NamedAs = "list" | "map";

/**
 * How one TOPdesk writes an action, as far as it was learned. What is not in here is written as the schemas of this
 * project have it.
 */
export interface Shape {
  readonly variables: NamedAs;
  readonly headers: NamedAs;
  readonly objects: Readonly<Partial<Record<ObjectKind, Keys>>>;
  /** For each field our words, and the ones that stand for them. */
  readonly words: Readonly<Partial<Record<WordField, Readonly<Record<string, JsonValue>>>>>;
}
