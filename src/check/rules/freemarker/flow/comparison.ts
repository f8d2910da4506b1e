import type { Binary, BinaryOperator, Expression } from "../../../../freemarker/tree.js";
import { NOTHING, type Facts } from "./facts.js";
import { nameOf } from "./name-of.js";
import type { Outcome } from "./outcomes.js";

const MIRRORED: Partial<Record<BinaryOperator, BinaryOperator>> = {
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};

/**
 * What the comparison of a path with a literal tells: when it turns out other than it does for nothing at all (no items,
 * no text, the fallback), there is something.
 */
export function comparisonOutcome({ operator, left, right }: Binary): Outcome {
  const asked = measured(left, literalOf(right), operator);
  const mirrored = asked ?? measured(right, literalOf(left), MIRRORED[operator] ?? operator);
  return mirrored ?? { whenTrue: NOTHING, whenFalse: NOTHING };
}

type Literal = string | number;

function measured(
  side: Expression,
  literal: Literal | undefined,
  operator: BinaryOperator,
): Outcome | undefined {
  const measure = literal === undefined ? undefined : measureOf(side);
  if (measure === undefined || literal === undefined) return undefined;
  const forNothing = compared(measure.forNothing, operator, literal);
  if (forNothing === undefined) return undefined;
  const { facts } = measure;
  return forNothing ? { whenTrue: NOTHING, whenFalse: facts } : { whenTrue: facts, whenFalse: NOTHING };
}

interface Measure {
  /** What is compared when there is nothing. */
  readonly forNothing: Literal;
  /** What is known when it is not that. */
  readonly facts: Facts;
}

const SIZES = new Set(["size", "length"]);
/** Built-ins that make nothing of nothing. */
const OF_NOTHING = new Set(
  "trim upper_case lower_case c_upper_case c_lower_case cap_first uncap_first".split(" "),
);
const LONGEST = 20;

function measureOf(side: Expression): Measure | undefined {
  let inner = side;
  let isSize = false;
  for (let steps = 0; steps < LONGEST; steps += 1) {
    if (inner.kind === "parenthesis") inner = inner.inner;
    else if (inner.kind === "built-in" && SIZES.has(inner.name) && !isSize) {
      isSize = true;
      inner = inner.target;
    } else if (inner.kind === "built-in" && OF_NOTHING.has(inner.name)) inner = inner.target;
    else break;
  }
  const fallback = inner.kind === "default" ? fallbackOf(inner.fallback) : "";
  const name = nameOf(inner.kind === "default" ? inner.target : inner);
  if (name === undefined || fallback === undefined) return undefined;
  if (isSize) return fallback === "" ? { forNothing: 0, facts: { kind: "filled", name } } : undefined;
  return { forNothing: fallback, facts: { kind: fallback === "" ? "filled" : "present", name } };
}

/** An empty list and no fallback are as good as an empty text. */
function fallbackOf(fallback: Expression | undefined): Literal | undefined {
  if (fallback === undefined) return "";
  if (fallback.kind === "sequence") return fallback.items.length === 0 ? "" : undefined;
  return literalOf(fallback);
}

function literalOf(expression: Expression): Literal | undefined {
  if (expression.kind === "number") return Number(expression.digits);
  if (expression.kind !== "string" || expression.parts.length > 1) return undefined;
  const [text = ""] = expression.parts;
  return typeof text === "string" ? text : undefined;
}

function compared(left: Literal, operator: BinaryOperator, right: Literal): boolean | undefined {
  if (typeof left !== typeof right) return undefined;
  switch (operator) {
    case "==":
      return left === right;
    case "!=":
      return left !== right;
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
    default:
      return undefined;
  }
}
