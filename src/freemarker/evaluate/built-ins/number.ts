import { asNumber, decimalOf, roundedTo, type Rounding } from "../../decimal.js";
import { ofNumber, plain, type BuiltInTable } from "../built-in.js";
import { asNumeric } from "../coerce.js";
import { Failure, notSimulated } from "../failure.js";
import {
  decimalForm,
  fromLong,
  isNegative,
  longOf,
  negative,
  numericOf,
  roughly,
  type Numeric,
} from "../numeric.js";
import { booleanValue, numberValue, textValue, type DateKind } from "../value.js";

/** FreeMarker rounds the nearest binary number, not the decimal itself. */
const rounded = (rounding: Rounding) =>
  ofNumber((value) => {
    if (typeof value === "number" && Number.isSafeInteger(value)) return numberValue(value);
    const exact = exactly(roughly(value));
    if (exact === undefined)
      throw new Failure("invalid-value", "Infinity and NaN cannot be rounded.", undefined);
    return numberValue(numericOf(roundedTo(exact, 0, rounding)));
  });

/** The decimal that is exactly a binary number, with as many digits as that takes. */
function exactly(value: number) {
  if (!Number.isFinite(value)) return undefined;
  let scaled = value;
  let halvings = 0;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    halvings += 1;
  }
  // A half is five tenths, so n halves are n fives n digits behind the point.
  return { unscaled: BigInt(scaled) * 5n ** BigInt(halvings), scale: halvings };
}

const wrapped = (bits: number) =>
  ofNumber((value) => numberValue(fromLong(BigInt.asIntN(bits, clipped(value, bits)))));

/** Java cuts infinity to the largest number that there is room for. */
function clipped(value: Numeric, bits: number): bigint {
  if (decimalForm(value) !== undefined) return longOf(value);
  return bits < 64 ? BigInt.asIntN(64, longOf(value)) >> BigInt(64 - Math.max(bits, 32)) : longOf(value);
}

const lettered = (letters: string) =>
  ofNumber((value, site) => {
    const number = typeof value === "number" ? value : NaN;
    if (!(number >= 1 && number <= 0x7fffffff)) {
      const message = `?${site.name} takes whole numbers from 1 on.`;
      throw new Failure("invalid-value", message, site.target);
    }
    return textValue(letteredNumber(number, letters));
  });

/** 1 is a, 26 is z, 27 is aa. */
function letteredNumber(number: number, letters: string): string {
  let text = "";
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = letters.charAt((rest - 1) % 26) + text;
  return text;
}

const toDate = (type: DateKind) =>
  ofNumber((value) => {
    const decimal = decimalForm(value);
    const instant = decimal === undefined ? NaN : asNumber(roundedTo(decimal, 0, "half up"));
    if (!(Math.abs(instant) <= LATEST))
      throw new Failure("invalid-value", "The number is too large for a date.", undefined);
    return { kind: "date", type, instant };
  });

/** Milliseconds: JavaScript's own dates end here, 273,000 years from now. */
const LATEST = 8.64e15;

export const NUMBER_BUILT_INS: BuiltInTable = {
  abs: ofNumber((value) => numberValue(isNegative(value) ? negative(value) : value)),
  round: rounded("half towards positive"),
  floor: rounded("floor"),
  ceiling: rounded("ceiling"),
  int: wrapped(32),
  short: wrapped(16),
  byte: wrapped(8),
  long: plain((operand, site, run) =>
    operand.kind === "date"
      ? numberValue(operand.instant)
      : numberValue(fromLong(longOf(asNumeric(operand, site.target, run)))),
  ),
  double: ofNumber((value) => numberValue(binary(roughly(value)))),
  float: ofNumber((value) => numberValue(singlePrecision(roughly(value)))),
  is_nan: ofNumber((value) => booleanValue(typeof value === "number" && Number.isNaN(value))),
  is_infinite: ofNumber((value) => booleanValue(value === Infinity || value === -Infinity)),
  lower_abc: lettered("abcdefghijklmnopqrstuvwxyz"),
  upper_abc: lettered("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
  number_to_date: toDate("date"),
  number_to_time: toDate("time"),
  number_to_datetime: toDate("datetime"),
};

/** The shortest decimal that stands for a binary number. */
function binary(value: number): Numeric {
  const decimal = decimalOf(value);
  return decimal === undefined ? value : numericOf(decimal);
}

/** From here on a number of single precision is printed in different ways in different formats. */
const LARGEST_NEAR = 8192;

/** The shortest decimal that stands for a number of single precision. */
function singlePrecision(value: number): Numeric {
  const single = Math.fround(value);
  if (!Number.isFinite(single)) return single;
  for (let digits = 1; digits <= 9; digits += 1) {
    const shorter = Number(single.toPrecision(digits));
    if (Math.fround(shorter) !== single) continue;
    if (shorter !== single && Math.abs(single) >= LARGEST_NEAR)
      throw notSimulated("?float of a number this long");
    return binary(shorter);
  }
  return binary(single);
}
