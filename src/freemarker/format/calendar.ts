/** A day of a calendar, and the time on it. The year before year 1 is year 0. */
export interface CalendarFields {
  readonly year: number;
  /** From 0. */
  readonly month: number;
  readonly day: number;
  /** From 1, for the first day of the year. */
  readonly dayOfYear: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
  readonly milliseconds: number;
}

/** Which calendar counts days before 15 October 1582: SimpleDateFormat uses the Julian, ISO formats never do. */
export type Reckoning = "gregorian" | "julian before 1582";

const DAY = 86_400_000;
/** 15 October 1582, in days since 1970. */
const FIRST_GREGORIAN_DAY = -141_427;
/** The year that misses ten days. */
export const LAST_JULIAN_YEAR = 1582;

/** What calendar and clock show, for milliseconds that count local time as if it were UTC. */
export function fieldsOf(wall: number, reckoning: Reckoning): CalendarFields {
  const days = Math.floor(wall / DAY);
  const time = wall - days * DAY;
  const isJulian = reckoning !== "gregorian" && days < FIRST_GREGORIAN_DAY;
  const { year, month, day } = isJulian ? julianDate(days) : gregorianDate(days);
  const newYear = reckoning === "gregorian" ? gregorianDay(year, 0, 1) : dayNumber(year, 0, 1);
  return {
    year,
    month,
    day,
    dayOfYear: days - newYear + 1,
    weekday: (((days + 4) % 7) + 7) % 7,
    hours: Math.floor(time / 3_600_000),
    minutes: Math.floor(time / 60_000) % 60,
    seconds: Math.floor(time / 1000) % 60,
    milliseconds: time % 1000,
  };
}

/** The days since 1970 of a Gregorian date. Months and days may be outside of their ranges, and count on. */
export function gregorianDay(year: number, month: number, day: number): number {
  const monthYear = year + Math.floor(month / 12);
  return new Date(0).setUTCFullYear(monthYear, month - Math.floor(month / 12) * 12, 1) / DAY + day - 1;
}

/** The same, but Julian for years before 1582 and for what lies before 15 October of that year. */
export function dayNumber(year: number, month: number, day: number): number {
  if (year < LAST_JULIAN_YEAR) return julianDay(year, month, day);
  const gregorian = gregorianDay(year, month, day);
  const isJulian = year === LAST_JULIAN_YEAR && gregorian < FIRST_GREGORIAN_DAY;
  return isJulian ? julianDay(year, month, day) : gregorian;
}

function gregorianDate(days: number): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  const date = new Date(days * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
}

// Both count from 1 March of year 0, so that a leap day ends a year.
const JULIAN_MARCH_OF_YEAR_0 = -719_470;

function julianDay(year: number, month: number, day: number): number {
  const fromMarch = year * 12 + month - 2;
  const marchYear = Math.floor(fromMarch / 12);
  const marchMonth = fromMarch - marchYear * 12;
  const dayOfYear = Math.floor((153 * marchMonth + 2) / 5) + day - 1;
  return JULIAN_MARCH_OF_YEAR_0 + marchYear * 365 + Math.floor(marchYear / 4) + dayOfYear;
}

function julianDate(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const since = days - JULIAN_MARCH_OF_YEAR_0;
  const marchYear = Math.floor((4 * since + 3) / 1461);
  const dayOfYear = since - Math.floor((1461 * marchYear) / 4);
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = (marchMonth + 2) % 12;
  return { year: month < 2 ? marchYear + 1 : marchYear, month, day };
}
