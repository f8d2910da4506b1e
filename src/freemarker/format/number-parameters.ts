import type { NumberSigns } from "./number-locale.js";
import { invalid, notSimulated, success, type Failure, type Outcome } from "./outcome.js";
import { currencySymbol } from "./currency.js";

export type RoundingMode =
  "up" | "down" | "ceiling" | "floor" | "halfUp" | "halfDown" | "halfEven" | "unnecessary";

/** What FreeMarker's own part of a number format says, after the second semicolon. */
export interface NumberParameters {
  readonly signs: NumberSigns;
  readonly rounding: RoundingMode;
  readonly multiplier: number | undefined;
}

const ROUNDING_MODES: readonly RoundingMode[] = [
  "up",
  "down",
  "ceiling",
  "floor",
  "halfDown",
  "halfEven",
  "halfUp",
  "unnecessary",
];

const ONE_CHARACTER = new Map<string, readonly (keyof NumberSigns)[]>([
  ["decimalSeparator", ["decimal"]],
  ["monetaryDecimalSeparator", ["moneyDecimal"]],
  ["groupingSeparator", ["grouping"]],
  ["minusSign", ["minus"]],
  ["percent", ["percent"]],
  ["perMill", ["perMille"]],
  ["zeroDigit", ["zero"]],
]);
const ANY_TEXT = new Map<string, keyof NumberSigns>([
  ["exponentSeparator", "exponent"],
  ["infinity", "infinity"],
  ["nan", "notANumber"],
]);

/** Splits `0.00;; roundingMode=halfUp` into Java's pattern and the rest. */
export function splitNumberFormat(format: string): { readonly pattern: string; readonly parameters: string } {
  let semicolons = 0;
  let quoted = false;
  for (let position = 0; position < format.length; position += 1) {
    const character = format.charAt(position);
    if (character === "'") {
      if (quoted && format.charAt(position + 1) === "'") position += 1;
      else quoted = !quoted;
    } else if (character === ";" && !quoted) {
      semicolons += 1;
      if (semicolons < 2) continue;
      const end = format.charAt(position - 1) === ";" ? position - 1 : position;
      return { pattern: format.slice(0, end), parameters: format.slice(position + 1) };
    }
  }
  return { pattern: format, parameters: "" };
}

/** Reads `roundingMode=halfUp groupingSeparator=' '`. */
export function readNumberParameters(
  text: string,
  locale: string,
  signs: NumberSigns,
): Outcome<NumberParameters> {
  const pairs = readPairs(text);
  if (!pairs.ok) return pairs;
  let parameters: NumberParameters = { signs, rounding: "halfEven", multiplier: undefined };
  let symbol: string | undefined;
  for (const [name, value] of pairs.value) {
    if (name === "currencySymbol") {
      symbol = value;
      continue;
    }
    const changed = withParameter(parameters, name, value, locale);
    if (!changed.ok) return changed;
    parameters = changed.value;
  }
  if (symbol === undefined) return success(parameters);
  return success({ ...parameters, signs: { ...parameters.signs, currencySymbol: symbol } });
}

function withParameter(
  parameters: NumberParameters,
  name: string,
  value: string,
  locale: string,
): Outcome<NumberParameters> {
  const anyText = ANY_TEXT.get(name);
  const oneCharacter = ONE_CHARACTER.get(name);
  if (anyText !== undefined) return success(withSigns(parameters, { [anyText]: value }));
  if (oneCharacter !== undefined) {
    if (value.length !== 1) return wrongValue(name, value, "Must contain exactly 1 character.");
    return success(withSigns(parameters, Object.fromEntries(oneCharacter.map((sign) => [sign, value]))));
  }
  switch (name) {
    case "roundingMode": {
      const rounding = ROUNDING_MODES.find((mode) => mode === value);
      if (rounding === undefined)
        return wrongValue(name, value, `Should be one of: ${ROUNDING_MODES.join(", ")}`);
      return success({ ...parameters, rounding });
    }
    case "multiplier":
    case "multipier":
      if (!/^[+-]?\d{1,9}$/.test(value)) return wrongValue(name, value, "Malformed integer.");
      return success({ ...parameters, multiplier: Number(value) });
    case "currencyCode": {
      const currency = currencySymbol(value, locale);
      if (currency === undefined) return notSimulated(`the currency "${value}" in the locale ${locale}`);
      return success(withSigns(parameters, { currencyCode: value, currencySymbol: currency }));
    }
    default:
      return invalid(`Unsupported parameter name, "${name}"`);
  }
}

function withSigns(parameters: NumberParameters, signs: Partial<NumberSigns>): NumberParameters {
  return { ...parameters, signs: { ...parameters.signs, ...signs } };
}

function wrongValue(name: string, value: string, why: string): Failure {
  return invalid(`"${value}" is an invalid value for the "${name}" parameter: ${why}`);
}

const PAIR =
  /([\p{L}_$][\p{L}\p{N}_$]*)[ \t\r\n\u00a0]*=[ \t\r\n\u00a0]*('(?:[^']|'')*'|"(?:[^"]|"")*"|[\p{L}\p{N}_$]+)/uy;
const BETWEEN = /[ \t\r\n\u00a0]*,?[ \t\r\n\u00a0]*/y;

function readPairs(text: string): Outcome<readonly (readonly [string, string])[]> {
  const pairs: (readonly [string, string])[] = [];
  let position = text.search(/[^ \t\r\n\u00a0]|$/);
  while (position < text.length || text.trimEnd().endsWith(",")) {
    PAIR.lastIndex = position;
    const [whole, name, value] = PAIR.exec(text) ?? [];
    if (whole === undefined || name === undefined || value === undefined)
      return invalid(`Expected name=value at position ${position} (0-based) of "${text}".`);
    pairs.push([name, unquotedValue(value)]);
    BETWEEN.lastIndex = position + whole.length;
    const between = BETWEEN.exec(text)?.[0] ?? "";
    position += whole.length + between.length;
    if (between === "" && position < text.length)
      return invalid(`Expected a space or comma at position ${position} (0-based) of "${text}".`);
  }
  return success(pairs);
}

function unquotedValue(value: string): string {
  const quote = value.charAt(0);
  return quote === "'" || quote === '"' ? value.slice(1, -1).replaceAll(quote + quote, quote) : value;
}
