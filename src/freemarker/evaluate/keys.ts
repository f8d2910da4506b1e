import type { DynamicKey, Expression } from "../tree.js";
import { asText } from "./coerce.js";
import { missing, wrongType } from "./describe.js";
import { Failure } from "./failure.js";
import { asInt } from "./numeric.js";
import { sequenceOf } from "./operators.js";
import type { Run } from "./run.js";
import { listValue, numberValue, textValue, type RangeBounds, type Sequence, type Value } from "./value.js";

/** `target.key` */
export function valueOfKey(
  target: Value | undefined,
  key: string,
  expression: Expression,
  run: Run,
): Value | undefined {
  if (target === undefined) throw missing(expression, run);
  if (target.kind === "hash") return target.get(key);
  if (target.kind === "nothing") return undefined;
  throw wrongType(expression, target, "a hash", run);
}

/** `target[key]` */
export function valueOfDynamicKey(
  target: Value | undefined,
  key: Value | undefined,
  expression: DynamicKey,
  run: Run,
): Value | undefined {
  if (target === undefined) throw missing(expression.target, run);
  if (key === undefined) throw missing(expression.key, run);
  if (key.kind === "number") return valueAt(target, asInt(key.value), expression.target, run);
  if (key.kind === "string" || key.kind === "match")
    return valueOfKey(target, key.text, expression.target, run);
  if (key.kind === "nothing") return valueOfKey(target, "", expression.target, run);
  if (key.kind === "sequence" && key.range !== undefined) return slice(target, key.range, expression, run);
  throw wrongType(expression.key, key, "a number, a range or a text", run);
}

function valueAt(target: Value, index: number, expression: Expression, run: Run): Value | undefined {
  const sequence = target.kind === "string" ? undefined : sequenceOf(target);
  if (sequence !== undefined) {
    if (index < 0 && sequence.range !== undefined)
      throw outOfBounds(`A range has no index ${index}.`, undefined);
    return index >= 0 && index < sequence.size ? sequence.at(index) : undefined;
  }
  if (target.kind === "hash")
    throw wrongType(expression, target, "a list or a text, for a number as key", run);
  const text = asText(target, expression, run);
  if (index >= 0 && index < text.length) return textValue(text.charAt(index));
  const message = `The text has ${text.length} characters, and none at index ${index}, counted from 0.`;
  throw new Failure("invalid-value", message, undefined);
}

function slice(target: Value, range: RangeBounds, expression: DynamicKey, run: Run): Value {
  const sequence = target.kind === "string" ? undefined : sequenceOf(target);
  const text = sequence === undefined ? asText(target, expression.target, run) : "";
  const size = sequence?.size ?? text.length;
  const { from, step } = range;
  const length = sliceLength(range, size, expression.key, sequence === undefined ? "text" : "list");
  if (length === 0) return sequence === undefined ? textValue("") : listValue([]);
  if (sequence !== undefined) return sliceOfList(sequence, from, step, length, run);
  if (step === 1 || length === 1) return textValue(text.slice(from, from + length));
  if (range.inclusive && length === 2) return textValue("");
  const message = "A range that counts down cannot take a part of a text.";
  throw new Failure("invalid-value", message, expression.key);
}

function sliceOfList(list: Sequence, from: number, step: number, length: number, run: Run): Value {
  run.stepMany(length);
  return listValue(Array.from({ length }, (_, index) => list.at(from + step * index)));
}

/** How many items a range takes from something of this size. */
function sliceLength(range: RangeBounds, size: number, place: Expression, what: "text" | "list"): number {
  const { from, step, adaptive } = range;
  if (range.size === 0) return 0;
  if (from < 0) throw outOfBounds(`A range must not start below zero, but does at ${from}.`, place);
  if (adaptive && step === 1 ? from > size : from >= size)
    throw outOfBounds(`The range starts at ${from}, but the ${what} has a size of ${size}.`, place);
  if (range.size === Infinity) return size - from;
  const last = from + (range.size - 1) * step;
  if (last < 0) {
    if (adaptive) return from + 1;
    throw outOfBounds(`A range must not end below zero, but does at ${last}.`, place);
  }
  if (last < size) return range.size;
  if (adaptive) return Math.abs(size - from);
  throw outOfBounds(`The range ends at ${last}, but the ${what} has a size of ${size}.`, place);
}

function outOfBounds(message: string, place: Expression | undefined): Failure {
  return new Failure(
    "invalid-value",
    message,
    place,
    "Indexes count from 0; ..* takes as many as there are.",
  );
}

/** The numbers of a range. */
export function rangeValue(bounds: RangeBounds): Sequence {
  const { from, step, size } = bounds;
  return { kind: "sequence", size, at: (index) => numberValue(from + step * index), range: bounds };
}
