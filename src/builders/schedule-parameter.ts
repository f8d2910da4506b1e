import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";
import { nearest } from "../model/nearest.js";
import { isWeekday, WEEKDAYS, type Schedule } from "../model/schedule.js";
import { problem, shown, type Parameter, type ParameterReading } from "./parameter.js";
import { scheduleProblem } from "./schedule.js";

const FREQUENCIES = [
  "HOURLY",
  "DAILY",
  "WEEKLY",
  "MONTHLY",
] as const satisfies readonly Schedule["frequency"][];

const KEYS = {
  HOURLY: ["frequency", "every", "timeZone"],
  DAILY: ["frequency", "time", "timeZone"],
  WEEKLY: ["frequency", "days", "time", "timeZone"],
  MONTHLY: ["frequency", "dayOfMonth", "time", "timeZone"],
} as const satisfies Record<Schedule["frequency"], readonly string[]>;

/** When an action runs. In a customer's file `timeZone` may be left out: then it is that of the default. */
export function scheduleParameter(options: {
  readonly description: string;
  readonly default: Schedule;
}): Parameter<Schedule> {
  return {
    ...options,
    schema: SCHEMA,
    read: (value) => readSchedule(value, options.default.timeZone),
  };
}

function readSchedule(value: JsonValue, defaultTimeZone: string): ParameterReading<Schedule> {
  if (!isJsonObject(value)) {
    return problem(
      `${shown(value)} is not a schedule.`,
      'Write an object, such as { "frequency": "DAILY", "time": "12:00" }.',
    );
  }
  const frequency = frequencyOf(value["frequency"]);
  if (frequency === undefined) {
    const given = value["frequency"];
    const near = typeof given === "string" ? nearest(given, FREQUENCIES) : undefined;
    return problem(
      given === undefined ? "The schedule has no frequency." : `${shown(given)} is not a frequency.`,
      near === undefined ? `Use one of: ${FREQUENCIES.join(", ")}.` : `Did you mean "${near}"?`,
      ["frequency"],
    );
  }
  const unknown = Object.keys(value).find((key) => !(KEYS[frequency] as readonly string[]).includes(key));
  if (unknown !== undefined) {
    const near = nearest(unknown, KEYS[frequency]);
    return problem(
      `A ${frequency} schedule has no "${unknown}".`,
      near === undefined ? `It has: ${KEYS[frequency].join(", ")}.` : `Did you mean "${near}"?`,
      [unknown],
    );
  }
  return complete(frequency, value, defaultTimeZone);
}

function complete(
  frequency: Schedule["frequency"],
  value: JsonObject,
  defaultTimeZone: string,
): ParameterReading<Schedule> {
  const { timeZone = defaultTimeZone } = value;
  const schedule = typed(frequency, value, timeZone);
  if ("problems" in schedule) return schedule;
  const wrong = scheduleProblem(schedule.value);
  return wrong === undefined ? schedule : problem(wrong.message, wrong.hint, [wrong.key]);
}

function typed(
  frequency: Schedule["frequency"],
  { every, time, days, dayOfMonth }: JsonObject,
  timeZone: JsonValue,
): ParameterReading<Schedule> {
  if (typeof timeZone !== "string")
    return wrongType("timeZone", timeZone, "the name of a time zone, in quotes");
  if (frequency === "HOURLY") {
    if (typeof every !== "number") return wrongType("every", every, "a number of hours, from 1 to 23");
    return { value: { frequency, every, timeZone } };
  }
  if (typeof time !== "string") return wrongType("time", time, 'a time in quotes, such as "12:00"');
  switch (frequency) {
    case "DAILY":
      return { value: { frequency, time, timeZone } };
    case "WEEKLY":
      if (!isJsonArray(days))
        return wrongType("days", days, 'a list of days, such as ["MONDAY", "THURSDAY"]');
      if (!days.every(isWeekday)) return wrongType("days", days, `one or more of ${WEEKDAYS.join(", ")}`);
      return { value: { frequency, days, time, timeZone } };
    case "MONTHLY":
      if (typeof dayOfMonth !== "number" && dayOfMonth !== "LAST") {
        return wrongType("dayOfMonth", dayOfMonth, 'a day from 1 to 31, or "LAST"');
      }
      return { value: { frequency, dayOfMonth, time, timeZone } };
  }
}

function wrongType(key: string, value: JsonValue | undefined, expected: string): ParameterReading<never> {
  const message = value === undefined ? `The schedule has no ${key}.` : `${key} is ${shown(value)}.`;
  return problem(message, `It must be ${expected}.`, [key]);
}

function frequencyOf(value: JsonValue | undefined): Schedule["frequency"] | undefined {
  return FREQUENCIES.find((frequency) => frequency === value);
}

const TIME = { type: "string", pattern: "^([01]\\d|2[0-3]):[0-5]\\d$" };
const TIME_ZONE = { type: "string", description: "IANA time zone, such as Europe/Amsterdam" };

const SCHEMA: JsonObject = {
  type: "object",
  oneOf: [
    variant("HOURLY", { every: { type: "integer", minimum: 1, maximum: 23 } }),
    variant("DAILY", { time: TIME }),
    variant("WEEKLY", {
      days: { type: "array", items: { enum: [...WEEKDAYS] }, minItems: 1, uniqueItems: true },
      time: TIME,
    }),
    variant("MONTHLY", {
      dayOfMonth: { anyOf: [{ type: "integer", minimum: 1, maximum: 31 }, { const: "LAST" }] },
      time: TIME,
    }),
  ],
};

function variant(frequency: Schedule["frequency"], keys: JsonObject): JsonObject {
  return {
    properties: { frequency: { const: frequency }, ...keys, timeZone: TIME_ZONE },
    required: ["frequency", ...Object.keys(keys)],
    additionalProperties: false,
  };
}
