import { isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";
import type { Keys, NamedAs } from "../shapes/shape.js";
import {
  isWord,
  keyPlaces,
  likeliest,
  nearestList,
  throughObjects,
  type KeyPath,
  type Place,
} from "./places.js";
import { Slots } from "./slots.js";
import { valueAt } from "./places.js";

/** How a list of names and values is written, such as variables. */
export interface LearnedNames {
  readonly as: NamedAs;
  readonly path: KeyPath;
  /** The keys of one entry; undefined for a map. */
  readonly keys: Keys | undefined;
}

/**
 * Finds out how names and values are written from one name and its value.
 *
 * @param all the places to look at, from `root`
 */
export function learnNamed(
  root: JsonValue,
  all: readonly Place[],
  name: string,
  value: string,
): LearnedNames | undefined {
  return listOf(root, all, name, value) ?? mapOf(all, name, value);
}

function listOf(
  root: JsonValue,
  all: readonly Place[],
  name: string,
  value: string,
): LearnedNames | undefined {
  for (const place of all.filter((candidate) => isWord(candidate.value, name))) {
    const nearest = nearestList(place.path);
    const path = nearest && throughObjects(nearest.list);
    const items = path && valueAt(root, path);
    const item = nearest && valueAt(root, place.path.slice(0, nearest.list.length + 1));
    if (path === undefined || !Array.isArray(items) || !isJsonObject(item)) continue;
    const keys = keysOfEntry(item, items.filter(isJsonObject), name, value);
    if (keys !== undefined) return { as: "list", path, keys };
  }
  return undefined;
}

function keysOfEntry(
  item: JsonObject,
  samples: readonly JsonObject[],
  name: string,
  value: string,
): Keys | undefined {
  const inItem = keyPlaces(item);
  const at = (word: string, key: string) =>
    likeliest(
      inItem.filter((place) => isWord(place.value, word)),
      key,
    )?.path;
  const valuePlace = at(value, "value");
  if (valuePlace === undefined) return undefined;
  const slots = new Slots();
  slots.set(at(name, "name"), { from: "name" });
  slots.set(valuePlace, { from: "value" });
  return slots.keysOf(samples);
}

function mapOf(all: readonly Place[], name: string, value: string): LearnedNames | undefined {
  const entry = all.find(
    (place) => isWord(place.path.at(-1)?.toString(), name) && isWord(place.value, value),
  );
  const path = entry && throughObjects(entry.path.slice(0, -1));
  return path === undefined || path.length === 0 ? undefined : { as: "map", path, keys: undefined };
}
