import fc from "fast-check";
import type { JsonObject, JsonValue } from "../../src/model/json.js";

/** JavaScript moves keys that look like an index to the front, so such keys cannot keep their place. */
const isIndex = (key: string) => /^(?:0|[1-9]\d*)$/.test(key);

const key = fc.oneof(
  fc.constantFrom("__proto__", "constructor", "toString", "type", "name", "subSteps", "a/b", "a~b", "", "é"),
  fc.string({ maxLength: 6 }).filter((word) => !isIndex(word)),
);

/** Any small JSON value. */
const anything = fc.letrec<{ value: JsonValue; leaf: JsonValue; list: JsonValue; object: JsonObject }>(
  (tie) => ({
    value: fc.oneof({ maxDepth: 2, withCrossShrink: true }, tie("leaf"), tie("list"), tie("object")),
    leaf: fc.oneof(
      fc.constant(null),
      fc.boolean(),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.string({ maxLength: 8, unit: "binary" }),
    ),
    list: fc.array(tie("value"), { maxLength: 3 }),
    object: fc
      .array(fc.tuple(key, tie("value")), { maxLength: 3 })
      .map((entries) => Object.fromEntries(entries)),
  }),
).value;

/** An object with some of the known keys, mostly with fitting values, some unknown ones, in any order. */
function objectLike(known: Readonly<Record<string, fc.Arbitrary<JsonValue>>>): fc.Arbitrary<JsonObject> {
  const entries = Object.entries(known).map(([name, fitting]) => {
    const value = fc.oneof({ weight: 5, arbitrary: fitting }, { weight: 1, arbitrary: anything });
    return fc.array(fc.tuple(fc.constant(name), value), { maxLength: 1 });
  });
  const strange = fc.array(fc.tuple(key, anything), { maxLength: 2 });
  return fc
    .tuple(...entries, strange)
    .map((groups) => groups.flat())
    .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }))
    .map((all) => Object.fromEntries(all));
}

const words = fc.constantFrom("", "text", "${_variables.a}", "é");
const named = objectLike({ name: words, value: words });
const condition = fc.constantFrom("ALWAYS", "CUSTOM", "SOMETIMES");
const types = fc.constantFrom("HTTP_REQUEST", "ASSIGN_VARIABLE", "LOOP", "WAIT", "http_request");

const step = fc.letrec<{ step: JsonObject; steps: JsonValue }>((tie) => ({
  step: objectLike({
    type: types,
    name: words,
    method: fc.constantFrom("GET", "POST", "BREW"),
    url: words,
    headers: fc.array(named, { maxLength: 2 }),
    escapeBodyValues: fc.boolean(),
    body: words,
    assignmentType: words,
    variableKey: words,
    valueTemplate: words,
    collectionTemplate: words,
    itemKey: words,
    executionCondition: condition,
    customExecutionCondition: words,
    subSteps: tie("steps"),
  }),
  steps: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    fc.constant<JsonValue>([]),
    fc.array(tie("step"), { maxLength: 2 }),
  ),
})).step;

const schedule = objectLike({
  frequency: fc.constantFrom("HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"),
  every: fc.integer(),
  days: fc.array(fc.constantFrom("MONDAY", "SUNDAY", "MOONDAY"), { maxLength: 2 }),
  dayOfMonth: fc.constantFrom(1, "LAST", "FIRST"),
  time: words,
  timeZone: words,
});

const trigger = fc.oneof(
  objectLike({
    type: fc.constantFrom("SCHEDULED", "WEBHOOK", "EVENT"),
    schedule,
    path: words,
    cardType: words,
  }),
  fc.constantFrom<JsonValue>(
    { type: "WEBHOOK", path: "x" },
    { path: "x", type: "WEBHOOK" },
    { type: "EVENT", cardType: "y" },
    { type: "SCHEDULED", schedule: { frequency: "HOURLY", every: 1, timeZone: "z" } },
    { type: "SCHEDULED", schedule: { timeZone: "z", frequency: "HOURLY", every: 1 } },
    { type: "SCHEDULED", schedule: { frequency: "WEEKLY", days: ["MONDAY"], time: "t", timeZone: "z" } },
  ),
);

const variableMap = fc.array(fc.tuple(key, words), { maxLength: 3 }).map((all) => Object.fromEntries(all));

const configuration = objectLike({
  variables: fc.oneof(fc.array(named, { maxLength: 3 }), variableMap, objectLike({ a: words })),
  mappingDefinitions: fc.constant([]),
  steps: fc.array(step, { maxLength: 3 }),
});

const body = objectLike({ name: words, description: words, structureName: words, trigger, configuration });

/** A random export of either root, with wrong types, missing and unknown keys, in any order of keys. */
export const anyExport: fc.Arbitrary<JsonObject> = fc
  .tuple(
    fc.constantFrom("action", "actionSequence"),
    body,
    objectLike({ formatVersion: fc.constantFrom("2.6", "2.10", ""), exportDate: fc.nat() }),
    fc.boolean(),
  )
  .map(([root, content, around, rootFirst]) => {
    const own = Object.entries(around).filter(([name]) => name !== "action" && name !== "actionSequence");
    const entry: readonly [string, JsonValue] = [root, content];
    return Object.fromEntries(rootFirst ? [entry, ...own] : [...own, entry]);
  });
