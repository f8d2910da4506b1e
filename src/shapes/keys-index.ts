import type { JsonValue } from "../model/json.js";
import type { Keys, Slot, Tag } from "./shape.js";

type FieldSlot = Extract<Slot, { readonly from: string }>;

/** Where a field stands. */
export interface PlacedField {
  readonly path: readonly string[];
  readonly slot: FieldSlot;
}

/** Where an object with a name stands. */
export interface PlacedHome {
  readonly path: readonly string[];
  /** The object with a name around it; "" is the outermost one. */
  readonly parent: string;
}

/** Where a word stands that tells the kind. */
export interface PlacedTag {
  readonly path: readonly string[];
  readonly is: JsonValue;
  readonly of: Tag;
}

/** What stands where among the keys of an object. */
export interface KeysIndex {
  readonly fields: ReadonlyMap<string, PlacedField>;
  readonly homes: ReadonlyMap<string, PlacedHome>;
  readonly tags: readonly PlacedTag[];
}

const indexes = new WeakMap<Keys, KeysIndex>();

/** The index of an object's keys, made once. */
export function indexOf(keys: Keys): KeysIndex {
  const known = indexes.get(keys);
  if (known !== undefined) return known;
  const fields = new Map<string, PlacedField>();
  const homes = new Map<string, PlacedHome>([["", { path: [], parent: "" }]]);
  const tags: PlacedTag[] = [];
  const visit = (inner: Keys, above: readonly string[], home: string): void => {
    for (const [key, slot] of Object.entries(inner)) {
      const path = [...above, key];
      if ("from" in slot) fields.set(slot.from, { path, slot });
      else if ("is" in slot) tags.push({ path, is: slot.is, of: slot.of });
      else if ("object" in slot) {
        if (slot.for !== undefined) homes.set(slot.for, { path, parent: home });
        visit(slot.object, path, slot.for ?? home);
      }
    }
  };
  visit(keys, [], "");
  const index = { fields, homes, tags };
  indexes.set(keys, index);
  return index;
}

/** The slot of a key, never one that an object inherits. */
export function slotAt(keys: Keys, key: string): Slot | undefined {
  return Object.hasOwn(keys, key) ? keys[key] : undefined;
}

/** Whether a key means something to us, so that an unknown one of the same name must be marked. */
export function isTakenIn(keys: Keys): (key: string) => boolean {
  return (key) => {
    const slot = slotAt(keys, key);
    return slot !== undefined && !("value" in slot || "varies" in slot);
  };
}
