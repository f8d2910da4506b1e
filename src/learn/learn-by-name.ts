import { isJsonArray, type JsonObject } from "../model/json.js";
import { CANONICAL_KEYS, typeOfField } from "../shapes/canonical.js";
import { indexOf } from "../shapes/keys-index.js";
import type { ObjectKind } from "../shapes/shape.js";
import { keyPlaces, type KeyPath } from "./places.js";
import type { Slots } from "./slots.js";

/** Takes a key that is called like one of ours for it, where nothing else was found for that one. */
export function learnByName(kind: ObjectKind, samples: readonly JsonObject[], slots: Slots): void {
  const places = samples.flatMap((sample) => keyPlaces(sample));
  for (const [field, { path: ours }] of indexOf(CANONICAL_KEYS[kind]).fields) {
    // The trigger has words of its own, by which it is found or is not known.
    if (field === "trigger") continue;
    const isList = ["steps", "named"].includes(typeOfField(field)?.type ?? "");
    const named = places.find(
      ({ path, value }) =>
        path.at(-1) === ours.at(-1) && isFree(path, slots) && (!isList || isJsonArray(value)),
    );
    slots.set(named?.path, { from: field });
  }
}

/** Whether nothing was found at a place or around it. */
function isFree(path: KeyPath, slots: Slots): boolean {
  return path.every((_key, index) => !slots.has(path.slice(0, index + 1)));
}
