import { withoutTrailingZeros, type Decimal } from "../decimal.js";

const MOST_ZEROS = 100;
const SMALLEST_PLAIN_EXPONENT = -6;

/** Prints a number for computers, as `?c` does with FreeMarker's default `c_format`. */
export function computerText(value: Decimal): string {
  const { unscaled, scale } = withoutTrailingZeros(value);
  if (unscaled === 0n) return "0";
  const sign = unscaled < 0n ? "-" : "";
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString();
  const trimmed = digits.replace(/0+$/, "");
  const zeros = digits.length - trimmed.length - scale;
  if (zeros >= MOST_ZEROS || (zeros < 0 && digits.length - 1 - scale < SMALLEST_PLAIN_EXPONENT))
    return sign + withExponent(trimmed, zeros);
  if (scale <= 0) return `${sign}${digits}${"0".repeat(-scale)}`;
  const padded = digits.padStart(scale + 1, "0");
  return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}

function withExponent(digits: string, zeros: number): string {
  const exponent = zeros + digits.length - 1;
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : "";
  return `${digits.charAt(0)}${fraction}E${exponent < 0 ? "" : "+"}${exponent}`;
}
