import { fieldsOf, LAST_JULIAN_YEAR, type CalendarFields } from "./calendar.js";
import { dateLocaleOf, type DateLocale } from "./date-locale.js";
import { hasOnlyMonth, type PatternLetter, type PatternPart } from "./date-pattern.js";
import { notSimulated, success, type Outcome } from "./outcome.js";
import { offsetAt, type TimeZone } from "./time-zone.js";
import { weekOf } from "./week.js";
import { zoneName } from "./zone-name.js";

/** A moment as calendars and clocks in a place show it. */
interface Moment {
  readonly instant: number;
  readonly fields: CalendarFields;
  readonly offset: number;
  readonly zone: TimeZone;
  readonly locale: string;
  readonly words: DateLocale | undefined;
  /** Java writes a month that stands alone in its own way. */
  readonly hasOnlyMonth: boolean;
}

/** Prints an instant by the parts of a pattern, as Java's SimpleDateFormat does. */
export function printDate(
  parts: readonly PatternPart[],
  instant: number,
  zone: TimeZone,
  locale: string,
): Outcome<string> {
  const offset = offsetAt(zone, instant);
  const fields = fieldsOf(instant + offset, "julian before 1582");
  const moment = {
    instant,
    fields,
    offset,
    zone,
    locale,
    words: dateLocaleOf(locale),
    hasOnlyMonth: hasOnlyMonth(parts),
  };
  let text = "";
  for (const part of parts) {
    const printed = part.kind === "text" ? part.text : printField(part.letter, part.count, moment);
    if (printed === undefined && part.kind === "field")
      return notSimulated(
        `the letter "${part.letter}" of a date pattern in the locale ${locale}, the time zone ${zone.id} and the year ${fields.year}`,
      );
    text += printed ?? "";
  }
  return success(text);
}

/** Undefined for what is not known of a locale. */
function printField(letter: PatternLetter, count: number, moment: Moment): string | undefined {
  const { fields, words } = moment;
  const { hours } = fields;
  // Java counts weeks in its own way in the year that misses ten days, and before year 1.
  if ("FwWY".includes(letter) && fields.year <= LAST_JULIAN_YEAR) return undefined;
  switch (letter) {
    case "G":
      return words?.names.eras[fields.year > 0 ? 1 : 0];
    case "y":
      return yearText(fields.year, count);
    case "Y":
      return words === undefined ? undefined : yearText(weekOf(fields, words).weekYear, count);
    case "M":
    case "L":
      return count > 2 ? monthName(letter, count, moment) : padded(fields.month + 1, count);
    case "d":
      return padded(fields.day, count);
    case "D":
      return padded(fields.dayOfYear, count);
    case "E":
      return words?.names[count > 3 ? "days" : "shortDays"][fields.weekday];
    case "F":
      return padded(Math.floor((fields.day - 1) / 7) + 1, count);
    case "u":
      return padded(fields.weekday === 0 ? 7 : fields.weekday, count);
    case "w":
      return words === undefined ? undefined : padded(weekOf(fields, words).weekOfYear, count);
    case "W":
      return words === undefined ? undefined : padded(weekOf(fields, words).weekOfMonth, count);
    case "a":
      return words?.names.halfDays[hours < 12 ? 0 : 1];
    case "H":
      return padded(hours, count);
    case "k":
      return padded(hours === 0 ? 24 : hours, count);
    case "K":
      return padded(hours % 12, count);
    case "h":
      return padded(hours % 12 === 0 ? 12 : hours % 12, count);
    case "m":
      return padded(fields.minutes, count);
    case "s":
      return padded(fields.seconds, count);
    case "S":
      return padded(fields.milliseconds, count);
    case "z":
      return zoneName(moment.zone, moment.instant, count > 3, moment.locale);
    case "Z":
      return offsetText(moment.offset, 2);
    case "X":
      return Math.trunc(moment.offset / 60_000) === 0 ? "Z" : offsetText(moment.offset, count);
  }
}

function yearText(year: number, count: number): string {
  const ofEra = year > 0 ? year : 1 - year;
  return count === 2 ? padded(ofEra % 100, 2) : padded(ofEra, count);
}

function monthName(
  letter: "M" | "L",
  count: number,
  { fields, words, hasOnlyMonth }: Moment,
): string | undefined {
  if (count > 3) return words?.names.months[fields.month];
  const alone = letter === "L" || hasOnlyMonth;
  return words?.names[alone ? "shortMonthsAlone" : "shortMonths"][fields.month];
}

/** 1 is hours, 2 is hours and minutes, 3 is both with a colon. */
function offsetText(offset: number, form: number): string {
  const minutes = Math.trunc(Math.abs(offset) / 60_000);
  const hours = padded(Math.floor(minutes / 60), 2);
  const sign = offset < 0 ? "-" : "+";
  return form === 1 ? sign + hours : `${sign}${hours}${form === 3 ? ":" : ""}${padded(minutes % 60, 2)}`;
}

function padded(value: number, count: number): string {
  return String(value).padStart(count, "0");
}
