import { remembering } from "./memory.js";
import { regionOffsetAt, regionOffsetOfWall } from "./region-offset.js";
import { regionOf } from "./time-zone-ids.js";

/** A time zone by its name in Java, with a fixed offset from UTC in milliseconds or the rules of a region. */
export type TimeZone =
  | { readonly kind: "fixed"; readonly id: string; readonly offset: number }
  | { readonly kind: "region"; readonly id: string; readonly region: string };

export const UTC: TimeZone = { kind: "fixed", id: "UTC", offset: 0 };
const GMT: TimeZone = { kind: "fixed", id: "GMT", offset: 0 };

const MINUTE = 60_000;
const SAME_AS_UTC = new Set([
  "UTC",
  "UCT",
  "Universal",
  "Zulu",
  "Etc/UTC",
  "Etc/UCT",
  "Etc/Universal",
  "Etc/Zulu",
]);

/** The time zone that Java's `TimeZone.getTimeZone` gives: GMT for every name that it does not know. */
export const timeZoneOf = remembering((id: string): TimeZone => {
  if (SAME_AS_UTC.has(id)) return { kind: "fixed", id, offset: 0 };
  const region = regionOf(id);
  if (region !== undefined) return id === "GMT" ? GMT : { kind: "region", id, region };
  return customTimeZone(id) ?? GMT;
});

/** The time zone of `?iso("...")`, which refuses a name that it does not know. */
export function strictTimeZoneOf(id: string): TimeZone | undefined {
  const zone = timeZoneOf(id.toUpperCase() === "UTC" ? "UTC" : id);
  return zone.id === "GMT" && !isGreenwich(id)
    ? undefined
    : isGreenwich(zone.id) && !isGreenwich(id)
      ? undefined
      : zone;
}

function isGreenwich(id: string): boolean {
  return /^(?:GMT|UTC|UT1)(?:[+-](?:0|00|00:00))?$/i.test(id);
}

/** Forms like GMT+2, GMT-0530 and GMT+05:30. */
function customTimeZone(id: string): TimeZone | undefined {
  const [, sign, hours = "", minutes = "0"] = /^GMT([+-])(\d{1,2}?):?(\d{2})?$/.exec(id) ?? [];
  if (sign === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  const name = `GMT${sign}${hours.padStart(2, "0")}:${minutes.padStart(2, "0")}`;
  const offset = (Number(hours) * 60 + Number(minutes)) * MINUTE;
  return { kind: "fixed", id: name, offset: sign === "-" ? -offset : offset };
}

/** How many milliseconds the clocks are ahead of UTC at an instant. */
export function offsetAt(zone: TimeZone, instant: number): number {
  return zone.kind === "fixed" ? zone.offset : regionOffsetAt(zone.region, instant);
}

/**
 * The offset that Java takes for what the clocks say (as if it were UTC): the earlier one for times that are skipped in spring,
 * the later one for times that come twice in autumn.
 */
export function offsetOfWall(zone: TimeZone, wall: number): number {
  return zone.kind === "fixed" ? zone.offset : regionOffsetOfWall(zone.region, wall);
}
