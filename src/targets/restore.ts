import type { JsonObject, JsonValue } from "../model/json.js";
import type { Residue } from "../model/residue.js";

/**
 * Puts the keys of an object in the order of the file that it was read from, with what the model could not take in.
 *
 * Without a residue the object is ours and is returned as it is. Keys that the file did not have stay out as long as
 * they hold what reading made of their absence.
 *
 * @param known the object as we would write it
 * @param absent what reading made of each key that was not there
 */
export function restored(known: JsonObject, residue: Residue | undefined, absent: JsonObject): JsonObject {
  if (residue === undefined) return known;
  const kept = residue.keys.flatMap((key): [string, JsonValue][] => {
    const value = own(Object.hasOwn(residue.unread, key) ? residue.unread : known, key);
    return value === undefined ? [] : [[key, value]];
  });
  const added = Object.entries(known).filter(
    ([key, value]) =>
      !residue.keys.includes(key) && JSON.stringify(value) !== JSON.stringify(own(absent, key)),
  );
  return Object.fromEntries([...kept, ...added]);
}

/** One key of an object, never one that it inherits. */
export function own(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
