import { assembledDate, type ReadField, type ReadFields } from "./assemble-date.js";
import { dateLocaleOf } from "./date-locale.js";
import { hasOnlyMonth, type PatternLetter, type PatternPart } from "./date-pattern.js";
import { invalid, notSimulated, type Failure, type Outcome } from "./outcome.js";
import { readNames } from "./read-names.js";
import { readZone, type ReadOffset } from "./read-zone.js";
import type { TimeZone } from "./time-zone.js";

/** What reading needs besides the text: where it is read, and when, as a year of two digits depends on that. */
export interface ReadingPlace {
  readonly zone: TimeZone;
  readonly locale: string;
  readonly now: number;
}

interface Reading extends ReadingPlace {
  readonly text: string;
  readonly fields: ReadFields;
  readonly hasOnlyMonth: boolean;
  offset: ReadOffset | undefined;
  mayBeTooEarly: boolean;
}

type FieldPart = Extract<PatternPart, { kind: "field" }>;

/**
 * Reads a text by the parts of a pattern, as leniently as Java's SimpleDateFormat: 31 February is 2 March, and what
 * stands behind the date does not matter.
 */
export function readDate(text: string, parts: readonly PatternPart[], place: ReadingPlace): Outcome<number> {
  const reading: Reading = {
    ...place,
    text,
    fields: new Map(),
    hasOnlyMonth: hasOnlyMonth(parts),
    offset: undefined,
    mayBeTooEarly: false,
  };
  let position = 0;
  for (const [index, part] of parts.entries()) {
    const next =
      part.kind === "text"
        ? afterText(text, position, part.text)
        : readField(reading, position, part, isNumeric(parts[index + 1]));
    if (next === undefined) return invalid(`Unparseable date: "${text}"`);
    if (typeof next !== "number") return next;
    position = next;
  }
  return assembledDate(reading);
}

function afterText(text: string, position: number, expected: string): number | undefined {
  return text.startsWith(expected, position) ? position + expected.length : undefined;
}

/** Digits that another number follows at once are as many as there are letters. */
function isNumeric(part: PatternPart | undefined): boolean {
  if (part?.kind !== "field") return false;
  return "ML".includes(part.letter) ? part.count <= 2 : !"GEazZX".includes(part.letter);
}

/** The position after the field; undefined when the text does not have it. */
function readField(
  reading: Reading,
  start: number,
  { letter, count }: FieldPart,
  obeysCount: boolean,
): number | undefined | Failure {
  const { text, fields } = reading;
  const position = start + (/^[ \t]*/.exec(text.slice(start))?.[0].length ?? 0);
  if (position >= text.length) return undefined;
  if ("GEa".includes(letter) || ("ML".includes(letter) && count > 2)) {
    const words = dateLocaleOf(reading.locale);
    if (words === undefined) return notSimulated(`names in dates in the locale ${reading.locale}`);
    const name = readNames(text, start, letter, reading.hasOnlyMonth, words.names);
    if (name === undefined) return undefined;
    setField(fields, fieldOf(letter), name.value);
    return name.end;
  }
  if (letter === "z" || letter === "Z" || letter === "X") {
    const zone = readZone(text, position, letter, count, reading);
    if (zone === undefined || "ok" in zone) return zone;
    reading.offset = zone.offset;
    return zone.end;
  }
  const number = readInteger(text, position, obeysCount ? start + count : undefined);
  if (number === undefined || "ok" in number) return number;
  setField(fields, fieldOf(letter), valueOf(letter, count, number, position, reading));
  return number.end;
}

interface ReadInteger {
  readonly value: number;
  readonly end: number;
}

/** Undefined when there is no number, or fewer characters than it must have. */
function readInteger(
  text: string,
  position: number,
  limit: number | undefined,
): ReadInteger | undefined | Failure {
  if (limit !== undefined && limit > text.length) return undefined;
  const seen = text.slice(position, limit);
  const digits = /^-?[0-9]+/.exec(seen)?.[0];
  const after = seen.slice(digits?.length ?? 0);
  if (/^-?(?![0-9])\p{Nd}/u.test(after))
    return notSimulated(`a date with other digits than 0 to 9, like "${text}"`);
  if (digits === undefined) return undefined;
  if (/^E-?[0-9]/.test(after)) return notSimulated(`a number with an exponent in a date, "${text}"`);
  if (digits.length > 9) return notSimulated(`a number as long as ${digits} in a date`);
  return { value: Number(digits), end: position + digits.length };
}

function valueOf(
  letter: PatternLetter,
  count: number,
  { value, end }: ReadInteger,
  position: number,
  reading: Reading,
): number {
  switch (letter) {
    case "y":
    case "Y": {
      const isShort = count <= 2 && end - position === 2 && value >= 0;
      if (!isShort) return value;
      reading.mayBeTooEarly = value === earliestYear(reading.now) % 100;
      return fullYear(value, earliestYear(reading.now));
    }
    case "M":
    case "L":
      return value - 1;
    case "k":
      return value === 24 ? 0 : value;
    case "h":
      return value === 12 ? 0 : value;
    default:
      return value;
  }
}

/** A year of two digits lies between 80 years ago and 20 years ahead. */
function earliestYear(now: number): number {
  return new Date(now).getUTCFullYear() - 80;
}

function fullYear(value: number, earliest: number): number {
  return Math.floor(earliest / 100) * 100 + value + (value < earliest % 100 ? 100 : 0);
}

function fieldOf(letter: PatternLetter): ReadField {
  switch (letter) {
    case "G":
      return "era";
    case "y":
      return "year";
    case "M":
    case "L":
      return "month";
    case "d":
      return "day";
    case "D":
      return "dayOfYear";
    case "E":
    case "u":
      return "weekday";
    case "Y":
    case "w":
    case "W":
    case "F":
      return "week";
    case "a":
      return "halfDay";
    case "H":
    case "k":
      return "hourOfDay";
    case "K":
    case "h":
      return "hour";
    case "m":
      return "minutes";
    case "s":
      return "seconds";
    case "S":
      return "milliseconds";
    case "z":
    case "Z":
    case "X":
      return "offset";
  }
}

/** The order counts: of two fields that exclude each other, Java takes the one that was read last. */
function setField(fields: ReadFields, field: ReadField, value: number): void {
  fields.delete(field);
  fields.set(field, value);
}
