import type { Step } from "../model/step.js";

/** The keys that builders write, in the order in which TOPdesk writes them. Not every file has all of them. */
export const ROOT_KEYS = ["formatVersion", "exportDate", "action", "actionSequence"];
export const ACTION_KEYS = ["name", "description", "structureName", "trigger", "configuration"];
export const CONFIGURATION_KEYS = ["variables", "mappingDefinitions", "steps"];
export const NAMED_KEYS = ["name", "value"];

const LAST = ["executionCondition", "customExecutionCondition"];

/** The keys of each kind of step. */
export const STEP_KEYS: Readonly<Record<Step["kind"], readonly string[]>> = {
  http: ["type", "name", "method", "url", "headers", "escapeBodyValues", "body", ...LAST, "subSteps"],
  assign: ["type", "name", "assignmentType", "variableKey", "valueTemplate", ...LAST, "subSteps"],
  loop: ["type", "name", "collectionTemplate", "itemKey", "subSteps", ...LAST],
  unknown: ["type", "name", ...LAST, "subSteps"],
};

/** Where the keys of an unknown type of step go: what is its own comes before when it runs. */
export const OTHERS_AT: Partial<Readonly<Record<Step["kind"], number>>> = { unknown: 2 };
