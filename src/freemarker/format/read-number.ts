import { parseDecimal, TooManyDigits, type Decimal } from "../decimal.js";
import { invalid, notSimulated, success, type Outcome } from "./outcome.js";

const NOT_FINITE = new Set(["NaN", "INF", "-INF", "Infinity", "-Infinity"]);

/** Reads a number as `?number` does: digits, a point, an exponent; no spaces, no grouping, whatever the locale. */
export function readNumber(text: string): Outcome<Decimal> {
  if (NOT_FINITE.has(text)) return notSimulated(`the number "${text}"`);
  try {
    const value = parseDecimal(text);
    if (value !== undefined) return success(value);
  } catch (error) {
    if (error instanceof TooManyDigits) return notSimulated(`a number as long as "${text.slice(0, 40)}"`);
    throw error;
  }
  if (/^[+-]?[\p{Nd}.eE+-]+$/u.test(text) && !/^[\d.eE+-]+$/.test(text))
    return notSimulated(`a number in other digits than 0 to 9, like "${text}"`);
  return invalid(`Can't convert this string to number: "${text}"`);
}
