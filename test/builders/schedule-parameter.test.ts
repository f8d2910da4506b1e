import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scheduleParameter } from "../../src/builders/schedule-parameter.js";
import { daily } from "../../src/builders/schedule.js";
import type { JsonValue } from "../../src/model/json.js";
import { WEEKDAYS } from "../../src/model/schedule.js";

const when = scheduleParameter({
  description: "When.",
  default: daily({ at: "12:00", timeZone: "Europe/Amsterdam" }),
});
const timeZone = "America/New_York";

describe("a schedule in a customer's file is read", () => {
  test.each<[JsonValue]>([
    [{ frequency: "HOURLY", every: 6, timeZone }],
    [{ frequency: "DAILY", time: "07:30", timeZone }],
    [{ frequency: "WEEKLY", days: ["MONDAY", "FRIDAY"], time: "07:30", timeZone }],
    [{ frequency: "MONTHLY", dayOfMonth: 1, time: "07:30", timeZone }],
    [{ frequency: "MONTHLY", dayOfMonth: "LAST", time: "07:30", timeZone }],
  ])("%j", (schedule) => {
    expect(when.read(schedule)).toEqual({ value: schedule });
  });

  test("in the time zone of the default when it names none", () => {
    expect(when.read({ frequency: "DAILY", time: "07:30" })).toEqual({
      value: { frequency: "DAILY", time: "07:30", timeZone: "Europe/Amsterdam" },
    });
  });
});

describe("a schedule in a customer's file is refused", () => {
  test.each<[string, JsonValue, string | undefined, string, string]>([
    ["that is no object", "daily", undefined, '"daily" is not a schedule.', "Write an object"],
    ["that is a list", [], undefined, "[] is not a schedule.", "Write an object"],
    ["that is null", null, undefined, "null is not a schedule.", "Write an object"],
    [
      "without a frequency",
      { time: "12:00" },
      "frequency",
      "The schedule has no frequency.",
      "HOURLY, DAILY, WEEKLY, MONTHLY",
    ],
    [
      "with a misspelt frequency",
      { frequency: "DAYLY" },
      "frequency",
      '"DAYLY" is not a frequency.',
      'Did you mean "DAILY"?',
    ],
    ["with an unknown frequency", { frequency: 5 }, "frequency", "5 is not a frequency.", "HOURLY"],
    [
      "with a misspelt key",
      { frequency: "DAILY", tmie: "12:00" },
      "tmie",
      'A DAILY schedule has no "tmie".',
      'Did you mean "time"?',
    ],
    [
      "with a key of another frequency",
      { frequency: "DAILY", time: "12:00", dayOfMonth: 1 },
      "dayOfMonth",
      'A DAILY schedule has no "dayOfMonth".',
      "frequency, time, timeZone",
    ],
    ["without its time", { frequency: "DAILY" }, "time", "The schedule has no time.", "12:00"],
    ["with a number for a time", { frequency: "DAILY", time: 12 }, "time", "time is 12.", "in quotes"],
    [
      "with a time that does not exist",
      { frequency: "DAILY", time: "25:00" },
      "time",
      'The time "25:00" does not exist.',
      "24-hour",
    ],
    [
      "with a word for every",
      { frequency: "HOURLY", every: "6" },
      "every",
      'every is "6".',
      "a number of hours",
    ],
    ["with every 24", { frequency: "HOURLY", every: 24 }, "every", "every is 24, but", "DAILY"],
    ["with every 1.5", { frequency: "HOURLY", every: 1.5 }, "every", "every is 1.5, but", ""],
    [
      "without days",
      { frequency: "WEEKLY", time: "12:00" },
      "days",
      "The schedule has no days.",
      "a list of days",
    ],
    ["with no days", { frequency: "WEEKLY", time: "12:00", days: [] }, "days", "has no days", "MONDAY"],
    [
      "with a day twice",
      { frequency: "WEEKLY", time: "12:00", days: ["MONDAY", "MONDAY"] },
      "days",
      "names a day twice",
      "",
    ],
    [
      "with an unknown day",
      { frequency: "WEEKLY", time: "12:00", days: ["MAANDAG"] },
      "days",
      'days is ["MAANDAG"].',
      "MONDAY",
    ],
    [
      "with a day in small letters",
      { frequency: "WEEKLY", time: "12:00", days: ["monday"] },
      "days",
      'days is ["monday"].',
      "MONDAY",
    ],
    [
      "with one day that is no list",
      { frequency: "WEEKLY", time: "12:00", days: "MONDAY" },
      "days",
      'days is "MONDAY".',
      "a list",
    ],
    [
      "with day 0",
      { frequency: "MONTHLY", time: "12:00", dayOfMonth: 0 },
      "dayOfMonth",
      "dayOfMonth is 0, but",
      "LAST",
    ],
    [
      "with day 32",
      { frequency: "MONTHLY", time: "12:00", dayOfMonth: 32 },
      "dayOfMonth",
      "dayOfMonth is 32, but",
      "LAST",
    ],
    [
      "with last in small letters",
      { frequency: "MONTHLY", time: "12:00", dayOfMonth: "last" },
      "dayOfMonth",
      'dayOfMonth is "last".',
      "LAST",
    ],
    [
      "with an unknown zone",
      { frequency: "DAILY", time: "12:00", timeZone: "Mars" },
      "timeZone",
      'The time zone "Mars" does not exist.',
      "",
    ],
    [
      "with an offset for a zone",
      { frequency: "DAILY", time: "12:00", timeZone: "+01:00" },
      "timeZone",
      "does not exist",
      "",
    ],
    [
      "with null for a zone",
      { frequency: "DAILY", time: "12:00", timeZone: null },
      "timeZone",
      "timeZone is null.",
      "the name of a time zone",
    ],
  ])("%s", (_what, value, key, message, hint) => {
    const reading = when.read(value);
    expect(reading).toMatchObject({ problems: [{ path: key === undefined ? [] : [key] }] });
    const [problem] = "problems" in reading ? reading.problems : [];
    expect(problem?.message).toContain(message);
    expect(problem?.hint).toContain(hint);
  });
});

describe("the schema of a schedule", () => {
  const validate = new Ajv2020({ strict: false }).compile(when.schema);
  const odd = fc.constantFrom<JsonValue>(null, true, 0, "x");
  const time = fc.oneof(fc.constantFrom<JsonValue>("12:00", "24:00", "9:00"), odd);
  const schedules: fc.Arbitrary<JsonValue> = fc
    .record(
      {
        frequency: fc.oneof(
          { weight: 9, arbitrary: fc.constantFrom<JsonValue>("HOURLY", "DAILY", "WEEKLY", "MONTHLY") },
          odd,
        ),
        every: fc.oneof(fc.constantFrom<JsonValue>(1, 23, 24, 1.5), odd),
        time,
        days: fc.oneof(fc.array(fc.constantFrom<JsonValue>(...WEEKDAYS, "monday"), { maxLength: 3 }), odd),
        dayOfMonth: fc.oneof(fc.constantFrom<JsonValue>(1, 31, 32, "LAST", "last"), odd),
        timeZone: fc.oneof(fc.constantFrom<JsonValue>("UTC", "Mars"), odd),
      },
      { requiredKeys: ["frequency", "time"] },
    )
    .chain((schedule) => {
      const keys = Object.entries(schedule);
      return fc.subarray(keys, { minLength: 1 }).map((some) => Object.fromEntries(some));
    });

  test("and the reading agree on everything but the names of time zones", () => {
    fc.assert(
      fc.property(fc.oneof(schedules, odd), (schedule) => {
        const reading = when.read(schedule);
        const wrongZone = "problems" in reading && reading.problems[0].message.includes("time zone");
        expect(validate(schedule)).toBe("value" in reading || wrongZone);
      }),
      { numRuns: 3000 },
    );
  });
});
