import { method, plain, type Arguments, type BuiltIn, type BuiltInTable, type Site } from "../built-in.js";
import { textOf } from "../coerce.js";
import { areEqual, holds } from "../compare.js";
import { describeValue, wrongType } from "../describe.js";
import { Failure } from "../failure.js";
import { itemsOf, sequenceOf } from "../operators.js";
import type { Run } from "../run.js";
import { booleanValue, listValue, numberValue, textValue, type Sequence, type Value } from "../value.js";

/** FreeMarker's size of a range without an end. */
const LARGEST_INT = 2_147_483_647;

const ofSequence = (apply: (list: Sequence, site: Site, run: Run) => Value | undefined): BuiltIn =>
  plain((operand, site, run) => apply(listOf(operand, site, run), site, run));

function listOf(operand: Value, site: Site, run: Run): Sequence {
  const list = operand.kind === "stream" ? listValue([...operand.items]) : sequenceOf(operand);
  if (list === undefined) throw wrongType(site.target, operand, "a list", run);
  return list;
}

function finite(list: Sequence, site: Site): Sequence {
  if (Number.isFinite(list.size)) return list;
  throw new Failure("invalid-value", `?${site.name} does not work on a range without an end.`, site.target);
}

function first(operand: Value, site: Site, run: Run): Value | undefined {
  for (const item of itemsOf(operand, site.target, run)) return item;
  return undefined;
}

function size(operand: Value, site: Site, run: Run): Value {
  if (operand.kind === "hash" && operand.keys !== undefined) return numberValue(operand.keys().length);
  if (operand.kind === "stream") {
    return numberValue(operand.size ?? [...operand.items].length);
  }
  const list = sequenceOf(operand);
  if (list === undefined) throw wrongType(site.target, operand, "a list or a hash", run);
  return numberValue(Math.min(list.size, LARGEST_INT));
}

function join(operand: Value, given: Arguments, site: Site, run: Run): Value {
  if (operand.kind === "sequence") finite(operand, site);
  const separator = given.text(0);
  const whenEmpty = given.optionalText(1);
  const afterLast = given.optionalText(2);
  let text = "";
  let hasItem = false;
  let index = 0;
  for (const item of itemsOf(operand, site.target, run)) {
    if (item !== undefined) {
      text += hasItem ? separator + printedItem(item, index, run) : printedItem(item, index, run);
      hasItem = true;
      run.bounded(text);
    }
    index += 1;
  }
  return textValue(hasItem ? text + (afterLast ?? "") : (whenEmpty ?? ""));
}

function printedItem(item: Value, index: number, run: Run): string {
  const text = textOf(item, undefined, run);
  if (text !== undefined) return text;
  const message = `?join: the item at index ${index} is ${describeValue(item)}, which cannot be printed.`;
  throw new Failure("wrong-type", message, undefined);
}

/** The item that no other one comes before, by `<` or `>`. */
const extreme = (operator: "<" | ">"): BuiltIn =>
  plain((operand, site, run) => {
    if (operand.kind === "sequence") finite(operand, site);
    let best: Value | undefined;
    for (const item of itemsOf(operand, site.target, run)) {
      if (item !== undefined && (best === undefined || holds(operator, item, best, site.expression)))
        best = item;
    }
    return best;
  });

function contains(operand: Value, given: Arguments, site: Site, run: Run): Value {
  const wanted = given.value(0);
  for (const item of itemsOf(operand, site.target, run)) if (isSame(item, wanted)) return booleanValue(true);
  return booleanValue(false);
}

function isSame(item: Value | undefined, wanted: Value | undefined): boolean {
  return item !== undefined && wanted !== undefined && areEqual(item, wanted);
}

function indexOf(operand: Value, given: Arguments, site: Site, run: Run): Value {
  const from = given.count > 1 ? given.int(1) : 0;
  let index = 0;
  for (const item of itemsOf(operand, site.target, run)) {
    if (index >= from && isSame(item, given.value(0))) return numberValue(index);
    index += 1;
  }
  return numberValue(-1);
}

function lastIndexOf(operand: Value, given: Arguments, site: Site, run: Run): Value {
  const list = finite(listOf(operand, site, run), site);
  const from = Math.min(list.size - 1, given.count > 1 ? given.int(1) : list.size - 1);
  for (let index = from; index >= 0; index -= 1) {
    run.step();
    if (isSame(list.at(index), given.value(0))) return numberValue(index);
  }
  return numberValue(-1);
}

function chunks(operand: Value, given: Arguments, site: Site, run: Run): Value {
  const list = finite(listOf(operand, site, run), site);
  const length = given.int(0);
  if (length < 1) throw given.fail("the first argument must be at least 1.");
  const filler = given.value(1);
  const count = Math.ceil(list.size / length);
  run.stepMany(list.size + (filler === undefined ? 0 : length));
  return listValue(
    Array.from({ length: count }, (_, chunk) => {
      const from = chunk * length;
      const to = filler === undefined ? Math.min(from + length, list.size) : from + length;
      return listValue(
        Array.from({ length: to - from }, (_item, index) =>
          from + index < list.size ? list.at(from + index) : filler,
        ),
      );
    }),
  );
}

export const SEQUENCE_BUILT_INS: BuiltInTable = {
  first: plain(first),
  last: ofSequence((list, site) => (list.size === 0 ? undefined : finite(list, site).at(list.size - 1))),
  size: plain(size),
  reverse: ofSequence((list, site) => {
    const { size: length, at } = finite(list, site);
    return { kind: "sequence", size: length, at: (index) => at(length - 1 - index), range: undefined };
  }),
  sequence: ofSequence((list) => list),
  join: method(1, 3, join),
  min: extreme("<"),
  max: extreme(">"),
  seq_contains: method(1, 1, contains),
  seq_index_of: method(1, 2, indexOf),
  seq_last_index_of: method(1, 2, lastIndexOf),
  chunk: method(1, 2, chunks),
};
