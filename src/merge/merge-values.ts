import type { Path } from "../diff/document.js";
import { sameValue } from "../diff/equal.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";
import { own } from "../targets/restore.js";
import type { ConflictOwner, Conflicts } from "./conflict.js";
import { mergedText } from "./merge-lines.js";

/** One thing in the three files; undefined where it is not. */
export interface ThreeWay<T> {
  readonly base: T | undefined;
  readonly ours: T | undefined;
  readonly theirs: T | undefined;
}

/** Where a value stands, for conflicts. */
export interface MergePlace {
  readonly owner: ConflictOwner;
  readonly key: Path;
}

/** Merges the values of one key. The result is undefined when the key goes. */
export function mergeValue(
  values: ThreeWay<JsonValue>,
  place: MergePlace,
  conflicts: Conflicts,
): JsonValue | undefined {
  const { base, ours, theirs } = values;
  if (sameValue(ours, theirs) || sameValue(base, theirs)) return ours;
  if (sameValue(base, ours)) return theirs;
  if (isJsonObject(base) && isJsonObject(ours) && isJsonObject(theirs)) {
    return mergeObject({ base, ours, theirs }, place, conflicts);
  }
  if (typeof base === "string" && typeof ours === "string" && typeof theirs === "string") {
    const text = mergedText(base, ours, theirs);
    if (text !== undefined) return text;
  }
  const kind = ours === undefined || theirs === undefined ? "removed" : "value";
  return conflicts.settle({ kind, ...place, ...values }, ours, theirs);
}

/** Merges one key of an object in a way of its own. */
export type KeyMerge = (key: string) => JsonValue | undefined;

/**
 * Merges two changed versions of an object key by key. Keys stand in the order of ours; those that theirs added follow
 * the key that they follow there.
 *
 * @param special how some keys are merged
 */
export function mergeObject(
  { base = {}, ours = {}, theirs = {} }: ThreeWay<JsonObject>,
  place: MergePlace,
  conflicts: Conflicts,
  special: Readonly<Record<string, KeyMerge | undefined>> = {},
): JsonObject {
  const entries = keysInOrder(ours, theirs).flatMap((key): [string, JsonValue][] => {
    const merge = Object.hasOwn(special, key) ? special[key] : undefined;
    const values = { base: own(base, key), ours: own(ours, key), theirs: own(theirs, key) };
    const value =
      merge === undefined
        ? mergeValue(values, { ...place, key: [...place.key, key] }, conflicts)
        : merge(key);
    return value === undefined ? [] : [[key, value]];
  });
  return Object.fromEntries(entries);
}

function keysInOrder(ours: JsonObject, theirs: JsonObject): readonly string[] {
  return withAdded(Object.keys(ours), Object.keys(theirs));
}

/** A list with what only another one has: each behind the item that it follows there. */
export function withAdded<T>(items: readonly T[], others: readonly T[]): readonly T[] {
  const known = new Set(items);
  const following = new Map<T | undefined, T[]>();
  let previous: T | undefined;
  for (const item of others) {
    if (known.has(item)) previous = item;
    else following.set(previous, [...(following.get(previous) ?? []), item]);
  }
  return [
    ...(following.get(undefined) ?? []),
    ...items.flatMap((item) => [item, ...(following.get(item) ?? [])]),
  ];
}
