import { notSimulated, success, type Outcome } from "./outcome.js";
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
const HOUR = 3_600_000;

/** Names that mean the same as UTC. */
export const SAME_AS_UTC: ReadonlySet<string> = new Set(
  "UTC UCT Universal Zulu Etc/UTC Etc/UCT Etc/Universal Etc/Zulu".split(" "),
);

/** Regions that Java knows only the present offset of. */
const FIXED_REGIONS = new Map([
  ["EST", -5 * HOUR],
  ["MST", -7 * HOUR],
  ["HST", -10 * HOUR],
]);

/** Where the time zone data of Java 17.0.15 and of Node 20 differ, in years that matter or long ago. */
const DIFFERENT_RULES = new Set(
  (
    "Africa/Casablanca Africa/El_Aaiun Africa/Windhoek America/Asuncion America/Ensenada America/Santa_Isabel " +
    "America/Scoresbysund America/Tijuana Asia/Gaza Asia/Hebron Asia/Tehran Iran Mexico/BajaNorte"
  ).split(" "),
);

/** The time zone that Java's `TimeZone.getTimeZone` gives: GMT for every name that it does not know. */
export const timeZoneOf = remembering((id: string): Outcome<TimeZone> => {
  const fixed = SAME_AS_UTC.has(id) ? 0 : FIXED_REGIONS.get(id);
  if (fixed !== undefined) return success({ kind: "fixed", id, offset: fixed });
  if (DIFFERENT_RULES.has(id) || id.startsWith("SystemV/") || id === "JVM default")
    return notSimulated(`the time zone ${id}`);
  const region = id === "GMT" ? undefined : regionOf(id);
  if (region !== undefined) return success({ kind: "region", id, region });
  return success(customTimeZone(id) ?? GMT);
});

/** The time zone of `?iso("...")`, which refuses a name that it does not know; undefined for those. */
export function strictTimeZoneOf(id: string): Outcome<TimeZone> | undefined {
  if (/^UTC$/i.test(id)) return success(UTC);
  const zone = timeZoneOf(id);
  return zone.ok && isGreenwich(zone.value.id) && !isGreenwich(id) ? undefined : zone;
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
