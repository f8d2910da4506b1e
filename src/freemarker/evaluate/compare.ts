import type { Argument } from "../tree.js";
import { truthOf } from "./coerce.js";
import { describeValue } from "./describe.js";
import { Failure } from "./failure.js";
import { compareNumbers } from "./numeric.js";
import type { Value } from "./value.js";

export type ComparisonOperator = "==" | "!=" | "<" | "<=" | ">" | ">=";

/**
 * Whether a comparison of two values holds.
 *
 * @throws Failure when they cannot be compared; `place` is what it blames
 */
export function holds(
  operator: ComparisonOperator,
  left: Value,
  right: Value,
  place: Argument | undefined,
): boolean {
  const order = orderOf(operator, left, right, place);
  if (order === undefined) {
    const message = `${describeValue(left)} and ${describeValue(right)} cannot be compared.`;
    const hint =
      "Compare two numbers, two texts, two dates, or two truth values; ?number reads a text as a number.";
    throw new Failure("wrong-type", message.charAt(0).toUpperCase() + message.slice(1), place, hint);
  }
  return fits(operator, order);
}

/** Whether two values are equal; values of different types are not. */
export function areEqual(left: Value, right: Value): boolean {
  return orderOf("==", left, right, undefined) === 0;
}

function fits(operator: ComparisonOperator, order: number): boolean {
  switch (operator) {
    case "==":
      return order === 0;
    case "!=":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
  }
}

/** Below, at or above zero; undefined when the types differ or have no order at all. */
function orderOf(
  operator: ComparisonOperator,
  left: Value,
  right: Value,
  place: Argument | undefined,
): number | undefined {
  if (left.kind === "number" && right.kind === "number") return compareNumbers(left.value, right.value);
  if (left.kind === "date" && right.kind === "date") return orderOfDates(left, right, place);
  const [leftText, rightText] = [stringOf(left), stringOf(right)];
  if (leftText !== undefined && rightText !== undefined) {
    mustAskForEquality(operator, "texts", place);
    return sameText(leftText, rightText) ? 0 : 1;
  }
  const [leftTruth, rightTruth] = [truthOf(left), truthOf(right)];
  if (leftTruth === undefined || rightTruth === undefined) return undefined;
  mustAskForEquality(operator, "truth values", place);
  return Number(leftTruth) - Number(rightTruth);
}

function orderOfDates(
  left: Value & { kind: "date" },
  right: Value & { kind: "date" },
  place: Argument | undefined,
): number {
  if (left.type === "unknown" || right.type === "unknown" || left.type !== right.type) {
    const message = `A ${left.type} and a ${right.type} cannot be compared.`;
    throw new Failure("wrong-type", message, place, "Turn one of them with ?date, ?time or ?datetime.");
  }
  return left.instant - right.instant;
}

function stringOf(value: Value): string | undefined {
  if (value.kind === "string" || value.kind === "match") return value.text;
  return value.kind === "nothing" ? "" : undefined;
}

/** FreeMarker takes characters as the same that Unicode calls compatible: "m²" equals "m2". */
export function sameText(left: string, right: string): boolean {
  return (
    left === right ||
    (!(isPlain(left) && isPlain(right)) && left.normalize("NFKC") === right.normalize("NFKC"))
  );
}

const isPlain = (text: string): boolean => /^[\0-\x7f]*$/.test(text);

function mustAskForEquality(operator: ComparisonOperator, what: string, place: Argument | undefined): void {
  if (operator === "==" || operator === "!=") return;
  const message = `${operator} cannot be used on ${what}.`;
  throw new Failure(
    "wrong-type",
    message,
    place,
    what === "texts" ? "Turn them into numbers with ?number." : undefined,
  );
}
