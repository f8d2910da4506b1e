import type { DateKind, DatePlace, DateValue } from "./date-value.js";
import { datePartsOf } from "./format-date.js";
import { isIsoFormat, readIsoFormat } from "./iso-format.js";
import { localeName } from "./locale-name.js";
import type { Outcome } from "./outcome.js";
import { readDate } from "./read-date.js";
import { readIso } from "./read-iso.js";
import { timeZoneOf, UTC } from "./time-zone.js";

/** Where and when a text is read. */
export interface ParsePlace extends DatePlace {
  /** Milliseconds since 1970: a year of two digits lies between 80 years before and 20 years after this. */
  readonly now: number;
}

/**
 * Reads a text as FreeMarker's `?date(format)`, `?time(format)` and `?datetime(format)` do, or without a format by the settings
 * `date_format`, `time_format` and `datetime_format`: see `formatDate` for what a format may be.
 */
export function parseDate(
  text: string,
  format: string,
  kind: DateKind,
  place: ParsePlace,
): Outcome<DateValue> {
  const read = readInstant(text, format, kind, place);
  return read.ok ? { ok: true, value: { kind, instant: read.value } } : read;
}

function readInstant(text: string, format: string, kind: DateKind, place: ParsePlace): Outcome<number> {
  const settingZone = timeZoneOf(place.timeZone);
  if (!settingZone.ok) return settingZone;
  const zone = settingZone.value;
  if (isIsoFormat(format)) {
    const iso = readIsoFormat(format);
    return iso.ok ? readIso(text, iso.value.standard, kind, iso.value.usesUtc ? UTC : zone) : iso;
  }
  const locale = localeName(place.locale);
  const parts = datePartsOf(format, kind, locale);
  return parts.ok ? readDate(text, parts.value, { zone, locale, now: place.now }) : parts;
}
