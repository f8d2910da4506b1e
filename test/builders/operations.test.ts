import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  and,
  asNumber,
  atLeast,
  atMost,
  constant,
  countWhere,
  equal,
  exists,
  greaterThan,
  isEmpty,
  lessThan,
  minus,
  not,
  notEmpty,
  notEqual,
  or,
  orElse,
  plus,
  size,
  times,
  toNumber,
  type Condition,
} from "../../src/builders/operations.js";
import type { Value } from "../../src/builders/value.js";
import { evaluated } from "../freemarker/expression-model.js";
import { decodedStringLiteral, anyText } from "../freemarker/lexer-model.js";
import { card, flag, sourceOf } from "./sample-values.js";

describe("comparisons", () => {
  test.each([
    [lessThan(card.count, 5), "card.count lt 5"],
    [atMost(card.count, 5), "card.count lte 5"],
    [greaterThan(card.count, 5), "card.count gt 5"],
    [atLeast(5, card.count), "5 gte card.count"],
    [equal(card.count, 5), "card.count == 5"],
    [equal(card.name, "a"), 'card.name == "a"'],
    [equal(card.open, true), "card.open == true"],
    [notEqual(card.name, card.name), "card.name != card.name"],
    [notEqual(card.count, 5), "card.count != 5"],
    [lessThan(plus(card.count, 1), minus(card.count, 1)), "card.count + 1 lt card.count - 1"],
    [equal(flag, lessThan(card.count, 1)), "flag == (card.count lt 1)"],
  ])("%# are written with words for < and >, which would end a tag", (condition, source) => {
    expect(sourceOf(condition)).toBe(source);
    expect(source).not.toMatch(/[<>]/);
  });

  test("a text that is compared with cannot break out of its quotes", () => {
    expect(sourceOf(equal(card.name, 'a"${b}'))).toBe('card.name == "a\\"$\\{b}"');
  });
});

describe("conditions", () => {
  const small = lessThan(card.count, 5);

  test.each([
    ["all must hold", and(flag, card.open, small), "flag && card.open && card.count lt 5"],
    ["one must hold", or(flag, card.open), "flag || card.open"],
    ["one condition stays itself", and(small), "card.count lt 5"],
    [
      "or inside and is put in parentheses",
      and(or(flag, card.open), small),
      "(flag || card.open) && card.count lt 5",
    ],
    ["and inside or needs none", or(and(flag, card.open), small), "flag && card.open || card.count lt 5"],
    ["not binds a name", not(flag), "!flag"],
    ["not binds a comparison", not(small), "!(card.count lt 5)"],
    ["not binds a list of conditions", not(and(flag, card.open)), "!(flag && card.open)"],
    ["a name is tested for existence", exists(flag), "flag??"],
    ["a path is guarded as a whole", exists(card.name), "(card.name)??"],
    ["empty is the opposite of holding something", isEmpty(card.note), "!(card.note)?has_content"],
    ["a list can hold something", notEmpty(card.items), "(card.items)?has_content"],
  ])("%s", (_rule, condition, source) => {
    expect(sourceOf(condition)).toBe(source);
  });
});

describe("numbers", () => {
  test.each([
    [plus(card.count, 1), "card.count + 1"],
    [minus(card.count, -1), "card.count - (-1)"],
    [minus(card.count, minus(card.count, 1)), "card.count - (card.count - 1)"],
    [minus(minus(card.count, 1), card.count), "card.count - 1 - card.count"],
    [times(plus(card.count, 1), 2), "(card.count + 1) * 2"],
    [times(2, times(card.count, 3)), "2 * (card.count * 3)"],
    [plus(times(card.count, 2), 1), "card.count * 2 + 1"],
    [size(card.items), "card.items?size"],
    [asNumber(card.name), "card.name?number"],
    [
      countWhere(card.items, "item", (item) => and(greaterThan(item.quantity, 0), exists(item.id))),
      "card.items?filter(item -> item.quantity gt 0 && (item.id)??)?size",
    ],
    [orElse(card.amount, 0), "((card.amount)!0)"],
    [orElse(card.amount, -1), "((card.amount)!(-1))"],
    [orElse(card.amount, plus(card.count, 1)), "((card.amount)!(card.count + 1))"],
  ])("%# %o", (value, source) => {
    expect(sourceOf(value)).toBe(source);
  });

  test("text that may be missing falls back as a whole path", () => {
    expect(sourceOf(orElse(card.note, "-"))).toBe('((card.note)!"-")');
    expect(sourceOf(orElse(card.note, card.name))).toBe("((card.note)!card.name)");
  });

  test("a field that may hold anything is read as a number, and as 0 when it is none", () => {
    const path = 'card["minimale-voorraad"]';
    expect(sourceOf(toNumber(card.minimum))).toBe(
      `((${path})!0)?is_number?then((${path})!0, ${path}?is_string?then(` +
        `${path}?trim?matches(r"-?\\d{1,15}(\\.\\d{1,15})?")?then(${path}?trim?number, 0), 0))`,
    );
  });
});

describe("constants", () => {
  test.each([
    [constant(5), "5"],
    [constant(-5), "(-5)"],
    [constant(-0), "0"],
    [constant(0.1), "0.1"],
    [constant(1e21), "1000000000000000000000"],
    [constant(1e-7), "0.0000001"],
    [constant(true), "true"],
    [constant('"'), '"\\""'],
  ])("%# have no exponent, no grouping and no bare sign", (value, source) => {
    expect(sourceOf(value)).toBe(source);
  });

  test.each([NaN, Infinity, -Infinity])("%d is refused", (number) => {
    expect(() => constant(number)).toThrow(RangeError);
  });

  test("keep a number of any sensible size exactly", () => {
    const number = fc.oneof(
      fc.maxSafeInteger(),
      fc.double({ noNaN: true, noDefaultInfinity: true, min: 1e-4, max: 1e15 }),
    );
    fc.assert(
      fc.property(number, (value) => {
        const source = sourceOf(constant(value));
        expect(source).toMatch(/^(\d+(\.\d+)?|\(-\d+(\.\d+)?\))$/);
        expect(evaluated(source)).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  test("keep any text exactly", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(decodedStringLiteral(sourceOf(constant(text)))).toBe(text);
      }),
    );
  });
});

/** An expression and what it should come to. */
interface Sample<Kind extends "number" | "boolean", Outcome> {
  readonly value: Value<Kind>;
  readonly outcome: Outcome;
}

const { number, condition } = fc.letrec<{
  number: Sample<"number", number>;
  condition: Sample<"boolean", boolean>;
}>((tie) => ({
  number: fc.oneof(
    { maxDepth: 5 },
    fc
      .integer({ min: -9, max: 9 })
      .map((value) => ({ value: constant(value), outcome: value === 0 ? 0 : value })),
    fc.tuple(tie("number"), tie("number"), fc.constantFrom("plus", "minus", "times")).map(combined),
  ),
  condition: fc.oneof(
    { maxDepth: 5 },
    fc.boolean().map((value) => ({ value: constant(value), outcome: value })),
    tie("condition").map(({ value, outcome }) => ({ value: not(value), outcome: !outcome })),
    fc.tuple(tie("condition"), tie("condition"), fc.constantFrom("and", "or", "equal")).map(related),
    fc.tuple(tie("number"), tie("number"), fc.constantFrom("less", "most", "differs")).map(compared),
  ),
}));

function combined([left, right, how]: readonly [
  Sample<"number", number>,
  Sample<"number", number>,
  "plus" | "minus" | "times",
]): Sample<"number", number> {
  const operations = { plus, minus, times };
  const outcomes = {
    plus: left.outcome + right.outcome,
    minus: left.outcome - right.outcome,
    times: left.outcome * right.outcome,
  };
  return { value: operations[how](left.value, right.value), outcome: outcomes[how] };
}

function related([left, right, how]: readonly [
  Sample<"boolean", boolean>,
  Sample<"boolean", boolean>,
  "and" | "or" | "equal",
]): Sample<"boolean", boolean> {
  const operations: Record<typeof how, (one: Condition, other: Condition) => Condition> = { and, or, equal };
  const outcomes = {
    and: left.outcome && right.outcome,
    or: left.outcome || right.outcome,
    equal: left.outcome === right.outcome,
  };
  return { value: operations[how](left.value, right.value), outcome: outcomes[how] };
}

function compared([left, right, how]: readonly [
  Sample<"number", number>,
  Sample<"number", number>,
  "less" | "most" | "differs",
]): Sample<"boolean", boolean> {
  const outcomes = {
    less: left.outcome < right.outcome,
    most: left.outcome <= right.outcome,
    differs: left.outcome !== right.outcome,
  };
  const operations = { less: lessThan, most: atMost, differs: notEqual };
  return { value: operations[how](left.value, right.value), outcome: outcomes[how] };
}

describe("nested as deep as you like, an expression means what its author wrote", () => {
  test("between numbers", () => {
    fc.assert(
      fc.property(number, ({ value, outcome }) => {
        expect(evaluated(sourceOf(value)) === outcome).toBe(true);
      }),
    );
  });

  test("between conditions", () => {
    fc.assert(
      fc.property(condition, ({ value, outcome }) => {
        expect(evaluated(sourceOf(value))).toBe(outcome);
      }),
    );
  });
});
