import type { JsonObject } from "../model/json.js";

/**
 * The words that the sheet has an admin type, each where it says. They are plain ASCII, the same in every language, and
 * none of them stands inside another.
 */
export const WORDS = {
  name: "learn-action",
  description: "learn-description",
  variable: "learn_variable",
  variableValue: "learn-value",
  ask: "learn_ask",
  set: "learn_set",
  repeat: "learn_repeat",
  inside: "learn_inside",
  finish: "learn_finish",
  askUrl: "https://example.com/learn-first",
  insideUrl: "https://example.com/learn-second",
  finishUrl: "https://example.com/learn-third",
  headerName: "X-Learn-Header",
  headerValue: "learn-header",
  askBody: "learn-body",
  finishBody: "learn-ending",
  text: "learn-text",
  setCondition: "${(learn_when_set)!false?c}",
  list: "${learn_list}",
  item: "learn_item",
  repeatCondition: "${(learn_when_repeat)!false?c}",
  finishCondition: "${(learn_when_finish)!false?c}",
  time: "04:35",
  timeZone: "Europe/Amsterdam",
} as const;

/** The days of the sheet's schedule. */
export const DAYS = ["TUESDAY", "FRIDAY"] as const;

/** How the steps of the sheet run. */
export const CONDITIONS = {
  ask: "ALWAYS",
  set: "ONLY_WHEN_PREVIOUS_SUCCEEDED_AND_CUSTOM",
  repeat: "CUSTOM",
  inside: "ONLY_WHEN_PREVIOUS_SUCCEEDED",
  finish: "CUSTOM",
} as const;

/** The methods of the requests of the sheet. */
export const METHODS = { ask: "POST", inside: "GET", finish: "PUT" } as const;

const request = (
  name: "ask" | "inside" | "finish",
  headers: readonly JsonObject[],
  escapeBodyValues: boolean,
  body: string,
  customExecutionCondition: string,
): JsonObject => ({
  type: "HTTP_REQUEST",
  name: WORDS[name],
  method: METHODS[name],
  url: WORDS[`${name}Url`],
  headers,
  escapeBodyValues,
  body,
  executionCondition: CONDITIONS[name],
  customExecutionCondition,
});

const HEADER = { name: WORDS.headerName, value: WORDS.headerValue };

/** The action of the sheet as our schemas have it. */
export const SHEET_ACTION: JsonObject = {
  formatVersion: "2.10",
  exportDate: 1_795_478_400_000,
  action: {
    name: WORDS.name,
    description: WORDS.description,
    trigger: {
      type: "SCHEDULED",
      schedule: { frequency: "WEEKLY", days: [...DAYS], time: WORDS.time, timeZone: WORDS.timeZone },
    },
    configuration: {
      variables: [{ name: WORDS.variable, value: WORDS.variableValue }],
      mappingDefinitions: [],
      steps: [
        request("ask", [HEADER], true, WORDS.askBody, ""),
        {
          type: "ASSIGN_VARIABLE",
          name: WORDS.set,
          assignmentType: "TEXT",
          variableKey: WORDS.variable,
          valueTemplate: WORDS.text,
          executionCondition: CONDITIONS.set,
          customExecutionCondition: WORDS.setCondition,
        },
        {
          type: "LOOP",
          name: WORDS.repeat,
          collectionTemplate: WORDS.list,
          itemKey: WORDS.item,
          subSteps: [request("inside", [], true, "", "")],
          executionCondition: CONDITIONS.repeat,
          customExecutionCondition: WORDS.repeatCondition,
        },
        request("finish", [], false, WORDS.finishBody, WORDS.finishCondition),
      ],
    },
  },
};
