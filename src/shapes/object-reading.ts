import { isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";
import { fromForm } from "./forms.js";
import { indexOf, isTakenIn, slotAt } from "./keys-index.js";
import { unmarked } from "./kept-names.js";
import type { Keys } from "./shape.js";

/** A key that no field is read from. */
export interface Rest {
  /** The nearest object with a name around it. */
  readonly home: string;
  /** Below that object. */
  readonly path: readonly string[];
  readonly value: JsonValue;
  /** What the shape knows of this key: nothing, another value, or that it has another value each time. */
  readonly known: "nothing" | "value" | "varies";
}

/** An object taken apart. */
export interface ObjectReading {
  readonly fields: ReadonlyMap<string, JsonValue>;
  readonly rest: readonly Rest[];
}

/** Takes an object apart by its keys. Nothing of it is lost, except for values that the shape expects. */
export function readObject(keys: Keys, value: JsonObject): ObjectReading {
  const fields = new Map<string, JsonValue>();
  const rest: Rest[] = [];
  const visit = (inner: Keys, object: JsonObject, home: string, above: readonly string[]): void => {
    for (const [key, item] of Object.entries(object)) {
      const name = unmarked(key, isTakenIn(inner));
      const slot = name === key ? slotAt(inner, key) : undefined;
      const path = [...above, name];
      if (slot !== undefined && "from" in slot) {
        if (!isOtherwise(slot.otherwise, item)) fields.set(slot.from, fromForm(item, slot.written));
      } else if (
        slot !== undefined &&
        "object" in slot &&
        isJsonObject(item) &&
        Object.keys(item).length > 0
      ) {
        visit(slot.object, item, slot.for ?? home, slot.for === undefined ? path : []);
      } else if (!isImplied(slot, item)) {
        rest.push({ home, path, value: item, known: knownOf(slot) });
      }
    }
  };
  visit(keys, value, "", []);
  for (const [field, { slot }] of indexOf(keys).fields) {
    if (slot.unless !== undefined && !fields.has(field)) fields.set(field, slot.unless);
  }
  return { fields, rest };
}

function isOtherwise(otherwise: JsonValue | undefined, item: JsonValue): boolean {
  return otherwise !== undefined && isSame(otherwise, item);
}

type MaybeSlot = ReturnType<typeof slotAt>;

function isImplied(slot: MaybeSlot, item: JsonValue): boolean {
  if (slot === undefined) return false;
  if ("is" in slot) return isSame(slot.is, item);
  return "value" in slot && isSame(slot.value, item);
}

function knownOf(slot: MaybeSlot): Rest["known"] {
  if (slot === undefined) return "nothing";
  if ("varies" in slot) return "varies";
  return "value" in slot ? "value" : "nothing";
}

/** Whether two values are written alike. */
export function isSame(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}
