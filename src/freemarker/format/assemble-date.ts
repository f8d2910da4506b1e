import { dayNumber } from "./calendar.js";
import { notSimulated, success, type Outcome } from "./outcome.js";
import { offsetOfWall, type TimeZone } from "./time-zone.js";

/** What a letter of a pattern gives a value to. */
export type ReadField =
  | "era"
  | "year"
  | "month"
  | "day"
  | "dayOfYear"
  | "weekday"
  | "week"
  | "halfDay"
  | "hourOfDay"
  | "hour"
  | "minutes"
  | "seconds"
  | "milliseconds"
  | "offset";

/** In the order in which they were read. */
export type ReadFields = Map<ReadField, number>;

interface Read {
  readonly text: string;
  readonly fields: ReadFields;
  readonly offset: number | undefined;
  /** A year of two digits, of which only the day tells the century. */
  readonly mayBeTooEarly: boolean;
  readonly zone: TimeZone;
  readonly now: number;
}

const DAY = 86_400_000;
const FARTHEST = 8.6e15;

/** The instant that the fields of a text make together; what is missing is that of 1 January 1970. */
export function assembledDate(read: Read): Outcome<number> {
  const { fields } = read;
  const hasDay = fields.has("day") || fields.has("dayOfYear");
  if (fields.has("week") || (fields.has("weekday") && !hasDay))
    return notSimulated(`reading a date by its week or weekday, "${read.text}"`);
  const year = fields.get("year") ?? 1970;
  const instant = instantIn(fields.get("era") === 0 ? 1 - year : year, read);
  if (!(Math.abs(instant) < FARTHEST)) return notSimulated(`a date as far away as "${read.text}"`);
  const isTooEarly = read.mayBeTooEarly && instant < eightyYearsBefore(read.now);
  return success(isTooEarly ? instantIn(year + 100, read) : instant);
}

function instantIn(year: number, { fields, offset, zone }: Read): number {
  const wall = dayIn(year, fields) * DAY + timeOf(fields);
  if (!(Math.abs(wall) < FARTHEST)) return wall;
  return wall - (offset ?? offsetOfWall(zone, wall));
}

function dayIn(year: number, fields: ReadFields): number {
  const order = [...fields.keys()];
  const dayOfYear = fields.get("dayOfYear");
  if (dayOfYear !== undefined && order.indexOf("dayOfYear") > order.indexOf("day"))
    return dayNumber(year, 0, 1) + dayOfYear - 1;
  return dayNumber(year, fields.get("month") ?? 0, fields.get("day") ?? 1);
}

function timeOf(fields: ReadFields): number {
  const field = (name: ReadField): number => fields.get(name) ?? 0;
  const minutes = hoursOf(fields) * 60 + field("minutes");
  return (minutes * 60 + field("seconds")) * 1000 + field("milliseconds");
}

/** Of the hour of the day and the hour of its half, Java takes the one that was read last. */
function hoursOf(fields: ReadFields): number {
  const order = [...fields.keys()];
  const place = (name: ReadField): number => order.indexOf(name);
  const hasBoth = fields.has("hour") && fields.has("halfDay");
  const half = hasBoth ? Math.max(place("hour"), place("halfDay")) : -1;
  if (fields.has("hourOfDay") && place("hourOfDay") > half) return fields.get("hourOfDay") ?? 0;
  return (fields.get("hour") ?? 0) + 12 * (fields.get("halfDay") ?? 0);
}

function eightyYearsBefore(now: number): number {
  const date = new Date(now);
  return date.setUTCFullYear(date.getUTCFullYear() - 80);
}
