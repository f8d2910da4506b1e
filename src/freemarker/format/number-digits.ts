import type { Decimal } from "../decimal.js";
import type { RoundingMode } from "./number-parameters.js";

/** The digits of a number without its sign: 0.`digits` times ten to the power of `decimalAt`. */
export interface Digits {
  /** Without zeros at either end; empty for zero. */
  readonly digits: string;
  readonly decimalAt: number;
}

export const NO_DIGITS: Digits = { digits: "", decimalAt: 0 };

export function digitsOf({ unscaled, scale }: Decimal): Digits {
  const text = (unscaled < 0n ? -unscaled : unscaled).toString();
  return trimmed(text, text.length - scale);
}

/** Keeps this many digits, counted from the decimal point; undefined when digits would be lost but must not be. */
export function roundedFraction(
  digits: Digits,
  most: number,
  rounding: RoundingMode,
  isNegative: boolean,
): Digits | undefined {
  // Java does not look at digits that lie further behind: whatever the rounding, they are nothing.
  if (digits.decimalAt < -most) return NO_DIGITS;
  return roundedDigits(digits, digits.decimalAt + most, rounding, isNegative);
}

/** Keeps this many digits, counted from the first one. */
export function roundedDigits(
  { digits, decimalAt }: Digits,
  most: number,
  rounding: RoundingMode,
  isNegative: boolean,
): Digits | undefined {
  if (digits.length <= most) return { digits, decimalAt };
  if (rounding === "unnecessary") return undefined;
  const kept = digits.slice(0, most);
  if (!goesUp(kept, digits.slice(most), rounding, isNegative)) return trimmed(kept, decimalAt);
  const raised = (BigInt(kept === "" ? "0" : kept) + 1n).toString();
  return trimmed(raised, decimalAt + raised.length - kept.length);
}

function goesUp(kept: string, dropped: string, rounding: RoundingMode, isNegative: boolean): boolean {
  const first = dropped.charAt(0);
  const isHalf = first === "5" && dropped.length === 1;
  switch (rounding) {
    case "up":
      return true;
    case "down":
    case "unnecessary":
      return false;
    case "ceiling":
      return !isNegative;
    case "floor":
      return isNegative;
    case "halfUp":
      return first >= "5";
    case "halfDown":
      return first >= "5" && !isHalf;
    case "halfEven":
      return isHalf ? "13579".includes(kept.at(-1) ?? "0") : first >= "5";
  }
}

function trimmed(text: string, decimalAt: number): Digits {
  const start = text.search(/[^0]/);
  if (start < 0) return NO_DIGITS;
  return { digits: text.slice(start).replace(/0+$/, ""), decimalAt: decimalAt - start };
}
