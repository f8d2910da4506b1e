import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { WEEKDAYS, type Schedule } from "../../src/model/schedule.js";
import { nextRuns, runsAtClockChanges, type ScheduledRun } from "../../src/topdesk/schedule-runs.js";

const amsterdam = "Europe/Amsterdam";

/** A run as `2027-03-28 SUNDAY 02:30 skipped`. */
function shown({ day: { year, month, day, weekday }, time, clockChange }: ScheduledRun): string {
  const date = [year, month, day].map((part) => String(part).padStart(2, "0")).join("-");
  return `${date} ${weekday} ${time}${clockChange === "none" ? "" : ` ${clockChange}`}`;
}

function runs(schedule: Schedule, after: string, count = 5): readonly string[] {
  return nextRuns(schedule, Date.parse(after), count).map(shown);
}

function atClockChanges(schedule: Schedule, after: string): readonly string[] {
  return runsAtClockChanges(schedule, Date.parse(after)).map(shown);
}

const daily = (time: string, timeZone = amsterdam): Schedule => ({ frequency: "DAILY", time, timeZone });

describe("the next runs", () => {
  test("of a daily schedule begin today when its time is still to come", () => {
    expect(runs(daily("12:00"), "2026-11-23T10:59:59Z", 2)).toEqual([
      "2026-11-23 MONDAY 12:00",
      "2026-11-24 TUESDAY 12:00",
    ]);
  });

  test("do not name the moment from which they are counted", () => {
    expect(runs(daily("12:00"), "2026-11-23T11:00:00Z", 1)).toEqual(["2026-11-24 TUESDAY 12:00"]);
  });

  test("begin on the day that it is in the schedule's own time zone", () => {
    expect(runs(daily("06:00", "Pacific/Auckland"), "2026-11-23T00:00:00Z", 1)).toEqual([
      "2026-11-24 TUESDAY 06:00",
    ]);
    expect(runs(daily("23:00", "America/New_York"), "2026-11-23T00:00:00Z", 1)).toEqual([
      "2026-11-22 SUNDAY 23:00",
    ]);
  });

  test("of a weekly schedule are on its days, in the order of the calendar", () => {
    const schedule: Schedule = {
      frequency: "WEEKLY",
      days: ["THURSDAY", "MONDAY"],
      time: "07:30",
      timeZone: amsterdam,
    };
    expect(runs(schedule, "2026-11-24T00:00:00Z")).toEqual([
      "2026-11-26 THURSDAY 07:30",
      "2026-11-30 MONDAY 07:30",
      "2026-12-03 THURSDAY 07:30",
      "2026-12-07 MONDAY 07:30",
      "2026-12-10 THURSDAY 07:30",
    ]);
  });

  test("on the last day of the month know leap years", () => {
    const schedule: Schedule = {
      frequency: "MONTHLY",
      dayOfMonth: "LAST",
      time: "18:00",
      timeZone: amsterdam,
    };
    expect(runs(schedule, "2027-12-31T18:00:00Z")).toEqual([
      "2028-01-31 MONDAY 18:00",
      "2028-02-29 TUESDAY 18:00",
      "2028-03-31 FRIDAY 18:00",
      "2028-04-30 SUNDAY 18:00",
      "2028-05-31 WEDNESDAY 18:00",
    ]);
    expect(runs(schedule, "2027-02-01T00:00:00Z", 1)).toEqual(["2027-02-28 SUNDAY 18:00"]);
  });

  test("on day 31 leave out the months that have none", () => {
    const schedule: Schedule = { frequency: "MONTHLY", dayOfMonth: 31, time: "08:00", timeZone: amsterdam };
    expect(runs(schedule, "2026-11-23T00:00:00Z")).toEqual([
      "2026-12-31 THURSDAY 08:00",
      "2027-01-31 SUNDAY 08:00",
      "2027-03-31 WEDNESDAY 08:00",
      "2027-05-31 MONDAY 08:00",
      "2027-07-31 SATURDAY 08:00",
    ]);
  });

  test("on day 29 leave out February, but not in a leap year", () => {
    const schedule: Schedule = { frequency: "MONTHLY", dayOfMonth: 29, time: "08:00", timeZone: amsterdam };
    expect(runs(schedule, "2027-01-30T00:00:00Z", 1)).toEqual(["2027-03-29 MONDAY 08:00"]);
    expect(runs(schedule, "2028-01-30T00:00:00Z", 1)).toEqual(["2028-02-29 TUESDAY 08:00"]);
  });

  test("of an hourly schedule count from midnight", () => {
    expect(runs({ frequency: "HOURLY", every: 6, timeZone: amsterdam }, "2026-11-23T00:00:00Z", 4)).toEqual([
      "2026-11-23 MONDAY 06:00",
      "2026-11-23 MONDAY 12:00",
      "2026-11-23 MONDAY 18:00",
      "2026-11-24 TUESDAY 00:00",
    ]);
  });

  test("of an hourly schedule are hours apart, also when the clock is changed", () => {
    expect(runs({ frequency: "HOURLY", every: 1, timeZone: amsterdam }, "2027-03-28T00:00:00Z", 2)).toEqual([
      "2027-03-28 SUNDAY 03:00",
      "2027-03-28 SUNDAY 04:00",
    ]);
  });

  test("in a time zone that does not exist are none", () => {
    expect(runs(daily("12:00", "Europe/Nowhere"), "2026-11-23T00:00:00Z")).toEqual([]);
    expect(atClockChanges(daily("12:00", "Europe/Nowhere"), "2026-11-23T00:00:00Z")).toEqual([]);
  });

  test("say which time the clock skips", () => {
    expect(runs(daily("02:30"), "2027-03-27T00:00:00Z", 3)).toEqual([
      "2027-03-27 SATURDAY 02:30",
      "2027-03-28 SUNDAY 02:30 skipped",
      "2027-03-29 MONDAY 02:30",
    ]);
  });

  test("say which time the clock shows twice", () => {
    expect(runs(daily("02:30"), "2027-10-30T22:00:00Z", 2)).toEqual([
      "2027-10-31 SUNDAY 02:30 doubled",
      "2027-11-01 MONDAY 02:30",
    ]);
  });
});

describe("the clock changes that touch a schedule", () => {
  const from = "2026-11-23T00:00:00Z";

  test.each([
    ["01:59", []],
    ["02:00", ["2027-03-28 SUNDAY 02:00 skipped", "2027-10-31 SUNDAY 02:00 doubled"]],
    ["02:30", ["2027-03-28 SUNDAY 02:30 skipped", "2027-10-31 SUNDAY 02:30 doubled"]],
    ["02:59", ["2027-03-28 SUNDAY 02:59 skipped", "2027-10-31 SUNDAY 02:59 doubled"]],
    ["03:00", []],
    ["12:00", []],
  ])("daily at %s in Amsterdam: %j", (time, expected) => {
    expect(atClockChanges(daily(time), from)).toEqual(expected);
  });

  test("are none where the clock is never changed", () => {
    expect(atClockChanges(daily("02:30", "Asia/Tokyo"), from)).toEqual([]);
  });

  test("touch a weekly schedule only on its days", () => {
    const weekly = (day: (typeof WEEKDAYS)[number]): Schedule => ({
      frequency: "WEEKLY",
      days: [day],
      time: "02:30",
      timeZone: amsterdam,
    });
    expect(atClockChanges(weekly("SUNDAY"), from)).toHaveLength(2);
    expect(atClockChanges(weekly("MONDAY"), from)).toEqual([]);
  });

  test("touch the last day of a month when they fall on it", () => {
    const schedule: Schedule = {
      frequency: "MONTHLY",
      dayOfMonth: "LAST",
      time: "02:30",
      timeZone: amsterdam,
    };
    expect(atClockChanges(schedule, from)).toEqual(["2027-10-31 SUNDAY 02:30 doubled"]);
  });

  test("at midnight belong to the day before", () => {
    // In Beirut the clock goes from 00:00 to 01:00 in spring, and from 24:00 back to 23:00 in autumn.
    expect(atClockChanges(daily("00:30", "Asia/Beirut"), from)).toEqual(["2027-03-28 SUNDAY 00:30 skipped"]);
    expect(atClockChanges(daily("23:30", "Asia/Beirut"), from)).toEqual([
      "2027-10-30 SATURDAY 23:30 doubled",
    ]);
  });

  test("of half an hour touch half an hour", () => {
    expect(atClockChanges(daily("02:15", "Australia/Lord_Howe"), from)).toEqual([
      "2027-10-03 SUNDAY 02:15 skipped",
    ]);
    expect(atClockChanges(daily("02:45", "Australia/Lord_Howe"), from)).toEqual([]);
  });

  test("do not touch an hourly schedule, which counts hours", () => {
    expect(atClockChanges({ frequency: "HOURLY", every: 1, timeZone: amsterdam }, from)).toEqual([]);
  });
});

const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));
const anyZone = fc.constantFrom(amsterdam, "America/New_York", "Asia/Beirut", "Australia/Lord_Howe", "UTC");
const anyMoment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2030, 0, 1) });

test("whatever the time, the runs of a year say the same of the clock as the search for clock changes", () => {
  fc.assert(
    fc.property(anyTime, anyZone, anyMoment, (time, timeZone, after) => {
      const schedule = daily(time, timeZone);
      const changed = nextRuns(schedule, after, 370).filter(({ clockChange }) => clockChange !== "none");
      const kinds = (found: readonly ScheduledRun[]) => new Set(found.map(shown));
      const said = kinds(runsAtClockChanges(schedule, after));
      const first = (["skipped", "doubled"] as const).flatMap((kind) =>
        changed.filter(({ clockChange }) => clockChange === kind).slice(0, 1),
      );
      expect(said).toEqual(kinds(first));
    }),
    { numRuns: 30 },
  );
});
