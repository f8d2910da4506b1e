import type { Trigger } from "../model/action.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";
import { isWeekday, type Schedule } from "../model/schedule.js";

/** Reads a trigger of exactly our shape; anything else is kept as it stands. */
export function readTrigger(value: JsonValue | undefined): Trigger | undefined {
  if (value === undefined) return undefined;
  return (isJsonObject(value) ? knownTrigger(value) : undefined) ?? { type: "UNKNOWN", value };
}

function knownTrigger(value: JsonObject): Trigger | undefined {
  const { type, schedule, path, cardType } = value;
  if (type === "SCHEDULED" && hasKeys(value, ["type", "schedule"]) && isJsonObject(schedule)) {
    const known = knownSchedule(schedule);
    return known && { type, schedule: known };
  }
  if (type === "WEBHOOK" && hasKeys(value, ["type", "path"]) && typeof path === "string")
    return { type, path };
  if (type === "EVENT" && hasKeys(value, ["type", "cardType"]) && typeof cardType === "string")
    return { type, cardType };
  return undefined;
}

function knownSchedule(value: JsonObject): Schedule | undefined {
  const { frequency, every, time, days, dayOfMonth, timeZone } = value;
  if (typeof timeZone !== "string") return undefined;
  if (
    frequency === "HOURLY" &&
    hasKeys(value, ["frequency", "every", "timeZone"]) &&
    typeof every === "number"
  ) {
    return { frequency, every, timeZone };
  }
  if (typeof time !== "string") return undefined;
  if (frequency === "DAILY" && hasKeys(value, ["frequency", "time", "timeZone"]))
    return { frequency, time, timeZone };
  if (frequency === "WEEKLY" && hasKeys(value, ["frequency", "days", "time", "timeZone"])) {
    return isJsonArray(days) && days.every(isWeekday) ? { frequency, days, time, timeZone } : undefined;
  }
  if (frequency === "MONTHLY" && hasKeys(value, ["frequency", "dayOfMonth", "time", "timeZone"])) {
    return typeof dayOfMonth === "number" || dayOfMonth === "LAST"
      ? { frequency, dayOfMonth, time, timeZone }
      : undefined;
  }
  return undefined;
}

/** Whether an object has exactly these keys in this order: only then does writing give the same text back. */
function hasKeys(value: JsonObject, keys: readonly string[]): boolean {
  return Object.keys(value).join() === keys.join();
}
