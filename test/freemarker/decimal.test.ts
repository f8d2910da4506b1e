import { describe, expect, test } from "vitest";
import {
  asLong,
  compareDecimals,
  dividedBy,
  isWhole,
  parseDecimal,
  plus,
  printDecimal,
  remainder,
  roundedTo,
  times,
  TooManyDigits,
  ZERO,
  type Decimal,
  type Rounding,
} from "../../src/freemarker/decimal.js";

const decimal = (text: string): Decimal => {
  const parsed = parseDecimal(text);
  if (parsed === undefined) throw new Error(`${text} is no number`);
  return parsed;
};

describe("reading and printing", () => {
  test.each([
    ["12", "12"],
    ["-0.50", "-0.5"],
    [".5", "0.5"],
    ["5.", "5"],
    ["1e3", "1000"],
    ["1.25E-4", "0.000125"],
    ["+007", "7"],
    ["-0", "0"],
    ["0e5", "0"],
    ["12345678901234567890.10", "12345678901234567890.1"],
  ])("%s is printed as %s", (text, printed) => {
    expect(printDecimal(decimal(text))).toBe(printed);
  });

  test.each(["", ".", "-", "1,5", " 1", "1 ", "0x10", "1e", "٣"])("%j is no number", (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  test("a number with too many digits is refused rather than worked out", () => {
    expect(() => parseDecimal("1e999999999")).toThrow(TooManyDigits);
    let square = decimal("123456789");
    expect(() => {
      for (let round = 0; round < 50; round += 1) square = times(square, square);
    }).toThrow(TooManyDigits);
  });
});

describe("arithmetic is decimal, not binary", () => {
  test("0.1 and 0.2 make 0.3", () => {
    expect(printDecimal(plus(decimal("0.1"), decimal("0.2")))).toBe("0.3");
  });

  test("a product keeps twelve digits behind the point", () => {
    expect(printDecimal(times(decimal("0.0000001"), decimal("0.0000015")))).toBe("0");
    expect(printDecimal(times(decimal("0.000001"), decimal("0.0000015")))).toBe("0.000000000002");
  });

  test.each([
    ["10", "4", "2.5"],
    ["1", "3", "0.333333333333"],
    ["2", "3", "0.666666666667"],
    ["-2", "3", "-0.666666666667"],
    ["1e3", "1e-3", "1000000"],
  ])("%s / %s is %s", (left, right, quotient) => {
    expect(printDecimal(dividedBy(decimal(left), decimal(right)) ?? ZERO)).toBe(quotient);
  });

  test.each([
    ["7.9", "3.9", "1"],
    ["-7", "3", "-1"],
    ["7", "-3", "1"],
  ])("%s %% %s cuts both sides and gives %s", (left, right, rest) => {
    expect(printDecimal(remainder(decimal(left), decimal(right)) ?? ZERO)).toBe(rest);
  });

  test("nothing can be divided by zero", () => {
    expect(dividedBy(decimal("1"), decimal("0.00"))).toBeUndefined();
    expect(remainder(decimal("1"), decimal("0.9"))).toBeUndefined();
  });

  test("numbers are compared by value", () => {
    expect(compareDecimals(decimal("1.0"), decimal("1"))).toBe(0);
    expect(compareDecimals(decimal("-1"), decimal("0.5"))).toBeLessThan(0);
    expect(compareDecimals(decimal("10"), decimal("9.99"))).toBeGreaterThan(0);
  });
});

test.each<[string, Rounding, string]>([
  ["2.5", "half up", "3"],
  ["-2.5", "half up", "-3"],
  ["-2.5", "half towards positive", "-2"],
  ["2.5", "half even", "2"],
  ["3.5", "half even", "4"],
  ["-2.1", "floor", "-3"],
  ["-2.9", "ceiling", "-2"],
  ["2.9", "down", "2"],
])("%s rounded %s is %s", (text, rounding, rounded) => {
  expect(printDecimal(roundedTo(decimal(text), 0, rounding))).toBe(rounded);
});

test("whole numbers are told from others whatever their zeros", () => {
  expect(isWhole(decimal("2.00"))).toBe(true);
  expect(isWhole(decimal("1e5"))).toBe(true);
  expect(isWhole(decimal("2.01"))).toBe(false);
});

test("a number beyond a long wraps around as in Java", () => {
  expect(asLong(decimal("9223372036854775808"))).toBe(-9223372036854775808n);
});
