import { dateLocaleOf, type DateLocale } from "./date-locale.js";
import { readDatePattern, type PatternPart } from "./date-pattern.js";
import type { DateKind, DatePlace, DateValue } from "./date-value.js";
import { accuracyOf, isIsoFormat, readIsoFormat } from "./iso-format.js";
import { localeName } from "./locale-name.js";
import { numberLocaleOf } from "./number-locale.js";
import { invalid, notSimulated, success, type Outcome } from "./outcome.js";
import { printDate } from "./print-date.js";
import { printIso } from "./print-iso.js";
import { strictTimeZoneOf, timeZoneOf, UTC } from "./time-zone.js";

/**
 * Prints a date as FreeMarker's `?string(format)` or the settings `date_format`, `time_format` and `datetime_format` do:
 * `short`, `medium_long`, `iso_m_u`, `xs`, a pattern of Java's SimpleDateFormat, or an empty text for the default.
 */
export function formatDate(value: DateValue, format: string, place: DatePlace): Outcome<string> {
  const { kind, instant } = value;
  if (!isPrintable(instant)) return notSimulated("a date more than 270,000 years away");
  const settingZone = timeZoneOf(place.timeZone);
  if (!settingZone.ok) return settingZone;
  const zone = settingZone.value;
  if (isIsoFormat(format)) {
    if (kind === "unknown") return unknownKind();
    const iso = readIsoFormat(format);
    return iso.ok ? success(printIso(kind, instant, iso.value.usesUtc ? UTC : zone, iso.value)) : iso;
  }
  const parts = datePartsOf(format, kind, localeName(place.locale));
  return parts.ok ? printDate(parts.value, instant, zone, localeName(place.locale)) : parts;
}

/**
 * Prints a date as the built-ins `iso_utc`, `iso_local_m`, `iso_ms_nz` ... do; those without `utc` or `local` take a time zone.
 */
export function formatIsoBuiltIn(
  value: DateValue,
  builtIn: string,
  place: DatePlace,
  zoneName?: string,
): Outcome<string> {
  const { kind, instant } = value;
  const parts = /^iso(?:_(utc|local))?(?:_(ms|m|h))?(?:_(nz|fz))?$/.exec(snakeCase(builtIn));
  if (parts === null) return invalid(`There is no built-in "${builtIn}" that prints a date.`);
  if (kind === "unknown") return unknownKind();
  if (!isPrintable(instant)) return notSimulated("a date more than 270,000 years away");
  const [, where, option = "s", offset] = parts;
  const accuracy = option === "ms" ? "milliseconds" : accuracyOf(option);
  const zone =
    where === "utc"
      ? success(UTC)
      : where === "local"
        ? timeZoneOf(place.timeZone)
        : strictTimeZoneOf(zoneName ?? "");
  if (zone === undefined)
    return invalid(
      `The time zone string specified for ?${builtIn}(...) is not recognized as a valid time zone name: "${zoneName ?? ""}"`,
    );
  if (!zone.ok) return zone;
  return success(
    printIso(kind, instant, zone.value, { standard: "iso", accuracy, showsOffset: offset !== "nz" }),
  );
}

function snakeCase(builtIn: string): string {
  return builtIn.replace(/UTC|MS|NZ|FZ|[A-Z]/g, (letters) => `_${letters.toLowerCase()}`);
}

const FARTHEST = 8.6e15;

function isPrintable(instant: number): boolean {
  return Math.abs(instant) < FARTHEST;
}

function unknownKind(): Outcome<never> {
  return invalid(
    "Can't tell whether the value is a date, a time or both; use ?date, ?time or ?datetime before it.",
  );
}

/** The parts of a pattern or named style, for printing and reading. */
export function datePartsOf(
  format: string,
  kind: DateKind | "unknown",
  locale: string,
): Outcome<readonly PatternPart[]> {
  if (/^@\p{L}/u.test(format))
    return invalid(
      `No custom date format was defined with name "${format.slice(1).split(/[ _]/, 1).join("")}"`,
    );
  const words = dateLocaleOf(locale);
  if (words === undefined && numberLocaleOf(locale) === undefined)
    return notSimulated(`dates in the locale ${locale}`);
  const style = stylesIn(format, kind);
  if (style === undefined) return readDatePattern(format);
  if (kind === "unknown") return unknownKind();
  if (words === undefined) return notSimulated(`the format "${format}" in the locale ${locale}`);
  return readDatePattern(stylePattern(style, kind, words));
}

interface StylePair {
  readonly date: number;
  readonly time: number;
}

const STYLES = ["short", "medium", "long", "full"];
const MEDIUM = STYLES.indexOf("medium");

/** The named styles of a format; undefined when it is a pattern. */
function stylesIn(format: string, kind: DateKind | "unknown"): StylePair | undefined {
  const [first, second] = format.split("_").filter((word) => word !== "");
  const date = first === undefined ? MEDIUM : STYLES.indexOf(first);
  if (date < 0) return undefined;
  const time = second === undefined || kind !== "datetime" ? date : STYLES.indexOf(second);
  return time < 0 ? undefined : { date, time };
}

function stylePattern({ date, time }: StylePair, kind: DateKind, { styles }: DateLocale): string {
  const datePattern = styles.date[date] ?? "";
  const timePattern = styles.time[time] ?? "";
  if (kind !== "datetime") return kind === "date" ? datePattern : timePattern;
  const [short, medium, long] = styles.between;
  const shorter = Math.min(date, time);
  const between = shorter === 0 ? short : shorter === 1 ? medium : long;
  return datePattern + between + timePattern;
}
