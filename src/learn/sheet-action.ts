import type { JsonObject } from "../model/json.js";
import type { TriggerKind } from "../shapes/shape.js";

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
  change: "learn_change",
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
  otherText: "learn-other-text",
  setCondition: "${learn_if1!false?c}",
  list: "${learn_list}",
  item: "learn_item",
  repeatCondition: "${learn_if2!false?c}",
  finishCondition: "${learn_if3!false?c}",
  timeZone: "Europe/Amsterdam",
} as const;

/** The steps of the sheet, by the words that name them. */
export const STEP_WORDS = ["ask", "set", "change", "repeat", "inside", "finish"] as const;
export type StepWord = (typeof STEP_WORDS)[number];

/** How the steps of the sheet run. */
export const CONDITIONS = {
  ask: "ALWAYS",
  set: "ONLY_WHEN_PREVIOUS_SUCCEEDED_AND_CUSTOM",
  change: "ALWAYS",
  repeat: "CUSTOM",
  inside: "ONLY_WHEN_PREVIOUS_SUCCEEDED",
  finish: "CUSTOM",
} as const satisfies Readonly<Record<StepWord, string>>;

/** The methods of the requests of the sheet. */
export const METHODS = { ask: "POST", inside: "GET", finish: "PUT" } as const;

/** Kinds of triggers that are schedules. */
export type ScheduleKind = Extract<TriggerKind, "hourly" | "daily" | "weekly" | "monthly">;

/** The schedules of the sheet. Each has a time of its own, by which it is known. */
export const SCHEDULES = {
  daily: { frequency: "DAILY", time: "04:35", timeZone: WORDS.timeZone },
  weekly: { frequency: "WEEKLY", days: ["TUESDAY", "FRIDAY"], time: "05:40", timeZone: WORDS.timeZone },
  monthly: { frequency: "MONTHLY", dayOfMonth: 23, time: "06:45", timeZone: WORDS.timeZone },
  hourly: { frequency: "HOURLY", every: 6, timeZone: WORDS.timeZone },
} as const satisfies Readonly<Record<ScheduleKind, JsonObject>>;

/** The days of the weekly schedule. */
export const DAYS = SCHEDULES.weekly.days;

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

const assign = (
  name: "set" | "change",
  valueTemplate: string,
  customExecutionCondition: string,
): JsonObject => ({
  type: "ASSIGN_VARIABLE",
  name: WORDS[name],
  assignmentType: "TEXT",
  variableKey: WORDS.variable,
  valueTemplate,
  executionCondition: CONDITIONS[name],
  customExecutionCondition,
});

const HEADER = { name: WORDS.headerName, value: WORDS.headerValue };

/**
 * The action of the sheet as our schemas have it.
 *
 * @param schedule which of the sheet's schedules it runs on
 */
export function sheetAction(schedule: ScheduleKind): JsonObject {
  return {
    formatVersion: "2.10",
    exportDate: 1_795_478_400_000,
    action: {
      name: WORDS.name,
      description: WORDS.description,
      trigger: { type: "SCHEDULED", schedule: SCHEDULES[schedule] },
      configuration: {
        variables: [{ name: WORDS.variable, value: WORDS.variableValue }],
        mappingDefinitions: [],
        steps: [
          request("ask", [HEADER], true, WORDS.askBody, ""),
          assign("set", WORDS.text, WORDS.setCondition),
          assign("change", WORDS.otherText, ""),
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
}
