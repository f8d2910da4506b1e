import { describe, expect, test } from "vitest";
import { AuthoringError } from "../../src/builders/authoring-error.js";
import {
  daily,
  hourly,
  monthly,
  scheduleProblem,
  weekly,
  type DayName,
} from "../../src/builders/schedule.js";

const timeZone = "Europe/Amsterdam";
const noon = { at: "12:00", timeZone };

describe("a schedule", () => {
  test.each([
    ["every so many hours", hourly({ every: 6, timeZone }), { frequency: "HOURLY", every: 6, timeZone }],
    ["every day", daily(noon), { frequency: "DAILY", time: "12:00", timeZone }],
    [
      "every week on some days, in the order of the author",
      weekly({ on: ["thursday", "monday"], ...noon }),
      { frequency: "WEEKLY", days: ["THURSDAY", "MONDAY"], time: "12:00", timeZone },
    ],
    [
      "every month on a day",
      monthly({ on: 31, ...noon }),
      { frequency: "MONTHLY", dayOfMonth: 31, time: "12:00", timeZone },
    ],
    [
      "every month on its last day",
      monthly({ on: "last", ...noon }),
      { frequency: "MONTHLY", dayOfMonth: "LAST", time: "12:00", timeZone },
    ],
  ])("runs %s", (_when, schedule, expected) => {
    expect(schedule).toEqual(expected);
    expect(scheduleProblem(schedule)).toBeUndefined();
  });

  test("can name any day of the week", () => {
    const on: readonly DayName[] = [
      "monday",
      "tuesday",
      "wednesday",
      "thursday",
      "friday",
      "saturday",
      "sunday",
    ];
    expect(weekly({ on, ...noon })).toMatchObject({ days: on.map((day) => day.toUpperCase()) });
  });

  test.each(["00:00", "09:59", "19:30", "23:59"])("can run at %s", (at) => {
    expect(daily({ at, timeZone })).toMatchObject({ time: at });
  });

  test.each(["Europe/Amsterdam", "UTC", "Etc/GMT+1", "America/Argentina/Buenos_Aires"])(
    "can be in %s",
    (zone) => {
      expect(daily({ at: "12:00", timeZone: zone })).toMatchObject({ timeZone: zone });
    },
  );

  test.each([1, 23])("can run every %d hours", (every) => {
    expect(hourly({ every, timeZone })).toMatchObject({ every });
  });
});

describe("refused is", () => {
  test.each([
    "25:00",
    "24:00",
    "12:60",
    "9:00",
    "12.00",
    "12:00:00",
    " 12:00",
    "12:00\n",
    "noon",
    "",
    "١٢:٠٠",
  ])("the time %j", (at) => {
    for (const make of [
      () => daily({ at, timeZone }),
      () => weekly({ on: ["monday"], at, timeZone }),
      () => monthly({ on: 1, at, timeZone }),
    ]) {
      expect(make).toThrow(AuthoringError);
      expect(make).toThrow(`The time "${at}" does not exist.`);
    }
  });

  test.each(["Europe/Amsterdm", "Mars/Olympus", "+01:00", "-0500", "UTC+1", "Europe", "", " UTC", "12:00"])(
    "the time zone %j",
    (zone) => {
      for (const make of [
        () => hourly({ every: 1, timeZone: zone }),
        () => daily({ at: "12:00", timeZone: zone }),
        () => weekly({ on: ["monday"], at: "12:00", timeZone: zone }),
        () => monthly({ on: 1, at: "12:00", timeZone: zone }),
      ]) {
        expect(make).toThrow(AuthoringError);
        expect(make).toThrow(`The time zone "${zone}" does not exist.`);
      }
    },
  );

  test.each([0, 24, 1.5, -1, NaN, Infinity])("every %d hours", (every) => {
    expect(() => hourly({ every, timeZone })).toThrow(AuthoringError);
    expect(() => hourly({ every, timeZone })).toThrow(
      `every is ${every}, but must be a whole number from 1 to 23.`,
    );
  });

  test.each([0, 32, 1.5, -1, NaN])("day %d of the month", (on) => {
    expect(() => monthly({ on, ...noon })).toThrow(AuthoringError);
    expect(() => monthly({ on, ...noon })).toThrow(
      `dayOfMonth is ${on}, but must be a whole number from 1 to 31.`,
    );
  });

  test("a week without days", () => {
    expect(() => weekly({ on: [], ...noon })).toThrow(AuthoringError);
    expect(() => weekly({ on: [], ...noon })).toThrow("A weekly schedule has no days.");
  });

  test("a day named twice", () => {
    expect(() => weekly({ on: ["monday", "friday", "monday"], ...noon })).toThrow("names a day twice");
  });
});

describe("a problem says what to do", () => {
  test.each([
    ["key time", { frequency: "DAILY", time: "25:00", timeZone }, "time", "24-hour clock"],
    ["key every", { frequency: "HOURLY", every: 24, timeZone }, "every", "DAILY"],
    [
      "key dayOfMonth",
      { frequency: "MONTHLY", dayOfMonth: 32, time: "12:00", timeZone },
      "dayOfMonth",
      "LAST",
    ],
    ["key days", { frequency: "WEEKLY", days: [], time: "12:00", timeZone }, "days", "MONDAY"],
    [
      "a near time zone",
      { frequency: "DAILY", time: "12:00", timeZone: "Europe/Amsterdm" },
      "timeZone",
      "Europe/Amsterdam",
    ],
    ["no near time zone", { frequency: "DAILY", time: "12:00", timeZone: "x" }, "timeZone", "IANA"],
  ] as const)("%s", (_what, schedule, key, hint) => {
    expect(scheduleProblem(schedule)).toMatchObject({ key, hint: expect.stringContaining(hint) as string });
  });
});
