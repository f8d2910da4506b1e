import type { Argument } from "../tree.js";
import { computerText as computerDecimal } from "../format/computer-number.js";
import { formatDate, formatIsoBuiltIn } from "../format/format-date.js";
import { formatNumber } from "../format/format-number.js";
import type { Outcome } from "../format/outcome.js";
import { parseDate } from "../format/parse-date.js";
import { Failure, notSimulated } from "./failure.js";
import { decimalForm, type Numeric } from "./numeric.js";
import type { Run } from "./run.js";
import type { DateKind, DateValue } from "./value.js";

/** A number for a program to read: no grouping, a point. */
export function computerText(value: Numeric): string {
  if (typeof value !== "number") return computerDecimal(value);
  if (Number.isFinite(value)) return String(value);
  return Number.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
}

/** A number as `number_format` prints it. */
export function numberText(value: Numeric, run: Run, place: Argument | undefined): string {
  return numberTextIn(value, run.settings.numberFormat, run, place);
}

/** A number in a named format or in a pattern such as `0.00`. */
export function numberTextIn(value: Numeric, format: string, run: Run, place: Argument | undefined): string {
  if (format === "computer" || format === "c") return computerText(value);
  const decimal = decimalForm(value);
  if (decimal === undefined) throw notSimulated(`infinity and NaN in the format "${format}"`, place);
  return resultOf(formatNumber(decimal, format, run.settings.locale), place);
}

/** A date as the settings print it. */
export function dateText(value: DateValue, run: Run, place: Argument | undefined): string {
  return dateTextIn(value, settingFor(value.type, run), run, place);
}

/** A date in a format such as `iso` or `dd-MM-yyyy`. */
export function dateTextIn(value: DateValue, format: string, run: Run, place: Argument | undefined): string {
  return resultOf(formatDate({ kind: value.type, instant: value.instant }, format, run.settings), place);
}

/** A date as `?iso_utc`, `?iso_local_ms` and their like print it; some of them take a time zone. */
export function isoText(value: DateValue, builtIn: string, zone: string | undefined, run: Run): string {
  const date = { kind: value.type, instant: value.instant };
  return resultOf(formatIsoBuiltIn(date, builtIn, run.settings, zone), undefined);
}

/** The date that a text means; without a format, in that of the settings. */
export function dateOf(
  text: string,
  type: Exclude<DateKind, "unknown">,
  format: string | undefined,
  run: Run,
): DateValue {
  const place = { ...run.settings, now: run.now.getTime() };
  const { instant } = resultOf(parseDate(text, format ?? settingFor(type, run), type, place), undefined);
  return { kind: "date", type, instant };
}

function settingFor(type: DateKind, { settings }: Run): string {
  switch (type) {
    case "date":
      return settings.dateFormat;
    case "time":
      return settings.timeFormat;
    case "datetime":
    case "unknown":
      return settings.datetimeFormat;
  }
}

function resultOf<T>(outcome: Outcome<T>, place: Argument | undefined): T {
  if (outcome.ok) return outcome.value;
  const code = outcome.kind === "invalid" ? "invalid-value" : "not-simulated";
  throw new Failure(code, outcome.message, place);
}
