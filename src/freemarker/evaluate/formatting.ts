import type { Argument } from "../tree.js";
import { notSimulated } from "./failure.js";
import { computerText, type Numeric } from "./numeric.js";
import type { Run } from "./run.js";
import type { DateKind, DateValue } from "./value.js";

/** A number as `number_format` prints it. */
export function numberText(value: Numeric, run: Run, place: Argument | undefined): string {
  const { numberFormat } = run.settings;
  if (numberFormat === "computer" || numberFormat === "c") return computerText(value);
  return numberTextIn(value, numberFormat, run, place);
}

/** A number in a named format or in a pattern such as `0.00`. */
export function numberTextIn(value: Numeric, format: string, _run: Run, place: Argument | undefined): string {
  if (format === "computer" || format === "c") return computerText(value);
  throw notSimulated(`the number format "${format}"`, place);
}

/** A date as the settings print it. */
export function dateText(_value: DateValue, _run: Run, place: Argument | undefined): string {
  throw notSimulated("printing dates", place);
}

/** A date in a format such as `iso` or `dd-MM-yyyy`. */
export function dateTextIn(
  _value: DateValue,
  _format: string,
  _run: Run,
  place: Argument | undefined,
): string {
  throw notSimulated("date formats", place);
}

/** The date that a text means; without a format, in that of the settings. */
export function dateOf(
  _text: string,
  _type: DateKind,
  _format: string | undefined,
  _run: Run,
  place: Argument | undefined,
): DateValue {
  throw notSimulated("reading dates", place);
}
