import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";
import { CANONICAL, typeOfField, type FieldType } from "./canonical.js";
import { complete, type CompleteShape } from "./complete.js";
import { indexOf } from "./keys-index.js";
import { marked, unmarked } from "./kept-names.js";
import { kindOf, stepWords, valueAt } from "./kind.js";
import { readObject, type Rest } from "./object-reading.js";
import { writeObject } from "./object-writing.js";
import { STEP_KINDS, TRIGGER_KINDS, type Keys, type Shape } from "./shape.js";
import { translatedWord } from "./words.js";

/**
 * What becomes of keys that a shape has besides our fields, where their value is not the one that was learned:
 * `without varying` drops those that have another value each time, and so say nothing.
 */
export type ExpectedKeys = "kept" | "without varying" | "dropped";

/** Two shapes between which values are translated. */
export interface Translation {
  readonly from: CompleteShape;
  readonly to: CompleteShape;
  readonly expected: ExpectedKeys;
}

/**
 * A file's JSON value in the shape of a customer. A file of another format, such as a classic action sequence, stays
 * as it is; so do keys and words that are not known.
 */
export function inShape(value: JsonValue, shape: Shape): JsonValue {
  return translated(value, { from: complete(CANONICAL), to: complete(shape), expected: "kept" });
}

/**
 * The inverse of {@link inShape}: a customer's JSON value as the schemas of this project have it.
 *
 * @param expected `dropped` leaves out the keys that the shape knows and we have no name for, for checks
 */
export function fromShape(value: JsonValue, shape: Shape, expected: ExpectedKeys = "kept"): JsonValue {
  return translated(value, { from: complete(shape), to: complete(CANONICAL), expected });
}

/** Whether a value is a file of this shape as far as that can be told from the outside: its steps are in place. */
export function hasStepsOf({ objects }: CompleteShape, value: JsonValue): value is JsonObject {
  const steps = indexOf(objects.file).fields.get("steps");
  return steps !== undefined && isJsonObject(value) && isJsonArray(valueAt(value, steps.path));
}

function translated(value: JsonValue, translation: Translation): JsonValue {
  const { from, to } = translation;
  if (!hasStepsOf(from, value)) return value;
  return translatedObject(value, from.objects.file, to.objects.file, translation);
}

function translatedObject(value: JsonObject, from: Keys, to: Keys, translation: Translation): JsonObject {
  const { fields, rest } = readObject(from, value);
  const inOtherWords = [...fields].map(
    ([field, inner]) => [field, translatedField(field, inner, translation)] as const,
  );
  const kept = rest.filter(({ known }) => !DROPPED[translation.expected].includes(known));
  return writeObject(to, { fields: new Map(inOtherWords), rest: kept }, from);
}

const DROPPED: Readonly<Record<ExpectedKeys, readonly Rest["known"][]>> = {
  kept: [],
  "without varying": ["varies"],
  dropped: ["value", "varies"],
};

function translatedField(field: string, value: JsonValue, translation: Translation): JsonValue {
  if (field === "type") return translatedType(value, translation);
  const type = typeOfField(field);
  switch (type?.type) {
    case undefined:
      return value;
    case "word":
      return translatedWord(value, type.words, translation.from.words, translation.to.words);
    case "words":
      return isJsonArray(value)
        ? value.map((word) => translatedWord(word, type.words, translation.from.words, translation.to.words))
        : value;
    case "named":
      return translatedNamed(value, type, translation);
    case "steps":
      return isJsonArray(value) ? value.map((step) => translatedStep(step, translation)) : value;
    case "trigger":
      return translatedTrigger(value, translation);
  }
}

/** The type of a step that is of no known type. */
function translatedType(value: JsonValue, { from, to }: Translation): JsonValue {
  if (typeof value !== "string") return value;
  const isTaken = (shape: CompleteShape) => (word: string) => stepWords(shape).has(word);
  return marked(unmarked(value, isTaken(from)), isTaken(to));
}

function translatedStep(value: JsonValue, translation: Translation): JsonValue {
  if (!isJsonObject(value)) return value;
  const { from, to } = translation;
  const kind = kindOf(value, STEP_KINDS, from);
  return kind === undefined
    ? translatedObject(value, from.otherStep, to.otherStep, translation)
    : translatedObject(value, from.objects[kind], to.objects[kind], translation);
}

function translatedTrigger(value: JsonValue, translation: Translation): JsonValue {
  const { from, to } = translation;
  const kind = isJsonObject(value) ? kindOf(value, TRIGGER_KINDS, from) : undefined;
  return isJsonObject(value) && kind !== undefined
    ? translatedObject(value, from.objects[kind], to.objects[kind], translation)
    : value;
}

type Named = Extract<FieldType, { readonly type: "named" }>;

function translatedNamed(value: JsonValue, { kind }: Named, translation: Translation): JsonValue {
  const { from, to } = translation;
  const wasMap = from[`${kind}s`] === "map" && isJsonObject(value);
  const items = wasMap ? Object.entries(value).map(([name, inner]) => ({ name, value: inner })) : value;
  if (!isJsonArray(items)) return items;
  if (to[`${kind}s`] === "map") {
    const ours = wasMap ? items : items.map((item) => itemIn(item, kind, translation, complete(CANONICAL)));
    return asMap(ours) ?? items.map((item) => itemIn(item, kind, translation, to));
  }
  const own = wasMap ? complete(CANONICAL) : from;
  return items.map((item) => itemIn(item, kind, { ...translation, from: own }, to));
}

function itemIn(
  item: JsonValue,
  kind: Named["kind"],
  translation: Translation,
  to: CompleteShape,
): JsonValue {
  if (!isJsonObject(item)) return item;
  return translatedObject(item, translation.from.objects[kind], to.objects[kind], { ...translation, to });
}

/** Undefined when a map would lose something: names that stand twice, or more than a name and a value. */
function asMap(items: readonly JsonValue[]): JsonObject | undefined {
  const entries = new Map<string, JsonValue>();
  for (const item of items) {
    if (!isJsonObject(item)) return undefined;
    const { name, value, ...others } = item;
    if (typeof name !== "string" || value === undefined || Object.keys(others).length > 0) return undefined;
    if (entries.has(name)) return undefined;
    entries.set(name, value);
  }
  return Object.fromEntries(entries);
}
