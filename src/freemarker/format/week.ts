import { dayNumber, type CalendarFields } from "./calendar.js";
import type { DateLocale } from "./date-locale.js";

interface Week {
  readonly weekOfYear: number;
  readonly weekOfMonth: number;
  /** The year that the week belongs to. */
  readonly weekYear: number;
}

/** The week of a day, by a locale's first weekday and by how many days its first week must have. */
export function weekOf(fields: CalendarFields, locale: DateLocale): Week {
  const { year, dayOfYear, day, weekday } = fields;
  const week = (dayOfPeriod: number): number => weekNumber(dayOfPeriod, weekday, locale);
  const weekOfMonth = week(day);
  const inYear = week(dayOfYear);
  const yearLength = dayNumber(year + 1, 0, 1) - dayNumber(year, 0, 1);
  if (inYear === 0) {
    const lastYearLength = dayNumber(year, 0, 1) - dayNumber(year - 1, 0, 1);
    return { weekOfYear: week(dayOfYear + lastYearLength), weekOfMonth, weekYear: year - 1 };
  }
  const belongsToNext = week(dayOfYear - yearLength) > 0;
  return belongsToNext
    ? { weekOfYear: 1, weekOfMonth, weekYear: year + 1 }
    : { weekOfYear: inYear, weekOfMonth, weekYear: year };
}

/** 0 for a day before the first week of the period. */
function weekNumber(dayOfPeriod: number, weekday: number, locale: DateLocale): number {
  const { firstWeekday, fewestDaysInFirstWeek } = locale;
  const sinceWeekStart = (((weekday - firstWeekday) % 7) + 7) % 7;
  const weekStart = dayOfPeriod - sinceWeekStart;
  const earliestFirstWeek = fewestDaysInFirstWeek - 6;
  return Math.floor((weekStart - earliestFirstWeek) / 7) + 1;
}
