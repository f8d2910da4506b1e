import { indexOf, slotAt } from "../shapes/keys-index.js";
import { OBJECT_KINDS, type Keys, type ObjectKind, type Shape, type Slot } from "../shapes/shape.js";

/** A shape as far as one export tells it. */
export type PartOfShape = Pick<Shape, "objects" | "words"> & Partial<Pick<Shape, "variables" | "headers">>;

/** What two exports of one TOPdesk tell together. Where they differ, the newer one holds. */
export function mergedParts(newer: PartOfShape, older: PartOfShape): PartOfShape {
  const objects = OBJECT_KINDS.flatMap((kind): [ObjectKind, Keys][] => {
    const [left, right] = [newer.objects[kind], older.objects[kind]];
    const keys = left === undefined || right === undefined ? (left ?? right) : mergedKeys(left, right);
    return keys === undefined ? [] : [[kind, keys]];
  });
  const variables = newer.variables ?? older.variables;
  const headers = newer.headers ?? older.headers;
  return {
    ...(variables === undefined ? {} : { variables }),
    ...(headers === undefined ? {} : { headers }),
    objects: Object.fromEntries(objects),
    words: mergedWords(newer.words, older.words),
  };
}

function mergedWords(newer: Shape["words"], older: Shape["words"]): Shape["words"] {
  return {
    ...older,
    ...newer,
    ...(newer.day && older.day ? { day: { ...older.day, ...newer.day } } : {}),
    ...(newer.method && older.method ? { method: { ...older.method, ...newer.method } } : {}),
    ...(newer.executionCondition && older.executionCondition
      ? { executionCondition: { ...older.executionCondition, ...newer.executionCondition } }
      : {}),
  };
}

/** The keys of two samples of one kind of object. */
export function mergedKeys(newer: Keys, older: Keys): Keys {
  const { fields } = indexOf(newer);
  const isOutdated = (slot: Slot) => "from" in slot && fields.has(slot.from);
  const entries = Object.entries(newer).map(([key, slot]): [string, Slot] => {
    const other = slotAt(older, key);
    return [key, other === undefined ? whereOnlyOne(slot) : mergedSlot(slot, other)];
  });
  let after = 0;
  for (const [key, slot] of Object.entries(older)) {
    const at = entries.findIndex(([known]) => known === key);
    if (at === -1 && !isOutdated(slot)) entries.splice(after, 0, [key, whereOnlyOne(slot)]);
    if (at !== -1 || !isOutdated(slot)) after = (at === -1 ? after : at) + 1;
  }
  return Object.fromEntries(entries);
}

/** A key that only one of two samples has is not always there. */
function whereOnlyOne(slot: Slot): Slot {
  return "value" in slot ? { varies: true } : slot;
}

function mergedSlot(newer: Slot, older: Slot): Slot {
  if ("object" in newer && "object" in older) {
    return { ...newer, object: mergedKeys(newer.object, older.object) };
  }
  const isKnown = (slot: Slot) => !("value" in slot || "varies" in slot);
  if (isKnown(newer) || !isKnown(older)) {
    if ("value" in newer && "value" in older && JSON.stringify(newer.value) !== JSON.stringify(older.value)) {
      return { varies: true };
    }
    return "varies" in older && !isKnown(newer) ? older : newer;
  }
  return older;
}
