import { stringLiteral } from "../freemarker/escape.js";
import { optionalShape, type OptionalShape, type Shape } from "./shape.js";
import {
  expressionOf,
  guarded,
  isValue,
  ITEM,
  operand,
  postfix,
  PRECEDENCE,
  reference,
  localName,
  VALUE,
  valueOf,
  type Expression,
  type ListValue,
  type Presence,
  type Reference,
  type Value,
  type ValueKind,
} from "./value.js";

/** A condition: a run-time value that is true or false. */
export type Condition = Value<"boolean">;

/** A number of the author, or one that is known when the action runs. */
export type NumberOperand = number | Value<"number">;
/** Text of the author, or text that is known when the action runs. */
export type TextOperand = string | Value<"text">;

/** `left < right`. */
export function lessThan(left: NumberOperand, right: NumberOperand): Condition {
  return compared(left, "lt", right);
}

/** `left <= right`. */
export function atMost(left: NumberOperand, right: NumberOperand): Condition {
  return compared(left, "lte", right);
}

/** `left >= right`. */
export function atLeast(left: NumberOperand, right: NumberOperand): Condition {
  return compared(left, "gte", right);
}

/** `left > right`. */
export function greaterThan(left: NumberOperand, right: NumberOperand): Condition {
  return compared(left, "gt", right);
}

/** `left = right`, between two numbers, two texts or two truth values. */
export function equal(left: Value<"number">, right: NumberOperand): Condition;
export function equal(left: Value<"text">, right: TextOperand): Condition;
export function equal(left: Value<"boolean">, right: boolean | Value<"boolean">): Condition;
export function equal(left: Value<"number" | "text" | "boolean">, right: Operand): Condition {
  return compared(left, "==", right);
}

/** `left != right`, between two numbers, two texts or two truth values. */
export function notEqual(left: Value<"number">, right: NumberOperand): Condition;
export function notEqual(left: Value<"text">, right: TextOperand): Condition;
export function notEqual(left: Value<"boolean">, right: boolean | Value<"boolean">): Condition;
export function notEqual(left: Value<"number" | "text" | "boolean">, right: Operand): Condition {
  return compared(left, "!=", right);
}

/** True when a text, list or object is missing or holds nothing. */
export function isEmpty(value: Value<"text" | "numeric" | "list" | "record", Presence>): Condition {
  return not(notEmpty(value));
}

/** True when a text, list or object is there and holds something. */
export function notEmpty(value: Value<"text" | "numeric" | "list" | "record", Presence>): Condition {
  return valueOf("boolean", postfix(`${guarded(expressionOf(value))}?has_content`));
}

/** True when a value is there, even if it is empty. Also safe on the answer of a request that failed. */
export function exists(value: Value<ValueKind, Presence>): Condition {
  return valueOf("boolean", postfix(`${guarded(expressionOf(value))}??`));
}

/** True when all conditions hold. */
export function and(first: Condition, ...others: readonly Condition[]): Condition {
  return joined("&&", PRECEDENCE.and, first, others);
}

/** True when at least one condition holds. */
export function or(first: Condition, ...others: readonly Condition[]): Condition {
  return joined("||", PRECEDENCE.or, first, others);
}

/** True when the condition does not hold. */
export function not(condition: Condition): Condition {
  const source = `!${operand(expressionOf(condition), PRECEDENCE.unary)}`;
  return valueOf("boolean", { source, precedence: PRECEDENCE.unary });
}

/** A value that may be missing where it must be there: when it is missing, the step fails and says so. */
export function required<Kind extends ValueKind>(value: Value<Kind, Presence>): Value<Kind> {
  return valueOf(value[VALUE].kind, expressionOf(value));
}

/** The value, or `fallback` when it is missing. Guards the whole path, not only its last part. */
export function orElse(value: Value<"text", Presence>, fallback: TextOperand): Value<"text">;
export function orElse(value: Value<"number", Presence>, fallback: NumberOperand): Value<"number">;
export function orElse(value: Value<"text" | "number", Presence>, fallback: Operand): unknown {
  const source = `(${guarded(expressionOf(value))}!${operandSource(fallback, PRECEDENCE.postfix)})`;
  return valueOf(value[VALUE].kind, postfix(source));
}

/** The text, or `fallback` when it is missing or empty. */
export function filledOr(value: Value<"text", Presence>, fallback: TextOperand): Value<"text"> {
  const given = operand(expressionOf(value));
  const source = `${expressionOf(notEmpty(value)).source}?then(${given}, ${operandSource(fallback, PRECEDENCE.postfix)})`;
  return valueOf("text", postfix(source));
}

/**
 * A value that should be a number, as a number: 0 when it is missing, empty or not a number.
 *
 * Reads plain decimal notation (`5`, `-2.5`, at most 15 digits on either side) with white space around it. Number
 * fields of assets arrive as such text (seen); a JSON number is taken as it is.
 */
export function toNumber(value: Value<"numeric" | "text", Presence>): Value<"number"> {
  const given = operand(expressionOf(value));
  const orZero = `${guarded(expressionOf(value))}!0`;
  const trimmed = `${given}?trim`;
  const fromText = `${trimmed}?matches(r"-?\\d{1,15}(\\.\\d{1,15})?")?then(${trimmed}?number, 0)`;
  return valueOf(
    "number",
    postfix(`(${orZero})?is_number?then(${orZero}, ${given}?is_string?then(${fromText}, 0))`),
  );
}

/** `left * right`. */
export function times(left: NumberOperand, right: NumberOperand): Value<"number"> {
  const factors = [left, right].map((side) => operandSource(side, PRECEDENCE.unary));
  return valueOf("number", { source: factors.join(" * "), precedence: PRECEDENCE.multiplicative });
}

/** Text that is sure to be a number, such as a variable that was assigned one. Fails at run time when it is not. */
export function asNumber(value: Value<"text">): Value<"number"> {
  return valueOf("number", postfix(`${operand(expressionOf(value))}?number`));
}

/** A value of the author's own, where a run-time value is asked for. */
export function constant(value: number): Value<"number">;
export function constant(value: string): Value<"text">;
export function constant(value: boolean): Value<"boolean">;
export function constant(value: number | string | boolean): unknown {
  const kind = typeof value === "string" ? "text" : typeof value === "number" ? "number" : "boolean";
  return valueOf(kind, postfix(operandSource(value, PRECEDENCE.postfix)));
}

/** `left + right`. */
export function plus(left: NumberOperand, right: NumberOperand): Value<"number"> {
  return added(left, "+", right);
}

/** `left - right`. */
export function minus(left: NumberOperand, right: NumberOperand): Value<"number"> {
  return added(left, "-", right);
}

/** How many items a list has. */
export function size(list: Value<"list">): Value<"number"> {
  return valueOf("number", postfix(`${operand(expressionOf(list))}?size`));
}

/** The item at a place of a list, counted from 0. It may be missing. */
export function itemAt<Item extends Shape>(
  list: ListValue<Item>,
  index: NumberOperand,
): Reference<OptionalShape<Item>> {
  const source = `${operand(expressionOf(list))}[${operandSource(index, PRECEDENCE.or)}]`;
  return reference(optionalShape(list[ITEM]), postfix(source));
}

/** The place of a loop's item in its list, counted from 0. Works on the item that `each` or a loop hands out only. */
export function indexOf(item: Value<ValueKind>): Value<"number"> {
  return valueOf("number", postfix(`${operand(expressionOf(item))}?index`));
}

/** How many items of a list meet a condition. `itemName` is the item's name in the template. */
export function countWhere<Item extends Shape>(
  list: ListValue<Item>,
  itemName: string,
  condition: (item: Reference<Item>) => Condition,
): Value<"number"> {
  const holds = expressionOf(condition(reference(list[ITEM], localName(itemName)))).source;
  const source = `${operand(expressionOf(list))}?filter(${itemName} -> ${holds})?size`;
  return valueOf("number", postfix(source));
}

type Operand = string | number | boolean | Value<"number" | "text" | "boolean">;

function operandSource(value: Operand, needed: Expression["precedence"]): string {
  if (isValue(value)) return operand(expressionOf(value), needed);
  if (typeof value === "string") return stringLiteral(value);
  return typeof value === "number" ? numberLiteral(value) : String(value);
}

/** FreeMarker has no exponents and no sign inside a literal. */
function numberLiteral(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not a number that a template can hold`);
  const plain = String(Math.abs(value));
  const digits = plain.includes("e")
    ? Math.abs(value).toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 20 })
    : plain;
  return value < 0 ? `(-${digits})` : digits;
}

function added(left: NumberOperand, operator: "+" | "-", right: NumberOperand): Value<"number"> {
  const source = `${operandSource(left, PRECEDENCE.additive)} ${operator} ${operandSource(right, PRECEDENCE.multiplicative)}`;
  return valueOf("number", { source, precedence: PRECEDENCE.additive });
}

/** Words (`lt`), not signs (`<`): a `>` would end the tag in which a condition stands. */
function compared(
  left: Operand,
  operator: "lt" | "lte" | "gt" | "gte" | "==" | "!=",
  right: Operand,
): Condition {
  const [leftSource, rightSource] = [left, right].map((side) => operandSource(side, PRECEDENCE.additive));
  const precedence = operator === "==" || operator === "!=" ? PRECEDENCE.equality : PRECEDENCE.relational;
  return valueOf("boolean", { source: `${leftSource} ${operator} ${rightSource}`, precedence });
}

function joined(
  operator: "&&" | "||",
  precedence: Expression["precedence"],
  first: Condition,
  others: readonly Condition[],
): Condition {
  if (others.length === 0) return first;
  const source = [first, ...others]
    .map((condition) => operand(expressionOf(condition), precedence))
    .join(` ${operator} `);
  return valueOf("boolean", { source, precedence });
}
