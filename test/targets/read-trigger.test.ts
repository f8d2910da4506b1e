import { describe, expect, test } from "vitest";
import type { JsonValue } from "../../src/model/json.js";
import { readTrigger } from "../../src/targets/read-trigger.js";

const timeZone = "Europe/Amsterdam";

const known: readonly JsonValue[] = [
  { type: "WEBHOOK", path: "stock" },
  { type: "EVENT", cardType: "incident1" },
  { type: "SCHEDULED", schedule: { frequency: "HOURLY", every: 2, timeZone } },
  { type: "SCHEDULED", schedule: { frequency: "DAILY", time: "12:00", timeZone } },
  { type: "SCHEDULED", schedule: { frequency: "WEEKLY", days: ["MONDAY"], time: "12:00", timeZone } },
  { type: "SCHEDULED", schedule: { frequency: "MONTHLY", dayOfMonth: "LAST", time: "12:00", timeZone } },
  { type: "SCHEDULED", schedule: { frequency: "MONTHLY", dayOfMonth: 3, time: "12:00", timeZone } },
];

test("a file without a trigger has none", () => {
  expect(readTrigger(undefined)).toBeUndefined();
});

test.each(known)("reads %j as it stands", (value) => {
  expect(readTrigger(value)).toEqual(value);
});

const unknown: readonly JsonValue[] = [
  null,
  "SCHEDULED",
  [],
  {},
  { type: "MOON" },
  { type: "WEBHOOK" },
  { type: "WEBHOOK", path: 1 },
  { type: "WEBHOOK", path: "stock", secret: true },
  { path: "stock", type: "WEBHOOK" },
  { type: "EVENT", cardType: null },
  { type: "SCHEDULED", schedule: "daily" },
  { type: "SCHEDULED", schedule: { frequency: "DAILY", time: "12:00" } },
  { type: "SCHEDULED", schedule: { frequency: "DAILY", time: 12, timeZone } },
  { type: "SCHEDULED", schedule: { frequency: "DAILY", timeZone, time: "12:00" } },
  { type: "SCHEDULED", schedule: { frequency: "HOURLY", every: "2", timeZone } },
  { type: "SCHEDULED", schedule: { frequency: "WEEKLY", days: ["MOONDAY"], time: "12:00", timeZone } },
  { type: "SCHEDULED", schedule: { frequency: "WEEKLY", days: "MONDAY", time: "12:00", timeZone } },
  { type: "SCHEDULED", schedule: { frequency: "MONTHLY", dayOfMonth: "FIRST", time: "12:00", timeZone } },
  { type: "SCHEDULED", schedule: { frequency: "YEARLY", time: "12:00", timeZone } },
];

describe("a trigger of another shape", () => {
  test.each(unknown)("is kept untouched: %j", (value) => {
    expect(readTrigger(value)).toEqual({ type: "UNKNOWN", value });
  });
});
