import type { Macro } from "../tree.js";
import type { Numeric } from "./numeric.js";
import type { OutputFormat } from "./output-format.js";
import type { ModelDirective, ModelMethod } from "./model.js";
import type { Routine } from "./routine.js";

/** What an expression can evaluate to; a missing value is `undefined`. */
export type Value =
  | Text
  | NumberValue
  | BooleanValue
  | DateValue
  | Sequence
  | Stream
  | Hash
  | Markup
  | Method
  | RoutineValue
  | DirectiveValue
  | Nothing
  | RegexMatches
  | RegexMatch;

export interface Text {
  readonly kind: "string";
  readonly text: string;
}
export interface NumberValue {
  readonly kind: "number";
  readonly value: Numeric;
}
export interface BooleanValue {
  readonly kind: "boolean";
  readonly value: boolean;
}
export type DateKind = "date" | "time" | "datetime" | "unknown";
export interface DateValue {
  readonly kind: "date";
  readonly type: DateKind;
  /** Milliseconds since 1970 in UTC. */
  readonly instant: number;
}
/** A list whose items can be taken in any order. The range without an end has an infinite size. */
export interface Sequence {
  readonly kind: "sequence";
  readonly size: number;
  readonly at: (index: number) => Value | undefined;
  /** For a range: what slices need to know about it. */
  readonly range: RangeBounds | undefined;
  /** Items that may be followed by more, which belong to longer lists. */
  readonly extendable?: (Value | undefined)[];
}
export interface RangeBounds {
  readonly from: number;
  readonly step: 1 | -1;
  readonly size: number;
  /** Whether a slice may end before the range does. */
  readonly adaptive: boolean;
  /** FreeMarker lets `"abc"[2..1]` through, as an empty text. */
  readonly inclusive: boolean;
}
/** What `?filter` and its like give to those who take it item by item. */
export interface Stream {
  readonly kind: "stream";
  readonly items: Iterable<Value | undefined>;
  /** When it is known without going through them. */
  readonly size: number | undefined;
}
export interface Hash {
  readonly kind: "hash";
  readonly get: (key: string) => Value | undefined;
  /** Missing where the keys cannot be listed. */
  readonly keys: (() => readonly string[]) | undefined;
}
/** Text of an output format, which needs no more escaping. */
export interface Markup {
  readonly kind: "markup";
  readonly format: OutputFormat;
  readonly markup: string;
  /** The text that was escaped, when it was nothing else. */
  readonly source: string | undefined;
}
/** Something that is called with arguments: of the model, or a built-in that waits for them. */
export interface Method {
  readonly kind: "method";
  readonly method: ModelMethod | BoundMethod;
}
export interface BoundMethod {
  readonly bound: (given: readonly (Value | undefined)[]) => Value | undefined;
}
/** A macro or a function of the template. */
export interface RoutineValue {
  readonly kind: "routine";
  readonly routine: Routine;
  readonly definition: Macro;
}
export interface DirectiveValue {
  readonly kind: "directive";
  readonly directive: ModelDirective;
}
/** What `missing!` gives: an empty text, list and hash in one. That of `?if_exists` is false, too. */
export interface Nothing {
  readonly kind: "nothing";
  readonly isFalse: boolean;
}
/** What `?matches` gives: a list of matches, and whether the whole text is one. */
export interface RegexMatches {
  readonly kind: "matches";
  readonly whole: () => RegexMatch | undefined;
  readonly parts: () => readonly RegexMatch[];
  readonly groupCount: () => number;
}
/** One match: its text, which has groups. */
export interface RegexMatch {
  readonly kind: "match";
  readonly text: string;
  readonly groups: readonly (string | undefined)[];
}
export const TRUE: BooleanValue = { kind: "boolean", value: true };
export const FALSE: BooleanValue = { kind: "boolean", value: false };
export const NOTHING: Nothing = { kind: "nothing", isFalse: false };
export const FALSE_NOTHING: Nothing = { kind: "nothing", isFalse: true };
export const EMPTY_TEXT: Text = { kind: "string", text: "" };

export const textValue = (text: string): Text => ({ kind: "string", text });
export const numberValue = (value: Numeric): NumberValue => ({ kind: "number", value });
export const booleanValue = (value: boolean): BooleanValue => (value ? TRUE : FALSE);

export function listValue(items: readonly (Value | undefined)[]): Sequence {
  return { kind: "sequence", size: items.length, at: (index) => items[index], range: undefined };
}

export function mapValue(entries: ReadonlyMap<string, Value | undefined>): Hash {
  return { kind: "hash", get: (key) => entries.get(key), keys: () => [...entries.keys()] };
}
