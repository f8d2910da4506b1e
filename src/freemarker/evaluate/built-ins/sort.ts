import { method, plain, type Arguments, type BuiltInTable, type Site } from "../built-in.js";
import { collatorOf } from "../collation.js";
import { describeValue, wrongType } from "../describe.js";
import { Failure } from "../failure.js";
import { compareNumbers, type Numeric } from "../numeric.js";
import { sequenceOf } from "../operators.js";
import type { Run } from "../run.js";
import { listValue, type Sequence, type Value } from "../value.js";

/** What items are sorted by: all of one list are of one kind. */
type Key =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly value: Numeric }
  | { readonly kind: "date"; readonly instant: number }
  | { readonly kind: "truth"; readonly value: boolean };

function sorted(list: Sequence, path: readonly string[], site: Site, run: Run): Value {
  if (!Number.isFinite(list.size))
    throw new Failure("limit", "A range without an end cannot be sorted.", site.target);
  run.stepMany(list.size);
  const entries = Array.from({ length: list.size }, (_, index) => {
    const item = list.at(index);
    return { item, key: keyOf(item, path, index, site) };
  });
  const [first] = entries;
  if (first === undefined) return list;
  const odd = entries.findIndex(({ key }) => key.kind !== first.key.kind);
  if (odd >= 0) {
    const message = `?${site.name}: the first value is a ${first.key.kind}, but that at index ${odd} is a ${entries[odd]?.key.kind ?? ""}.`;
    throw new Failure("wrong-type", message, undefined);
  }
  const compareTexts = collatorOf(run.settings.locale);
  entries.sort((left, right) => compare(left.key, right.key, compareTexts));
  return listValue(entries.map(({ item }) => item));
}

function compare(left: Key, right: Key, compareTexts: (left: string, right: string) => number): number {
  if (left.kind === "text" && right.kind === "text") return compareTexts(left.text, right.text);
  if (left.kind === "number" && right.kind === "number") return compareNumbers(left.value, right.value);
  if (left.kind === "date" && right.kind === "date") return left.instant - right.instant;
  if (left.kind === "truth" && right.kind === "truth") return Number(left.value) - Number(right.value);
  return 0;
}

function keyOf(item: Value | undefined, path: readonly string[], index: number, site: Site): Key {
  let value = item;
  for (const name of path) {
    if (value?.kind !== "hash" && value?.kind !== "nothing") {
      throw fail(site, index, `"${name}" is looked up in what is no hash.`);
    }
    value = value.kind === "hash" ? value.get(name) : undefined;
    if (value === undefined) throw fail(site, index, `"${name}" is missing.`);
  }
  switch (value?.kind) {
    case "string":
    case "match":
      return { kind: "text", text: value.text };
    case "nothing":
      return { kind: "text", text: "" };
    case "number":
      return { kind: "number", value: value.value };
    case "date":
      return { kind: "date", instant: value.instant };
    case "boolean":
      return { kind: "truth", value: value.value };
    default:
      throw fail(
        site,
        index,
        `${value === undefined ? "a missing value" : describeValue(value)} cannot be sorted.`,
      );
  }
}

function fail(site: Site, index: number, problem: string): Failure {
  return new Failure("wrong-type", `?${site.name}, at index ${index}: ${problem}`, undefined);
}

/** A name, or a list of names that lead to the value. */
function pathOf(given: Arguments): readonly string[] {
  const value = given.value(0);
  if (value?.kind === "string" || value?.kind === "match") return [value.text];
  if (value?.kind !== "sequence") throw given.fail("the argument must be a text or a list of texts.");
  return Array.from({ length: value.size }, (_, index) => {
    const name = value.at(index);
    if (name?.kind !== "string") throw given.fail("the argument must be a text or a list of texts.");
    return name.text;
  });
}

function listOf(operand: Value, site: Site, run: Run): Sequence {
  const list = sequenceOf(operand);
  if (list === undefined) throw wrongType(site.target, operand, "a list", run);
  return list;
}

export const SORT_BUILT_INS: BuiltInTable = {
  sort: plain((operand, site, run) => sorted(listOf(operand, site, run), [], site, run)),
  sort_by: method(1, Infinity, (operand, given, site, run) =>
    sorted(listOf(operand, site, run), pathOf(given), site, run),
  ),
};
