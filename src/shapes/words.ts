import type { JsonValue } from "../model/json.js";
import { KNOWN_WORDS } from "./canonical.js";
import { marked, unmarked } from "./kept-names.js";
import type { Shape, WordField } from "./shape.js";

/** The words of one field, to and fro. */
export interface Vocabulary {
  /** For each of our words the one of the shape. */
  readonly toShape: ReadonlyMap<string, JsonValue>;
  /** For each word of the shape, as JSON, ours. */
  readonly toOurs: ReadonlyMap<string, string>;
}

export type Vocabularies = Readonly<Record<WordField, Vocabulary>>;

/** All words of a shape. Those that were not learned stand for themselves. */
export function vocabulariesOf({ words }: Shape): Vocabularies {
  const of = (field: WordField) => vocabulary(field, words[field] ?? {});
  return {
    formatVersion: of("formatVersion"),
    method: of("method"),
    executionCondition: of("executionCondition"),
    assignmentType: of("assignmentType"),
    day: of("day"),
    dayOfMonth: of("dayOfMonth"),
  };
}

function vocabulary(field: WordField, learned: Readonly<Record<string, JsonValue>>): Vocabulary {
  const toShape = new Map<string, JsonValue>();
  const toOurs = new Map<string, string>();
  const add = (ours: string, theirs: JsonValue) => {
    toShape.set(ours, theirs);
    toOurs.set(JSON.stringify(theirs), ours);
  };
  for (const [ours, theirs] of Object.entries(learned)) add(ours, theirs);
  for (const ours of KNOWN_WORDS[field].filter((word) => !toShape.has(word))) {
    add(
      ours,
      marked(ours, (word) => toOurs.has(JSON.stringify(word))),
    );
  }
  return { toShape, toOurs };
}

/** A word of one shape in the words of another. One that is not known stays as it is. */
export function translatedWord(
  word: JsonValue,
  field: WordField,
  from: Vocabularies,
  to: Vocabularies,
): JsonValue {
  const ours = from[field].toOurs.get(JSON.stringify(word));
  const known = ours === undefined ? undefined : to[field].toShape.get(ours);
  if (known !== undefined) return known;
  // A number of another version is a version all the same.
  if (typeof word !== "string" || field === "formatVersion") return word;
  const isTaken = (words: Vocabularies) => (text: string) => words[field].toOurs.has(JSON.stringify(text));
  return marked(unmarked(word, isTaken(from)), isTaken(to));
}
