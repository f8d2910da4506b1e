/** An exact decimal number: `unscaled` times ten to the power of minus `scale`, like Java's BigDecimal. */
export interface Decimal {
  readonly unscaled: bigint;
  readonly scale: number;
}

/** Thrown where a number would need more digits than any text has a use for. */
export class TooManyDigits extends RangeError {
  constructor() {
    super(`A number would need more than ${MOST_DIGITS} digits.`);
  }
}

/** FreeMarker divides to at least this many digits behind the point, and multiplies to at most this many. */
const FREEMARKER_SCALE = 12;
const MOST_DIGITS = 10_000;

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,9}))?$/;

export const ZERO: Decimal = { unscaled: 0n, scale: 0 };

/** Reads `12`, `-0.50`, `.5` or `1e3` as Java's BigDecimal does; undefined when the text is no such number. */
export function parseDecimal(text: string): Decimal | undefined {
  const parts = NUMBER.exec(text);
  if (parts === null) return undefined;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = parts;
  const digits = whole + fraction;
  if (digits === "") return undefined;
  const scale = fraction.length - Number(exponent);
  checkDigits(digits.length + Math.abs(scale));
  const unscaled = BigInt(digits);
  return { unscaled: sign === "-" ? -unscaled : unscaled, scale };
}

/** The shortest decimal that JavaScript prints for a number. Infinity and NaN have none. */
export function decimalOf(value: number): Decimal | undefined {
  if (Number.isSafeInteger(value)) return { unscaled: BigInt(value), scale: 0 };
  return parseDecimal(String(value));
}

/** All digits, without an exponent and without zeros that say nothing: `1.50` becomes `1.5`. */
export function printDecimal(decimal: Decimal): string {
  const { unscaled, scale } = withoutTrailingZeros(decimal);
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString();
  const sign = unscaled < 0n ? "-" : "";
  if (scale <= 0) return `${sign}${digits}${unscaled === 0n ? "" : "0".repeat(-scale)}`;
  const padded = digits.padStart(scale + 1, "0");
  return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}

export function plus(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(left.scale, right.scale);
  return { unscaled: scaledUp(left, scale) + scaledUp(right, scale), scale };
}

export function minus(left: Decimal, right: Decimal): Decimal {
  return plus(left, negated(right));
}

export function negated({ unscaled, scale }: Decimal): Decimal {
  return { unscaled: -unscaled, scale };
}

/** Exact, except that more than twelve digits behind the point are rounded half up, away from zero. */
export function times(left: Decimal, right: Decimal): Decimal {
  const product = { unscaled: left.unscaled * right.unscaled, scale: left.scale + right.scale };
  checkSize(product);
  return product.scale > FREEMARKER_SCALE ? roundedTo(product, FREEMARKER_SCALE, "half up") : product;
}

/** To twelve digits behind the point, or more when an operand has more; undefined when the divisor is zero. */
export function dividedBy(left: Decimal, right: Decimal): Decimal | undefined {
  if (right.unscaled === 0n) return undefined;
  const scale = Math.max(FREEMARKER_SCALE, left.scale, right.scale);
  const shift = scale - left.scale + right.scale;
  const dividend = left.unscaled * (shift > 0 ? powerOfTen(shift) : 1n);
  const divisor = right.unscaled * (shift < 0 ? powerOfTen(-shift) : 1n);
  return { unscaled: quotientHalfUp(dividend, divisor), scale };
}

/** Of what stands before the points; its sign is that of the left side. Undefined when the right one is zero. */
export function remainder(left: Decimal, right: Decimal): Decimal | undefined {
  const divisor = asLong(right);
  return divisor === 0n ? undefined : { unscaled: asLong(left) % divisor, scale: 0 };
}

/** Less than, equal to or more than zero, as left is less than, equal to or more than right. `1.0` equals `1`. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const [sign, otherSign] = [signOf(left.unscaled), signOf(right.unscaled)];
  if (sign !== otherSign) return sign - otherSign;
  const scale = Math.max(left.scale, right.scale);
  return signOf(scaledUp(left, scale) - scaledUp(right, scale));
}

export type Rounding = "half up" | "half towards positive" | "half even" | "down" | "floor" | "ceiling";

/** A decimal with exactly this many digits behind the point. */
export function roundedTo(decimal: Decimal, scale: number, rounding: Rounding): Decimal {
  if (scale >= decimal.scale) return { unscaled: scaledUp(decimal, scale), scale };
  const divisor = powerOfTen(decimal.scale - scale);
  const { unscaled } = decimal;
  const quotient = unscaled / divisor;
  const rest = unscaled % divisor;
  const sign = BigInt(signOf(rest));
  return { unscaled: goesAway(rest, divisor, quotient, rounding) ? quotient + sign : quotient, scale };
}

/** What stands before the point, in as many bits as Java's `long` has. */
export function asLong(decimal: Decimal): bigint {
  return BigInt.asIntN(64, wholePart(decimal));
}

export function wholePart(decimal: Decimal): bigint {
  return roundedTo(decimal, 0, "down").unscaled;
}

export function isWhole(decimal: Decimal): boolean {
  return withoutTrailingZeros(decimal).scale <= 0;
}

/** The nearest number that JavaScript has. */
export function asNumber({ unscaled, scale }: Decimal): number {
  return Number(`${unscaled}e${-scale}`);
}

export function withoutTrailingZeros(decimal: Decimal): Decimal {
  let { unscaled, scale } = decimal;
  if (unscaled === 0n) return ZERO;
  while (scale > 0 && unscaled % 10n === 0n) {
    unscaled /= 10n;
    scale -= 1;
  }
  return { unscaled, scale };
}

/** Whether a rounded number is one further from zero than what is left when its digits are cut off. */
function goesAway(rest: bigint, divisor: bigint, quotient: bigint, rounding: Rounding): boolean {
  const twice = 2n * (rest < 0n ? -rest : rest);
  switch (rounding) {
    case "down":
      return false;
    case "floor":
      return rest < 0n;
    case "ceiling":
      return rest > 0n;
    case "half up":
      return twice >= divisor;
    case "half towards positive":
      return rest > 0n ? twice >= divisor : twice > divisor;
    case "half even":
      return twice > divisor || (twice === divisor && quotient % 2n !== 0n);
  }
}

function quotientHalfUp(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  const rest = dividend % divisor;
  const [absoluteRest, absoluteDivisor] = [rest < 0n ? -rest : rest, divisor < 0n ? -divisor : divisor];
  if (2n * absoluteRest < absoluteDivisor) return quotient;
  return dividend < 0n === divisor < 0n ? quotient + 1n : quotient - 1n;
}

function scaledUp({ unscaled, scale }: Decimal, target: number): bigint {
  return target === scale || unscaled === 0n ? unscaled : unscaled * powerOfTen(target - scale);
}

function powerOfTen(exponent: number): bigint {
  checkDigits(exponent);
  return 10n ** BigInt(exponent);
}

function signOf(value: bigint): number {
  return value < 0n ? -1 : value > 0n ? 1 : 0;
}

const LARGEST = 10n ** BigInt(MOST_DIGITS);

function checkSize({ unscaled, scale }: Decimal): void {
  if (unscaled >= LARGEST || unscaled <= -LARGEST) throw new TooManyDigits();
  checkDigits(Math.abs(scale));
}

function checkDigits(count: number): void {
  if (count > MOST_DIGITS) throw new TooManyDigits();
}
