import type { Argument } from "../tree.js";
import { asTextOrMarkup, escapedInto, textOf } from "./coerce.js";
import { wrongType } from "./describe.js";
import { Failure } from "./failure.js";
import { calculate, type ArithmeticOperator, type Numeric } from "./numeric.js";
import type { Run } from "./run.js";
import {
  listValue,
  mapValue,
  NOTHING,
  numberValue,
  textValue,
  type Hash,
  type Markup,
  type Sequence,
  type Value,
} from "./value.js";

export interface Operands {
  readonly left: Argument;
  readonly right: Argument;
}

/** `left + right`: a sum, or texts, lists or hashes put together. */
export function added(
  left: Value,
  right: Value,
  { left: leftExpression, right: rightExpression }: Operands,
  run: Run,
): Value {
  if (left.kind === "number" && right.kind === "number") return numberValue(sum(left.value, right.value));
  if (left.kind === "string" && right.kind === "string")
    return textValue(run.bounded(left.text + right.text));
  const [leftList, rightList] = [sequenceOf(left), sequenceOf(right)];
  if (leftList !== undefined && rightList !== undefined) return joinedLists(leftList, rightList, run);
  if (isHash(left) && isHash(right) && (hasNoText(left, run) || hasNoText(right, run)))
    return joinedHashes(left, right, run);
  return joinedTexts(
    asTextOrMarkup(left, leftExpression, run),
    asTextOrMarkup(right, rightExpression, run),
    run,
  );
}

/** The result of another arithmetic operator. A mistake is placed where the template is, not at the expression. */
export function calculated(operator: ArithmeticOperator, left: Numeric, right: Numeric): Value {
  const result = calculate(operator, left, right);
  if (result !== undefined) return numberValue(result);
  const isDivision = operator === "/" || operator === "%";
  throw new Failure(
    "invalid-value",
    isDivision ? "A number cannot be divided by zero." : "Infinity and NaN cannot be calculated with.",
    undefined,
  );
}

export function sum(left: Numeric, right: Numeric): Numeric {
  const result = calculate("+", left, right);
  if (result === undefined)
    throw new Failure("invalid-value", "Infinity and NaN cannot be calculated with.", undefined);
  return result;
}

/** Two texts, or markup and a text that is escaped for it. */
export function joinedTexts(left: string | Markup, right: string | Markup, run: Run): Value {
  if (typeof left === "string") {
    if (typeof right === "string") return textValue(run.bounded(left + right));
    return joinedMarkup(escapedInto(right.format, left), right, run);
  }
  return joinedMarkup(left, typeof right === "string" ? escapedInto(left.format, right) : right, run);
}

function joinedMarkup(left: Markup, right: Markup, run: Run): Markup {
  if (left.format === right.format) {
    const source =
      left.source === undefined || right.source === undefined ? undefined : left.source + right.source;
    return { kind: "markup", format: left.format, markup: run.bounded(left.markup + right.markup), source };
  }
  if (right.source !== undefined) return joinedMarkup(left, escapedInto(left.format, right.source), run);
  if (left.source !== undefined) return joinedMarkup(escapedInto(right.format, left.source), right, run);
  const message = `${left.format.name} and ${right.format.name} cannot be put together.`;
  throw new Failure("wrong-type", message, undefined);
}

/** A list, or what is one as well. */
export function sequenceOf(value: Value): Sequence | undefined {
  if (value.kind === "sequence") return value;
  if (value.kind === "nothing") return EMPTY_LIST;
  return value.kind === "matches" ? listValue(value.parts()) : undefined;
}

const EMPTY_LIST = listValue([]);

function joinedLists(left: Sequence, right: Sequence, run: Run): Value {
  const size = left.size + right.size;
  if (!Number.isFinite(size))
    throw new Failure("limit", "A range without an end cannot be put together.", undefined);
  const items = extendable(left, run);
  run.stepMany(right.size);
  for (let index = 0; index < right.size; index += 1) items.push(right.at(index));
  return { ...listValue(items), size, extendable: items };
}

/** The items of a list as the start of a longer one: shared when nothing else was put behind them yet. */
function extendable(list: Sequence, run: Run): (Value | undefined)[] {
  if (list.extendable?.length === list.size) return list.extendable;
  run.stepMany(list.size);
  return Array.from({ length: list.size }, (_, index) => list.at(index));
}

type HashLike = Hash | typeof NOTHING;

function isHash(value: Value): value is HashLike {
  return value.kind === "hash" || value.kind === "nothing";
}

function hasNoText(value: Value, run: Run): boolean {
  return value.kind === "hash" || textOf(value, undefined, run) === undefined;
}

function joinedHashes(left: HashLike, right: HashLike, run: Run): Value {
  const entries = new Map<string, Value | undefined>();
  for (const hash of [left, right]) {
    if (hash.kind === "nothing") continue;
    if (hash.keys === undefined)
      throw new Failure("not-simulated", "not simulated: + with this hash", undefined);
    const keys = hash.keys();
    run.stepMany(keys.length);
    for (const key of keys) entries.set(key, hash.get(key) ?? entries.get(key));
  }
  return mapValue(entries);
}

/** The items of a list, one after the other; what is no list is a mistake. */
export function itemsOf(value: Value, expression: Argument, run: Run): Iterable<Value | undefined> {
  if (value.kind === "stream") return value.items;
  const sequence = sequenceOf(value);
  if (sequence === undefined) throw wrongType(expression, value, "a list", run);
  return counted(sequence, run);
}

function* counted(sequence: Sequence, run: Run): Generator<Value | undefined> {
  for (let index = 0; index < sequence.size; index += 1) {
    run.step();
    yield sequence.at(index);
  }
}
