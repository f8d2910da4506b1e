import {
  asLong,
  asNumber,
  compareDecimals,
  dividedBy,
  minus,
  negated,
  plus,
  remainder,
  times,
  type Decimal,
} from "../decimal.js";

/**
 * A number of a template. Whole numbers that JavaScript holds exactly are just that, since they are by far the most
 * common ones and quickly worked with; all others are decimals. Infinity and NaN come from texts such as "INF" only.
 */
export type Numeric = number | Decimal;

/** The shorter form of a decimal, when it is a whole number. */
export function numericOf(decimal: Decimal): Numeric {
  const { unscaled, scale } = decimal;
  const power = POWERS[scale];
  // Beyond twelve digits behind the point even zeros count: a division goes on to as many.
  if (power === undefined || unscaled % power !== 0n) return decimal;
  const whole = Number(unscaled / power);
  return Number.isSafeInteger(whole) ? whole : decimal;
}

const POWERS = Array.from({ length: 13 }, (_, exponent) => 10n ** BigInt(exponent));

/** The decimal form; undefined for infinity and NaN, which have none. */
export function decimalForm(value: Numeric): Decimal | undefined {
  if (typeof value !== "number") return value;
  return Number.isSafeInteger(value) ? { unscaled: BigInt(value), scale: 0 } : undefined;
}

export type ArithmeticOperator = "+" | "-" | "*" | "/" | "%";

/** Undefined when there is no result: a division by zero, or infinity and NaN in arithmetic. */
export function calculate(operator: ArithmeticOperator, left: Numeric, right: Numeric): Numeric | undefined {
  if (typeof left === "number" && typeof right === "number") {
    const quick = calculateWhole(operator, left, right);
    if (quick !== undefined && Number.isSafeInteger(quick)) return quick === 0 ? 0 : quick;
  }
  const [exactLeft, exactRight] = [decimalForm(left), decimalForm(right)];
  if (exactLeft === undefined || exactRight === undefined) return undefined;
  const result = calculateExactly(operator, exactLeft, exactRight);
  return result === undefined ? undefined : numericOf(result);
}

/** With operands that are whole; undefined when the result might not be. */
function calculateWhole(operator: ArithmeticOperator, left: number, right: number): number | undefined {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
    case "%": {
      if (right === 0 || !Number.isFinite(right) || !Number.isFinite(left)) return undefined;
      const rest = left % right;
      if (operator === "%") return rest;
      return rest === 0 ? left / right : undefined;
    }
  }
}

function calculateExactly(operator: ArithmeticOperator, left: Decimal, right: Decimal): Decimal | undefined {
  switch (operator) {
    case "+":
      return plus(left, right);
    case "-":
      return minus(left, right);
    case "*":
      return times(left, right);
    case "/":
      return dividedBy(left, right);
    case "%":
      return remainder(left, right);
  }
}

export function negative(value: Numeric): Numeric {
  if (typeof value === "number") return value === 0 ? 0 : -value;
  return numericOf(negated(value));
}

export function isNegative(value: Numeric): boolean {
  return typeof value === "number" ? value < 0 : value.unscaled < 0n;
}

/** Less than, equal to or more than zero, as left is less than, equal to or more than right. */
export function compareNumbers(left: Numeric, right: Numeric): number {
  const [exactLeft, exactRight] =
    typeof left === "number" && typeof right === "number"
      ? [undefined, undefined]
      : [decimalForm(left), decimalForm(right)];
  if (exactLeft !== undefined && exactRight !== undefined) return compareDecimals(exactLeft, exactRight);
  const [roughLeft, roughRight] = [roughly(left), roughly(right)];
  if (Number.isNaN(roughLeft) || Number.isNaN(roughRight))
    return Number(Number.isNaN(roughLeft)) - Number(Number.isNaN(roughRight));
  return roughLeft < roughRight ? -1 : roughLeft > roughRight ? 1 : 0;
}

/** The nearest number that JavaScript has. */
export function roughly(value: Numeric): number {
  return typeof value === "number" ? value : asNumber(value);
}

/** As many bits as Java's `int` has, of what stands before the point. */
export function asInt(value: Numeric): number {
  if (typeof value === "number" && (value | 0) === value) return value;
  return Number(BigInt.asIntN(32, longOf(value)));
}

/** As many bits as Java's `long` has, of what stands before the point. */
export function longOf(value: Numeric): bigint {
  const decimal = decimalForm(value);
  if (decimal !== undefined) return asLong(decimal);
  if (Number.isNaN(roughly(value))) return 0n;
  return roughly(value) > 0 ? 2n ** 63n - 1n : -(2n ** 63n);
}

export function fromLong(value: bigint): Numeric {
  return numericOf({ unscaled: value, scale: 0 });
}
