import fc from "fast-check";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../src/model/json.js";

/**
 * A made-up way of writing actions, and a writer for it that shares nothing with the code that is tested: it is what
 * the exports of a TOPdesk of this kind would look like.
 */
export interface RandomShape {
  /** For each of our keys another one. */
  readonly keys: Readonly<Record<string, string>>;
  /** For each of our words another one. */
  readonly words: Readonly<Record<string, string>>;
  readonly variables: "list" | "map";
  readonly headers: "list" | "map";
  readonly trigger: "as ours" | "flat" | "deeper" | "in a list";
  readonly seconds: boolean;
  readonly isoDate: boolean;
  /** Whether texts that are empty are left out, or null. */
  readonly empty: "as ours" | "left out" | "null";
  readonly flatConfiguration: boolean;
  /** Whether loops have keys of their own for what all steps have. */
  readonly ownLoopKeys: boolean;
  /** Keys that every step, the action, and every trigger have besides. */
  readonly extras: { readonly step: JsonObject; readonly action: JsonObject; readonly trigger: JsonObject };
  /** Where the first key goes: the order of keys is turned by as many places. */
  readonly turn: number;
}

const KEYS = [
  ...[
    "formatVersion",
    "exportDate",
    "action",
    "name",
    "description",
    "trigger",
    "configuration",
    "variables",
  ],
  ...["mappingDefinitions", "steps", "type", "method", "url", "headers", "escapeBodyValues", "body"],
  ...["executionCondition", "customExecutionCondition", "subSteps", "assignmentType", "variableKey"],
  ...["valueTemplate", "collectionTemplate", "itemKey", "schedule", "frequency", "time", "days", "timeZone"],
  ...["dayOfMonth", "every", "value"],
];

const WORDS = [
  ...["HTTP_REQUEST", "ASSIGN_VARIABLE", "LOOP", "SCHEDULED", "DAILY", "WEEKLY", "MONTHLY", "HOURLY", "TEXT"],
  ...["ALWAYS", "ONLY_WHEN_PREVIOUS_SUCCEEDED", "CUSTOM", "ONLY_WHEN_PREVIOUS_SUCCEEDED_AND_CUSTOM"],
  ...["GET", "POST", "PUT", "2.10", "OTHER_ASSIGNMENT"],
  ...["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"],
];

/** Letters that spell no word by which a key could be guessed. */
const LETTERS = Array.from("bcfghjklmnqrstvwxz");

const token = fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 4, maxLength: 8 });

function renamings(names: readonly string[], spelled: (text: string) => string) {
  return fc
    .tuple(
      fc.uniqueArray(token, { minLength: names.length + 6, maxLength: names.length + 6 }),
      fc.array(fc.boolean(), { minLength: names.length, maxLength: names.length }),
    )
    .map(([tokens, isKept]) =>
      Object.fromEntries(
        names.map((name, index) => [name, isKept[index] === true ? name : spelled(tokens[index] ?? name)]),
      ),
    );
}

const extraValue: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.boolean(),
  fc.integer({ min: 100, max: 200 }),
  fc.constantFrom("none", "", "Two words"),
  fc.constant(null),
  fc.constant([]),
  fc.constant({ zip: [1, "two"], zap: {} }),
);
const extras = fc
  .uniqueArray(token, { maxLength: 2 })
  .chain((keys) =>
    fc
      .tuple(...keys.map((key) => fc.tuple(fc.constant(`X${key}`), extraValue)))
      .map(Object.fromEntries<JsonValue>),
  );

/** Any made-up way of writing actions. */
export const randomShape: fc.Arbitrary<RandomShape> = fc.record({
  keys: renamings(KEYS, (text) => text),
  // Words of the same field must differ, and are told from keys by their case. A version is a number.
  words: renamings(WORDS, (text) => text.toUpperCase()).map((words) => ({ ...words, "2.10": "3.4" })),
  variables: fc.constantFrom("list", "map"),
  headers: fc.constantFrom("list", "map"),
  trigger: fc.constantFrom("as ours", "flat", "deeper", "in a list"),
  seconds: fc.boolean(),
  isoDate: fc.boolean(),
  empty: fc.constantFrom("as ours", "left out", "null"),
  flatConfiguration: fc.boolean(),
  ownLoopKeys: fc.boolean(),
  extras: fc.record({ step: extras, action: extras, trigger: extras }),
  turn: fc.nat(5),
});

/** Writes a file of ours as a TOPdesk of this kind would. */
export function written(shape: RandomShape, file: JsonValue): JsonObject {
  const { formatVersion, exportDate, action } = objectOf(file);
  const { name, description, trigger, configuration } = objectOf(action);
  const { variables, steps } = objectOf(configuration);
  const inner = keyed(shape, {
    variables: named(shape, variables, shape.variables),
    mappingDefinitions: [],
    steps: stepsOf(shape, steps),
  });
  const outer = keyed(shape, { name, description, trigger: trigger && triggerOf(shape, objectOf(trigger)) });
  const nested = shape.flatConfiguration ? inner : { [keyOf(shape, "configuration")]: inner };
  return turned(shape, {
    ...keyed(shape, {
      formatVersion: wordOf(shape, formatVersion),
      exportDate: shape.isoDate ? new Date(Number(exportDate)).toISOString() : exportDate,
    }),
    [keyOf(shape, "action")]: turned(shape, { ...outer, ...shape.extras.action, ...nested }),
  });
}

function objectOf(value: JsonValue | undefined): JsonObject {
  if (!isJsonObject(value)) throw new Error("no object");
  return value;
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  if (!isJsonArray(value)) throw new Error("no list");
  return value;
}

function textOf(value: JsonValue | undefined): string {
  if (typeof value !== "string") throw new Error("no text");
  return value;
}

function keyOf({ keys }: RandomShape, key: string): string {
  return keys[key] ?? key;
}

function wordOf({ words }: RandomShape, word: JsonValue | undefined): JsonValue | undefined {
  return typeof word === "string" ? (words[word] ?? word) : word;
}

function keyed(shape: RandomShape, object: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  const entries = Object.entries(object).flatMap(([key, value]): [string, JsonValue][] =>
    value === undefined ? [] : [[keyOf(shape, key), value]],
  );
  return Object.fromEntries(entries);
}

function turned({ turn }: RandomShape, object: JsonObject): JsonObject {
  const entries = Object.entries(object);
  const at = turn % Math.max(1, entries.length);
  return Object.fromEntries([...entries.slice(at), ...entries.slice(0, at)]);
}

function named(shape: RandomShape, list: JsonValue | undefined, as: "list" | "map"): JsonValue {
  const items = listOf(list).map(objectOf);
  return as === "map"
    ? Object.fromEntries(items.map(({ name, value = "" }) => [textOf(name), value]))
    : items.map((item) => keyed(shape, item));
}

function stepsOf(shape: RandomShape, steps: JsonValue | undefined): JsonValue {
  return listOf(steps).map((step) => stepOf(shape, objectOf(step)));
}

const MAY_BE_EMPTY = ["body", "customExecutionCondition"];
const WORD_KEYS = ["type", "method", "executionCondition", "assignmentType"];

/** A loop with other keys for what all steps have. */
function withLoopKeys(shape: RandomShape): RandomShape {
  const own = ["name", "type", "executionCondition", "customExecutionCondition"];
  return {
    ...shape,
    keys: { ...shape.keys, ...Object.fromEntries(own.map((key) => [key, `L${keyOf(shape, key)}`])) },
  };
}

function stepOf(base: RandomShape, step: JsonObject): JsonObject {
  const shape = base.ownLoopKeys && step["type"] === "LOOP" ? withLoopKeys(base) : base;
  const fields = Object.entries(step).flatMap(([key, value]): [string, JsonValue | undefined][] => {
    if (key === "headers") return [[key, named(shape, value, shape.headers)]];
    if (key === "subSteps") return [[key, stepsOf(base, value)]];
    if (WORD_KEYS.includes(key)) return [[key, wordOf(shape, value)]];
    if (!MAY_BE_EMPTY.includes(key) || value !== "" || shape.empty === "as ours") return [[key, value]];
    return shape.empty === "null" ? [[key, null]] : [];
  });
  // Keys that are left out must not change the order of the others.
  const all = { ...keyed(shape, step), ...shape.extras.step };
  const kept: JsonObject = { ...keyed(shape, Object.fromEntries(fields)), ...shape.extras.step };
  const order = Object.keys(turned(shape, all));
  return Object.fromEntries(
    order.flatMap((key): [string, JsonValue][] => {
      const value = kept[key];
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

function triggerOf(shape: RandomShape, { type, schedule }: JsonObject): JsonValue {
  const fields = Object.entries(objectOf(schedule)).map(([key, value]): [string, JsonValue | undefined] => {
    if (key === "frequency") return [key, wordOf(shape, value)];
    if (key === "time") return [key, shape.seconds ? `${textOf(value)}:00` : value];
    return [key, key === "days" ? listOf(value).map((day) => wordOf(shape, day) ?? day) : value];
  });
  const inner = keyed(shape, Object.fromEntries(fields));
  const outer = keyed(shape, { type: wordOf(shape, type) });
  const home = keyOf(shape, "schedule");
  switch (shape.trigger) {
    case "as ours":
      return turned(shape, { ...outer, ...shape.extras.trigger, [home]: inner });
    case "flat":
      return turned(shape, { ...outer, ...inner, ...shape.extras.trigger });
    case "deeper":
      return turned(shape, { ...outer, [home]: { Xdetail: { ...inner, ...shape.extras.trigger } } });
    case "in a list":
      return [turned(shape, { ...outer, ...shape.extras.trigger, [home]: inner })];
  }
}
