import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";
import type { Keys, Slot } from "../shapes/shape.js";

/** Keys and indexes from a value down to a place in it. */
export type Path = readonly (string | number)[];

/** A value that holds no others. */
export interface Leaf {
  readonly path: Path;
  readonly value: JsonValue;
}

/** Whether two texts are the same word, however it was typed. */
export function isWord(value: JsonValue, word: string): boolean {
  return typeof value === "string" && value.trim().toLowerCase() === word.toLowerCase();
}

/** Every place in a value, those of lists and objects before those in them. */
export function places(value: JsonValue, above: Path = []): readonly Leaf[] {
  const found: Leaf[] = [];
  const waiting: Leaf[] = [{ path: above, value }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    found.push(next);
    const { path, value: inner } = next;
    const below = isJsonArray(inner)
      ? inner.map((item, index): Leaf => ({ path: [...path, index], value: item }))
      : isJsonObject(inner)
        ? Object.entries(inner).map(([key, item]): Leaf => ({ path: [...path, key], value: item }))
        : [];
    for (const leaf of below.toReversed()) waiting.push(leaf);
  }
  return found;
}

/** Where a word stands first; undefined when it does not. */
export function placeOfWord(all: readonly Leaf[], word: string): Path | undefined {
  return all.find(({ value }) => isWord(value, word))?.path;
}

export function valueAt(value: JsonValue, path: Path): JsonValue | undefined {
  let here: JsonValue | undefined = value;
  for (const key of path) {
    if (isJsonArray(here)) here = typeof key === "number" ? here[key] : undefined;
    else here = isJsonObject(here) && Object.hasOwn(here, key) ? here[key] : undefined;
  }
  return here;
}

export function pathId(path: Path): string {
  return JSON.stringify(path);
}

/** Collects what is known of the places in one kind of object. */
export class Slots {
  private readonly slots = new Map<string, Slot>();
  private readonly homes = new Map<string, string>();

  set(path: Path | undefined, slot: Slot): void {
    if (path === undefined || path.length === 0 || this.slots.has(pathId(path))) return;
    const isKnown =
      "from" in slot && [...this.slots.values()].some((other) => "from" in other && other.from === slot.from);
    if (!isKnown) this.slots.set(pathId(path), slot);
  }

  /** The object at a path stands for one of ours. */
  home(path: Path, name: string): void {
    if (path.length > 0) this.homes.set(pathId(path), name);
  }

  has(path: Path): boolean {
    return this.slots.has(pathId(path));
  }

  /**
   * The keys of an object.
   *
   * @param samples objects of the same kind: a key of which we know nothing has a value of its own when it is the same
   *   in all of them
   */
  keysOf(object: JsonObject, samples: readonly JsonObject[], above: Path = []): Keys {
    const entries = Object.entries(object).map(([key, item]): [string, Slot] => {
      const path = [...above, key];
      const known = this.slots.get(pathId(path));
      if (known !== undefined) return [key, known];
      if (isJsonObject(item) && this.holdsSlots(path)) {
        const name = this.homes.get(pathId(path));
        const inner = this.keysOf(item, samples, path);
        return [key, name === undefined ? { object: inner } : { object: inner, for: name }];
      }
      return [key, isUsual(item, path, samples) ? { value: item } : { varies: true }];
    });
    return Object.fromEntries(entries);
  }

  private holdsSlots(path: Path): boolean {
    const start = pathId(path).slice(0, -1);
    return [...this.slots.keys()].some((id) => id.startsWith(`${start},`));
  }
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function isUsual(item: JsonValue, path: Path, samples: readonly JsonObject[]): boolean {
  if (typeof item === "string" && ID.test(item)) return false;
  const text = JSON.stringify(item);
  return samples.every((sample) => JSON.stringify(valueAt(sample, path)) === text);
}
