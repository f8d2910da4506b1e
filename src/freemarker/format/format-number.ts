import type { Decimal } from "../decimal.js";
import { computerText } from "./computer-number.js";
import { localeName } from "./locale-name.js";
import { remembering } from "./memory.js";
import { digitsOf, roundedDigits, roundedFraction, type Digits } from "./number-digits.js";
import { numberLocaleOf, type NumberLocale, type NumberSigns } from "./number-locale.js";
import { readNumberParameters, splitNumberFormat, type RoundingMode } from "./number-parameters.js";
import { readNumberPattern, type AffixPart, type NumberPattern } from "./number-pattern.js";
import { invalid, notSimulated, success, type Outcome } from "./outcome.js";

/** A format that can be used for any number of numbers. */
type NumberPrinter = (value: Decimal) => Outcome<string>;

/**
 * Prints a number as FreeMarker's `?string(format)` or the setting `number_format` does: `number`, `currency`,
 * `percent`, `computer`, `c`, or a pattern of Java's DecimalFormat with FreeMarker's own part behind `;;`.
 */
export function formatNumber(value: Decimal, format: string, locale: string): Outcome<string> {
  if (format === "computer" || format === "c") return success(computerText(value));
  const printer = printers(`${localeName(locale)}\n${format}`);
  return printer.ok ? printer.value(value) : printer;
}

const printers = remembering((key): Outcome<NumberPrinter> => {
  const end = key.indexOf("\n");
  return printerOf(key.slice(end + 1), key.slice(0, end));
});

function printerOf(format: string, locale: string): Outcome<NumberPrinter> {
  if (/^@\p{L}/u.test(format))
    return invalid(
      `No custom number format was defined with name "${format.slice(1).split(/[ _]/, 1).join("")}"`,
    );
  const known = numberLocaleOf(locale);
  if (known === undefined) return notSimulated(`numbers in the locale ${locale}`);
  const { pattern, parameters } = splitFormat(format, known);
  if (pattern === undefined) return notSimulated(`amounts of money in the locale ${locale}`);
  const changes = readNumberParameters(parameters, locale, known.signs);
  if (!changes.ok) return changes;
  const read = readNumberPattern(pattern);
  if (!read.ok) return read;
  const usesCurrency = read.value.isMoney && known.currencyPattern === undefined;
  if (usesCurrency) return notSimulated(`amounts of money in the locale ${locale}`);
  const { signs, rounding, multiplier } = changes.value;
  return success(
    printing({ ...read.value, multiplier: multiplier ?? read.value.multiplier }, signs, rounding),
  );
}

function splitFormat(
  format: string,
  locale: NumberLocale,
): { readonly pattern: string | undefined; readonly parameters: string } {
  switch (format) {
    case "number":
      return { pattern: "#,##0.###", parameters: "" };
    case "percent":
      return { pattern: locale.percentPattern, parameters: "" };
    case "currency":
      return { pattern: locale.currencyPattern, parameters: "" };
    default:
      return splitNumberFormat(format);
  }
}

function printing(pattern: NumberPattern, signs: NumberSigns, rounding: RoundingMode): NumberPrinter {
  const affix = (parts: readonly AffixPart[]): string =>
    parts.map((part) => ("text" in part ? part.text : signs[part.sign])).join("");
  const { positive, negative } = pattern;
  const [prefix, suffix] = [affix(positive.prefix), affix(positive.suffix)];
  const negativePrefix = negative === undefined ? signs.minus + prefix : affix(negative.prefix);
  const negativeSuffix = negative === undefined ? suffix : affix(negative.suffix);
  const multiplier = BigInt(pattern.multiplier);
  return (value) => {
    const multiplied = { unscaled: value.unscaled * multiplier, scale: value.scale };
    const isNegative = multiplied.unscaled < 0n;
    const body = bodyOf(digitsOf(multiplied), pattern, signs, rounding, isNegative);
    if (body === undefined)
      return invalid(
        "This format can't format the number: Rounding needed with the rounding mode UNNECESSARY",
      );
    return success(isNegative ? negativePrefix + body + negativeSuffix : prefix + body + suffix);
  };
}

function bodyOf(
  exact: Digits,
  pattern: NumberPattern,
  signs: NumberSigns,
  rounding: RoundingMode,
  isNegative: boolean,
): string | undefined {
  if (pattern.exponentDigits !== undefined) {
    const most = pattern.mostWhole + pattern.mostFraction;
    const digits = roundedDigits(exact, most, rounding, isNegative);
    return digits === undefined ? undefined : scientific(digits, pattern, pattern.exponentDigits, signs);
  }
  const digits = roundedFraction(exact, pattern.mostFraction, rounding, isNegative);
  return digits === undefined ? undefined : plain(digits, pattern, signs);
}

function plain({ digits, decimalAt }: Digits, pattern: NumberPattern, signs: NumberSigns): string {
  const padded = digits.padEnd(decimalAt, "0");
  const whole = padded.slice(0, Math.max(decimalAt, 0)).padStart(pattern.fewestWhole, "0");
  const behind =
    "0".repeat(digits === "" ? 0 : Math.max(-decimalAt, 0)) + padded.slice(Math.max(decimalAt, 0));
  const fraction = behind.padEnd(pattern.fewestFraction, "0");
  const shownWhole = whole === "" && fraction === "" ? "0" : whole;
  const grouped = withGroups(localDigits(shownWhole, signs), pattern, signs);
  const showsDecimal = fraction !== "" || pattern.alwaysShowsDecimal;
  return grouped + (showsDecimal ? decimalSign(pattern, signs) : "") + localDigits(fraction, signs);
}

function withGroups(whole: string, { groupingSize, isMoney }: NumberPattern, signs: NumberSigns): string {
  if (groupingSize === 0 || whole.length <= groupingSize) return whole;
  const groups: string[] = [];
  for (let end = whole.length; end > 0; end -= groupingSize)
    groups.unshift(whole.slice(Math.max(end - groupingSize, 0), end));
  return groups.join(isMoney ? signs.moneyGrouping : signs.grouping);
}

function scientific(
  { digits, decimalAt }: Digits,
  pattern: NumberPattern,
  exponentDigits: number,
  signs: NumberSigns,
): string {
  const { mostWhole, fewestWhole, fewestFraction } = pattern;
  const repeats = mostWhole > 1 && mostWhole > fewestWhole;
  const fewest = repeats ? 1 : fewestWhole;
  const exponent = repeats ? Math.floor((decimalAt - 1) / mostWhole) * mostWhole : decimalAt - fewest;
  const isZero = digits === "";
  const wholeCount = isZero ? fewest : decimalAt - exponent;
  const total = Math.max(digits.length, wholeCount, fewestWhole + fewestFraction);
  const shown = localDigits(digits.padEnd(total, "0"), signs);
  const showsDecimal = total > wholeCount || pattern.alwaysShowsDecimal;
  const shownExponent = isZero ? 0 : exponent;
  const exponentText = localDigits(String(Math.abs(shownExponent)).padStart(exponentDigits, "0"), signs);
  return (
    shown.slice(0, wholeCount) +
    (showsDecimal ? decimalSign(pattern, signs) : "") +
    shown.slice(wholeCount) +
    signs.exponent +
    (shownExponent < 0 ? signs.minus : "") +
    exponentText
  );
}

function decimalSign({ isMoney }: NumberPattern, signs: NumberSigns): string {
  return isMoney ? signs.moneyDecimal : signs.decimal;
}

function localDigits(digits: string, { zero }: NumberSigns): string {
  if (zero === "0") return digits;
  const first = zero.charCodeAt(0);
  return digits.replace(/\d/g, (digit) => String.fromCharCode(first + Number(digit)));
}
