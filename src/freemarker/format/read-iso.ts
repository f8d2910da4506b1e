import { fieldsOf, gregorianDay } from "./calendar.js";
import type { DateKind } from "./date-value.js";
import { invalid, notSimulated, success, type Outcome } from "./outcome.js";
import { offsetAt, offsetOfWall, type TimeZone } from "./time-zone.js";

type Standard = "iso" | "xs";

const XS_ZONE = "(?<zone>Z|[-+][0-9]{2}:[0-9]{2})?";
const BASIC_ZONE = "(?<zone>Z|[-+][0-9]{2}(?:[0-9]{2})?)?";
const EXTENDED_ZONE = "(?<zone>Z|[-+][0-9]{2}(?::[0-9]{2})?)?";
const XS_DATE = "(?<year>-?[0-9]+)-(?<month>[0-9]{2})-(?<day>[0-9]{2})";
const BASIC_DATE = "(?<year>-?[0-9]{4,}?)(?<month>[0-9]{2})(?<day>[0-9]{2})";
const EXTENDED_DATE = "(?<year>-?[0-9]{4,})-(?<month>[0-9]{2})-(?<day>[0-9]{2})";
const XS_TIME = "(?<hours>[0-9]{2}):(?<minutes>[0-9]{2}):(?<seconds>[0-9]{2})(?:\\.(?<fraction>[0-9]+))?";
const BASIC_TIME =
  "(?<hours>[0-9]{2})(?:(?<minutes>[0-9]{2})(?:(?<seconds>[0-9]{2})(?:[.,](?<fraction>[0-9]+))?)?)?";
const EXTENDED_TIME =
  "(?<hours>[0-9]{2})(?::(?<minutes>[0-9]{2})(?::(?<seconds>[0-9]{2})(?:[.,](?<fraction>[0-9]+))?)?)?";

const whole = (...parts: readonly string[]): RegExp => new RegExp(`^${parts.join("")}$`);

const FORMS: Readonly<Record<Standard, Readonly<Record<DateKind, readonly RegExp[]>>>> = {
  iso: {
    date: [whole(EXTENDED_DATE), whole(BASIC_DATE)],
    time: [whole(EXTENDED_TIME, EXTENDED_ZONE), whole(BASIC_TIME, BASIC_ZONE)],
    datetime: [
      whole(EXTENDED_DATE, "T", EXTENDED_TIME, EXTENDED_ZONE),
      whole(BASIC_DATE, "T", BASIC_TIME, BASIC_ZONE),
    ],
  },
  xs: {
    date: [whole(XS_DATE, XS_ZONE)],
    time: [whole(XS_TIME, XS_ZONE)],
    datetime: [whole(XS_DATE, "T", XS_TIME, XS_ZONE)],
  },
};

const MINUTE = 60_000;
const DAY = 86_400_000;
const LARGEST_INT = 2_147_483_647;
const LARGEST_YEAR = 292_278_994;
/** JavaScript has no dates beyond this. */
const FARTHEST = 8.6e15;

/** Reads an ISO 8601 or XML Schema text as FreeMarker does: strictly, always by the Gregorian calendar. */
export function readIso(text: string, standard: Standard, kind: DateKind, zone: TimeZone): Outcome<number> {
  const groups = FORMS[standard][kind].map((form) => form.exec(text)).find((match) => match !== null)?.groups;
  if (groups === undefined) return invalid(`The value (${text}) didn't match the expected pattern.`);
  const day = kind === "time" ? 0 : dayOf(groups, standard);
  if (Number.isNaN(day)) return notSimulated(`a date as far away as "${text}"`);
  if (typeof day === "string") return invalid(day);
  const time = timeOf(groups);
  if (typeof time === "string") return invalid(time);
  const offset = writtenOffset(groups["zone"]);
  if (typeof offset === "string") return invalid(offset);
  return instantOf(day, time, offset, zone);
}

function instantOf(day: number, time: number, offset: number | undefined, zone: TimeZone): Outcome<number> {
  const isNextMidnight = time === DAY;
  const wall = day * DAY + (isNextMidnight ? 0 : time);
  if (!(Math.abs(wall) < FARTHEST)) return notSimulated("a date more than 270,000 years away");
  if (offset !== undefined) return success(wall + (isNextMidnight ? DAY : 0) - offset);
  const instant = wall - offsetOfWall(zone, wall);
  if (isSkipped(zone, wall, instant)) return invalid("The clocks in this time zone skip this time.");
  if (!isNextMidnight) return success(instant);
  return success(wall + DAY - offsetOfWall(zone, wall + DAY));
}

function isSkipped(zone: TimeZone, wall: number, instant: number): boolean {
  return zone.kind === "region" && offsetOfWall(zone, wall) !== offsetAt(zone, instant);
}

/** The number of the day, NaN for a year that JavaScript does not have, or what is wrong. */
function dayOf(groups: Readonly<Record<string, string>>, standard: Standard): number | string {
  const written = Number(groups["year"]);
  const [month, day] = [Number(groups["month"]), Number(groups["day"])];
  if (Math.abs(written) > LARGEST_INT) return "The year part is a malformed integer.";
  if (standard === "xs" && written === 0)
    return "Year 0 is not allowed in XML schema dates. BC 1 is -1, AD 1 is 1.";
  const year = standard === "xs" && written < 0 ? written + 1 : written;
  if (year > LARGEST_YEAR) return "The year is too far away.";
  if (month < 1 || month > 12) return "The month part must be from 1 to 12.";
  if (day < 1 || day > 31) return "The day-of-month part must be from 1 to 31.";
  const number = gregorianDay(year, month - 1, day);
  if (Number.isNaN(number)) return number;
  if (fieldsOf(number * DAY, "gregorian").day !== day)
    return "Probably the date is formally correct, but refers to an unexistent date (like February 30).";
  return number;
}

/** Milliseconds since midnight; a whole day for 24:00. */
function timeOf(groups: Readonly<Record<string, string | undefined>>): number | string {
  const [hours, minutes, seconds] = ["hours", "minutes", "seconds"].map((name) => Number(groups[name] ?? 0));
  const milliseconds = Number((groups["fraction"] ?? "").slice(0, 3).padEnd(3, "0"));
  if (hours === undefined || minutes === undefined || seconds === undefined) return 0;
  if (hours > 24) return "The hour-of-day part can't be more than 24.";
  if (minutes > 59) return "The minute part can't be more than 59.";
  if (seconds > 59) return "The second part can't be more than 59.";
  const time = ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;
  return time > DAY ? "Hour 24 is only allowed in the case of midnight." : time;
}

/** Undefined when the text names no offset. */
function writtenOffset(text: string | undefined): number | string | undefined {
  if (text === undefined) return undefined;
  if (text === "Z") return 0;
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(3).replace(":", ""))];
  if (hours > 23) return "The offset-hours part can't be more than 23.";
  if (minutes > 59) return "The offset-minutes part can't be more than 59.";
  const offset = (hours * 60 + minutes) * MINUTE;
  return text.startsWith("-") ? -offset : offset;
}
