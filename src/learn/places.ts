import { isJsonArray, isJsonObject, type JsonValue } from "../model/json.js";

/** Keys and indexes from a value down to a place in it. */
export type Path = readonly (string | number)[];

/** Keys of objects within objects. */
export type KeyPath = readonly string[];

/** A place in a value, and what stands there. */
export interface Place {
  readonly path: Path;
  readonly value: JsonValue;
}

/** A place that is reached through objects only. */
export interface KeyPlace {
  readonly path: KeyPath;
  readonly value: JsonValue;
}

/** Whether two texts are the same word, however it was typed. */
export function isWord(value: JsonValue | undefined, word: string): boolean {
  return typeof value === "string" && value.trim().toLowerCase() === word.toLowerCase();
}

/** Every place in a value, those of lists and objects before those in them. */
export function places(value: JsonValue): readonly Place[] {
  const found: Place[] = [];
  const waiting: Place[] = [{ path: [], value }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    found.push(next);
    const { path, value: inner } = next;
    const below = isJsonArray(inner)
      ? inner.map((item, index): Place => ({ path: [...path, index], value: item }))
      : isJsonObject(inner)
        ? Object.entries(inner).map(([key, item]): Place => ({ path: [...path, key], value: item }))
        : [];
    for (const place of below.toReversed()) waiting.push(place);
  }
  return found;
}

/** The places of an object that are reached through objects only. */
export function keyPlaces(value: JsonValue): readonly KeyPlace[] {
  const found: KeyPlace[] = [];
  const waiting: KeyPlace[] = [{ path: [], value }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    found.push(next);
    const { path, value: inner } = next;
    if (!isJsonObject(inner)) continue;
    for (const [key, item] of Object.entries(inner).toReversed()) {
      waiting.push({ path: [...path, key], value: item });
    }
  }
  return found;
}

/** What stands at a place. */
export function valueAt(value: JsonValue, path: Path): JsonValue | undefined {
  let here: JsonValue | undefined = value;
  for (const key of path) {
    if (isJsonArray(here)) here = typeof key === "number" ? here[key] : undefined;
    else here = isJsonObject(here) && Object.hasOwn(here, key) ? here[key] : undefined;
  }
  return here;
}

/** Whether a place is another, or stands below it. */
export function isWithin(path: Path, above: Path): boolean {
  return above.every((key, index) => path[index] === key);
}

/** The start that paths share. */
export function sharedStart(paths: readonly Path[]): Path {
  const [first = [], ...others] = paths;
  const end = first.findIndex((key, index) => others.some((path) => path[index] !== key));
  return end === -1 ? first : first.slice(0, end);
}

/** A path without indexes; undefined when it has some. */
export function throughObjects(path: Path): KeyPath | undefined {
  const keys = path.filter((key) => typeof key === "string");
  return keys.length === path.length ? keys : undefined;
}

/** The path of the nearest list around a place, and which of its items the place is in. */
export function nearestList(path: Path): { readonly list: Path; readonly index: number } | undefined {
  const at = path.findLastIndex((key) => typeof key === "number");
  const index = path[at];
  return typeof index === "number" ? { list: path.slice(0, at), index } : undefined;
}

/** Whether a value is a text, a number or a truth value. */
export function isScalar(value: JsonValue | undefined): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** A path as a key of a map. */
export function pathId(path: Path): string {
  return JSON.stringify(path);
}

/**
 * The likeliest of several places at which the same stands: one of our key's name, else the one nearest to the root.
 *
 * @param key how our schemas call the key
 */
export function likeliest(candidates: readonly KeyPlace[], key: string): KeyPlace | undefined {
  const usual = candidates.find(({ path }) => path.at(-1) === key);
  return usual ?? candidates.toSorted((left, right) => left.path.length - right.path.length)[0];
}
