import { invalid, notSimulated, success, type Outcome } from "./outcome.js";

/** What a pattern of Java's DecimalFormat says. */
export interface NumberPattern {
  readonly positive: Affixes;
  /** Undefined when the pattern has no form of its own for negative numbers. */
  readonly negative: Affixes | undefined;
  readonly multiplier: number;
  readonly isMoney: boolean;
  readonly fewestWhole: number;
  readonly mostWhole: number;
  readonly fewestFraction: number;
  readonly mostFraction: number;
  /** Digits between two grouping separators; zero is none. */
  readonly groupingSize: number;
  /** Undefined without an exponent. */
  readonly exponentDigits: number | undefined;
  readonly alwaysShowsDecimal: boolean;
}

export interface Affixes {
  readonly prefix: readonly AffixPart[];
  readonly suffix: readonly AffixPart[];
}

/** A letter that stands for itself, or a sign that depends on the locale. */
export type AffixPart = { readonly text: string } | { readonly sign: AffixSign };
export type AffixSign = "minus" | "percent" | "perMille" | "currencySymbol" | "currencyCode";

interface Digits {
  left: number;
  zeros: number;
  right: number;
  /** How many digits follow the last comma; -1 without a comma. */
  grouping: number;
  decimalAt: number;
  exponent: number | undefined;
}

interface Half extends Digits {
  readonly prefix: AffixPart[];
  readonly suffix: AffixPart[];
  multiplier: number;
  isMoney: boolean;
  end: number;
}

const UNLIMITED = 2_147_483_647;

/** Reads a pattern like `#,##0.00;(#)` as Java does. */
export function readNumberPattern(pattern: string): Outcome<NumberPattern> {
  if (pattern === "") return success(EMPTY_PATTERN);
  // Java then loses the minus sign of negative numbers.
  if (/E0+E/.test(pattern)) return notSimulated(`an E behind the exponent in the pattern "${pattern}"`);
  const positive = readHalf(pattern, 0, true);
  if (typeof positive === "string") return invalid(positive);
  const negative = positive.end < pattern.length ? readHalf(pattern, positive.end, false) : undefined;
  if (typeof negative === "string") return invalid(negative);
  return success(patternOf(positive, negative));
}

const EMPTY_PATTERN: NumberPattern = {
  positive: { prefix: [], suffix: [] },
  negative: undefined,
  multiplier: 1,
  isMoney: false,
  fewestWhole: 0,
  mostWhole: UNLIMITED,
  fewestFraction: 0,
  mostFraction: UNLIMITED,
  groupingSize: 3,
  exponentDigits: undefined,
  alwaysShowsDecimal: false,
};

function patternOf(half: Half, negative: Half | undefined): NumberPattern {
  const { left, zeros, right, decimalAt, exponent } = half;
  const total = left + zeros + right;
  const fewestWhole = (decimalAt >= 0 ? decimalAt : total) - left;
  const same =
    negative === undefined || JSON.stringify(affixesOf(negative)) === JSON.stringify(affixesOf(half));
  return {
    positive: affixesOf(half),
    negative: same ? undefined : affixesOf(negative),
    multiplier: half.multiplier,
    isMoney: half.isMoney || (negative?.isMoney ?? false),
    fewestWhole,
    mostWhole: exponent === undefined ? UNLIMITED : left + fewestWhole,
    fewestFraction: decimalAt >= 0 ? left + zeros - decimalAt : 0,
    mostFraction: decimalAt >= 0 ? total - decimalAt : 0,
    groupingSize: Math.max(half.grouping, 0),
    exponentDigits: exponent,
    alwaysShowsDecimal: decimalAt === 0 || decimalAt === total,
  };
}

function affixesOf({ prefix, suffix }: Half): Affixes {
  return { prefix, suffix };
}

/** One side of the semicolon, or what is wrong with it. */
function readHalf(pattern: string, start: number, isPositive: boolean): Half | string {
  const half: Half = {
    prefix: [],
    suffix: [],
    multiplier: 1,
    isMoney: false,
    end: pattern.length,
    ...{ left: 0, zeros: 0, right: 0, grouping: -1, decimalAt: -1, exponent: undefined },
  };
  let affix = half.prefix;
  let inQuote = false;
  let position = start;
  while (position < pattern.length) {
    const character = pattern.charAt(position);
    if (character === "'") {
      const doubled = pattern.charAt(position + 1) === "'";
      if (doubled) affix.push({ text: "'" });
      else inQuote = !inQuote;
      position += doubled ? 2 : 1;
    } else if (inQuote) {
      addQuoted(character, affix);
      position += 1;
    } else if ("#0,.".includes(character)) {
      const next = isPositive ? readDigits(pattern, position, half) : afterDigits(pattern, position);
      if (typeof next === "string") return next;
      position = next;
      affix = half.suffix;
    } else if (character === ";") {
      if (affix === half.prefix || !isPositive) return unquoted(";", pattern);
      half.end = position + 1;
      break;
    } else {
      const wrong = readSign(character, pattern.charAt(position + 1) === "¤", affix, half);
      if (wrong !== undefined) return `${wrong}"${pattern}"`;
      position += character === "¤" && pattern.charAt(position + 1) === "¤" ? 2 : 1;
    }
  }
  return checkedHalf(half, inQuote, pattern, isPositive);
}

/** A quoted currency sign behind one that is not quoted counts as doubled. */
function addQuoted(character: string, affix: AffixPart[]): void {
  const last = affix.at(-1);
  const isDoubled =
    character === "¤" && last !== undefined && "sign" in last && last.sign === "currencySymbol";
  if (isDoubled) affix[affix.length - 1] = { sign: "currencyCode" };
  else affix.push({ text: character });
}

function unquoted(character: string, pattern: string): string {
  return `Unquoted special character '${character}' in pattern "${pattern}"`;
}

/** A sign that is replaced by the locale's, or any other character. */
function readSign(character: string, doubled: boolean, affix: AffixPart[], half: Half): string | undefined {
  switch (character) {
    case "%":
    case "‰":
      if (half.multiplier !== 1) return "Too many percent/per mille characters in pattern ";
      half.multiplier = character === "%" ? 100 : 1000;
      affix.push({ sign: character === "%" ? "percent" : "perMille" });
      return undefined;
    case "-":
      affix.push({ sign: "minus" });
      return undefined;
    case "¤":
      half.isMoney = true;
      affix.push({ sign: doubled ? "currencyCode" : "currencySymbol" });
      return undefined;
    default:
      affix.push({ text: character });
      return undefined;
  }
}

/** Counts the digits of a pattern from a position on; gives the position after them, or what is wrong. */
function readDigits(pattern: string, start: number, digits: Digits): number | string {
  let position = start;
  for (; position < pattern.length; position += 1) {
    const character = pattern.charAt(position);
    if (character === "#" || character === "0") {
      if (character === "0" && digits.right > 0) return `Unexpected '0' in pattern "${pattern}"`;
      digits[character === "0" ? "zeros" : digits.zeros > 0 ? "right" : "left"] += 1;
      if (digits.grouping >= 0 && digits.decimalAt < 0) digits.grouping += 1;
    } else if (character === ",") {
      digits.grouping = 0;
    } else if (character === ".") {
      if (digits.decimalAt >= 0) return `Multiple decimal separators in pattern "${pattern}"`;
      digits.decimalAt = digits.left + digits.zeros + digits.right;
    } else {
      break;
    }
  }
  return pattern.charAt(position) === "E" ? readExponent(pattern, position + 1, digits) : position;
}

function readExponent(pattern: string, start: number, digits: Digits): number | string {
  if (digits.exponent !== undefined) return `Multiple exponential symbols in pattern "${pattern}"`;
  let position = start;
  while (pattern.charAt(position) === "0") position += 1;
  digits.exponent = position - start;
  if (digits.left + digits.zeros < 1 || digits.exponent < 1)
    return `Malformed exponential pattern "${pattern}"`;
  return position;
}

/** The digits of a negative pattern say nothing: only what stands around them is used. */
function afterDigits(pattern: string, start: number): number {
  let position = start;
  while (position < pattern.length && "#0,.E".includes(pattern.charAt(position))) position += 1;
  return position;
}

function checkedHalf(half: Half, inQuote: boolean, pattern: string, isPositive: boolean): Half | string {
  if (isPositive && half.zeros === 0 && half.left > 0 && half.decimalAt >= 0) {
    // Java takes one # of "###.###", "###." or ".###" for a 0.
    const whole = Math.max(half.decimalAt, 1);
    half.right = half.left - whole;
    half.left = whole - 1;
    half.zeros = 1;
  }
  const { left, zeros, right, decimalAt, grouping } = half;
  const misplaced = decimalAt >= 0 && (decimalAt < left || decimalAt > left + zeros);
  const malformed = (decimalAt < 0 && right > 0) || misplaced || grouping === 0 || inQuote;
  return malformed ? `Malformed pattern "${pattern}"` : half;
}
