import { WEEKDAYS } from "../model/schedule.js";
import { EXECUTION_CONDITIONS, HTTP_METHODS } from "../model/step.js";
import { FORMAT_VERSION } from "../targets/target.js";
import type { Keys, ObjectKind, Shape, Slot, StepKind, TriggerKind, WordField } from "./shape.js";

/** What a field holds, where it is more than a value that travels as it is. */
export type FieldType =
  | { readonly type: "word" | "words"; readonly words: WordField }
  | { readonly type: "named"; readonly kind: "variable" | "header" }
  | { readonly type: "steps" }
  | { readonly type: "trigger" };

const FIELD_TYPES: Readonly<Record<string, FieldType>> = {
  formatVersion: { type: "word", words: "formatVersion" },
  method: { type: "word", words: "method" },
  executionCondition: { type: "word", words: "executionCondition" },
  assignmentType: { type: "word", words: "assignmentType" },
  dayOfMonth: { type: "word", words: "dayOfMonth" },
  days: { type: "words", words: "day" },
  variables: { type: "named", kind: "variable" },
  headers: { type: "named", kind: "header" },
  steps: { type: "steps" },
  subSteps: { type: "steps" },
  trigger: { type: "trigger" },
};

/** What a field holds; undefined for a value that travels as it is. */
export function typeOfField(field: string): FieldType | undefined {
  return Object.hasOwn(FIELD_TYPES, field) ? FIELD_TYPES[field] : undefined;
}

/** Our own words. */
export const KNOWN_WORDS: Readonly<Record<WordField, readonly string[]>> = {
  formatVersion: [FORMAT_VERSION],
  method: HTTP_METHODS,
  executionCondition: EXECUTION_CONDITIONS,
  assignmentType: ["TEXT"],
  day: WEEKDAYS,
  dayOfMonth: ["LAST"],
};

const from = (...fields: readonly string[]): Keys =>
  Object.fromEntries(fields.map((field): [string, Slot] => [field, { from: field }]));

const CONDITIONS = ["executionCondition", "customExecutionCondition"];

function step(type: string, ...fields: readonly string[]): Keys {
  return { type: { is: type, of: "type" }, ...from("name", ...fields) };
}

function scheduled(frequency: string, ...fields: readonly string[]): Keys {
  return {
    type: { is: "SCHEDULED", of: "type" },
    schedule: {
      for: "schedule",
      object: { frequency: { is: frequency, of: "frequency" }, ...from(...fields, "timeZone") },
    },
  };
}

/** The keys of every kind of object as the schemas of this project have them. */
export const CANONICAL_KEYS: Readonly<Record<ObjectKind, Keys>> = {
  file: {
    ...from("formatVersion", "exportDate"),
    action: {
      for: "action",
      object: {
        ...from("name", "description", "trigger"),
        configuration: { for: "configuration", object: from("variables", "mappingDefinitions", "steps") },
      },
    },
  },
  variable: from("name", "value"),
  header: from("name", "value"),
  http: step(
    "HTTP_REQUEST",
    "method",
    "url",
    "headers",
    "escapeBodyValues",
    "body",
    ...CONDITIONS,
    "subSteps",
  ),
  assign: step(
    "ASSIGN_VARIABLE",
    "assignmentType",
    "variableKey",
    "valueTemplate",
    ...CONDITIONS,
    "subSteps",
  ),
  loop: step("LOOP", "collectionTemplate", "itemKey", "subSteps", ...CONDITIONS),
  hourly: scheduled("HOURLY", "every"),
  daily: scheduled("DAILY", "time"),
  weekly: scheduled("WEEKLY", "days", "time"),
  monthly: scheduled("MONTHLY", "dayOfMonth", "time"),
  webhook: { type: { is: "WEBHOOK", of: "type" }, ...from("path") },
  event: { type: { is: "EVENT", of: "type" }, ...from("cardType") },
};

/** Our own shape. */
export const CANONICAL: Shape = { variables: "list", headers: "list", objects: CANONICAL_KEYS, words: {} };

/** A field by which a kind is known when no word tells it. */
export const TELLING_FIELD: Readonly<Record<StepKind | TriggerKind, string>> = {
  http: "url",
  assign: "valueTemplate",
  loop: "collectionTemplate",
  hourly: "every",
  daily: "time",
  weekly: "days",
  monthly: "dayOfMonth",
  webhook: "path",
  event: "cardType",
};

/** What every step has, of whatever type. */
export const COMMON_FIELDS: readonly string[] = ["name", ...CONDITIONS, "subSteps"];
