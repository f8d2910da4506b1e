import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";

/** One change of a value, by RFC 6902. */
export type Change =
  | { readonly op: "add"; readonly path: readonly (string | number)[]; readonly value: JsonValue }
  | {
      readonly op: "replace";
      readonly path: readonly (string | number)[];
      readonly value: JsonValue;
      readonly old: JsonValue;
    }
  | { readonly op: "remove"; readonly path: readonly (string | number)[] };

type Path = Change["path"];

/** The changes that make one value of another, in their order. Objects are the same whatever the order of their keys. */
export function changesBetween(before: JsonValue, after: JsonValue, path: Path = []): readonly Change[] {
  if (isJsonObject(before) && isJsonObject(after)) return objectChanges(before, after, path);
  if (isJsonArray(before) && isJsonArray(after)) return listChanges(before, after, path);
  return before === after ? [] : [{ op: "replace", path, value: after, old: before }];
}

function objectChanges(before: JsonObject, after: JsonObject, path: Path): readonly Change[] {
  const removed = Object.keys(before)
    .filter((key) => !Object.hasOwn(after, key))
    .map((key): Change => ({ op: "remove", path: [...path, key] }));
  const others = Object.entries(after).flatMap(([key, value]): readonly Change[] => {
    const old = Object.hasOwn(before, key) ? before[key] : undefined;
    return old === undefined
      ? [{ op: "add", path: [...path, key], value }]
      : changesBetween(old, value, [...path, key]);
  });
  return [...removed, ...others];
}

/** Items are matched by their name, other items by what they are. */
function listChanges(
  before: readonly JsonValue[],
  after: readonly JsonValue[],
  path: Path,
): readonly Change[] {
  const changes: Change[] = [];
  let at = 0;
  for (const gap of matched(before, after)) {
    const both = Math.min(gap.before.length, gap.after.length);
    for (const [index, item] of gap.before.slice(0, both).entries()) {
      changes.push(...changesBetween(item, gap.after[index] ?? null, [...path, at]));
      at += 1;
    }
    for (let left = gap.before.length; left > both; left -= 1)
      changes.push({ op: "remove", path: [...path, at] });
    for (const value of gap.after.slice(both)) {
      changes.push({ op: "add", path: [...path, at], value });
      at += 1;
    }
  }
  return changes;
}

/** A stretch of both lists: one item of each with the same name, or what stands between such items. */
interface Stretch {
  readonly before: readonly JsonValue[];
  readonly after: readonly JsonValue[];
}

function matched(before: readonly JsonValue[], after: readonly JsonValue[]): readonly Stretch[] {
  const lengths = longestCommon(before.map(nameOf), after.map(nameOf));
  const stretches: Stretch[] = [];
  let [left, right] = [0, 0];
  let open: { before: JsonValue[]; after: JsonValue[] } = { before: [], after: [] };
  const close = () => {
    stretches.push(open);
    open = { before: [], after: [] };
  };
  while (left < before.length || right < after.length) {
    const [old, next] = [before[left], after[right]];
    if (old !== undefined && next !== undefined && nameOf(old) === nameOf(next)) {
      close();
      stretches.push({ before: [old], after: [next] });
      left += 1;
      right += 1;
    } else if (
      old !== undefined &&
      (next === undefined || lengthAt(lengths, left + 1, right) >= lengthAt(lengths, left, right + 1))
    ) {
      open.before.push(old);
      left += 1;
    } else if (next !== undefined) {
      open.after.push(next);
      right += 1;
    }
  }
  close();
  return stretches;
}

function nameOf(item: JsonValue): string {
  const name = isJsonObject(item) && Object.hasOwn(item, "name") ? item["name"] : undefined;
  return typeof name === "string" ? `name ${name}` : JSON.stringify(item);
}

/** For each pair of places, how many items the rests of both lists have in common, in order. */
function longestCommon(before: readonly string[], after: readonly string[]): readonly Uint32Array[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let left = before.length - 1; left >= 0; left -= 1) {
    for (let right = after.length - 1; right >= 0; right -= 1) {
      const row = lengths[left];
      if (row === undefined) continue;
      row[right] =
        before[left] === after[right]
          ? lengthAt(lengths, left + 1, right + 1) + 1
          : Math.max(lengthAt(lengths, left + 1, right), lengthAt(lengths, left, right + 1));
    }
  }
  return lengths;
}

function lengthAt(lengths: readonly Uint32Array[], left: number, right: number): number {
  return lengths[left]?.[right] ?? 0;
}
