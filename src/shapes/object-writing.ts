import { isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";
import { inForm } from "./forms.js";
import { indexOf, isTakenIn, slotAt } from "./keys-index.js";
import { marked } from "./kept-names.js";
import { isSame, type ObjectReading, type Rest } from "./object-reading.js";
import type { Keys, Slot } from "./shape.js";

/** Puts an object together by its keys. The inverse of `readObject`, for the keys of another shape. */
export function writeObject(to: Keys, { fields, rest }: ObjectReading, from: Keys): JsonObject {
  const others = restByHome(rest, from, to);
  return written(to, fields, others, "", others.get("")) ?? {};
}

type RestByHome = ReadonlyMap<string, JsonObject>;

/** Keys that no slot reads, below the nearest object that both shapes have. */
function restByHome(rest: readonly Rest[], from: Keys, to: Keys): RestByHome {
  const found = new Map<string, JsonObject>();
  for (const entry of rest) {
    const { home, path } = inHomeOf(entry, from, to);
    found.set(home, withEntry(found.get(home) ?? {}, path, entry.value));
  }
  return found;
}

/** The same place below an object that the other shape has too. */
export function inHomeOf(
  { home, path }: Pick<Rest, "home" | "path">,
  from: Keys,
  to: Keys,
): Pick<Rest, "home" | "path"> {
  const own = indexOf(from).homes.get(home);
  if (own === undefined || indexOf(to).homes.has(home)) return { home, path };
  const parent = indexOf(from).homes.get(own.parent)?.path ?? [];
  const above = own.path.slice(parent.length);
  return inHomeOf({ home: own.parent, path: [...above, ...path] }, from, to);
}

function withEntry(object: JsonObject, [first, ...others]: readonly string[], value: JsonValue): JsonObject {
  if (first === undefined) return isJsonObject(value) ? { ...object, ...value } : object;
  const inner = Object.hasOwn(object, first) ? object[first] : undefined;
  const entry = others.length === 0 ? value : withEntry(isJsonObject(inner) ? inner : {}, others, value);
  return Object.fromEntries([...Object.entries(object).filter(([key]) => key !== first), [first, entry]]);
}

/** Undefined when the object would be empty and nothing asked for it. */
function written(
  keys: Keys,
  fields: ObjectReading["fields"],
  others: RestByHome,
  home: string,
  rest: JsonObject | undefined,
): JsonObject | undefined {
  const left = new Map(Object.entries(rest ?? {}));
  const take = (key: string) => {
    const value = left.get(key);
    left.delete(key);
    return value;
  };
  const entries = Object.entries(keys).flatMap(([key, slot]): [string, JsonValue][] => {
    const value = valueOf(slot, fields, others, home, left.get(key), () => take(key));
    return value === undefined ? [] : [[key, value]];
  });
  const isTaken = isTakenIn(keys);
  const kept = [...left].map(([key, value]): [string, JsonValue] => [marked(key, isTaken), value]);
  const all = [...entries, ...kept];
  return all.length === 0 && rest === undefined ? undefined : Object.fromEntries(all);
}

/**
 * @param own what stands at this key although no field is read from it
 * @param take says that it was put in its place
 */
function valueOf(
  slot: Slot,
  fields: ObjectReading["fields"],
  others: RestByHome,
  home: string,
  own: JsonValue | undefined,
  take: () => JsonValue | undefined,
): JsonValue | undefined {
  if ("from" in slot) {
    const value = fields.get(slot.from);
    if (value === undefined) return slot.otherwise;
    if (slot.unless !== undefined && isSame(value, slot.unless)) return undefined;
    return inForm(value, slot.written);
  }
  if ("is" in slot) return slot.is;
  if ("value" in slot) return own === undefined ? slot.value : take();
  if ("varies" in slot) return take();
  const inner = isJsonObject(own) ? own : undefined;
  const ofHome = slot.for === undefined ? inner : merged(inner, others.get(slot.for));
  const object = written(slot.object, fields, others, slot.for ?? home, ofHome);
  if (inner !== undefined) take();
  return object === undefined && own !== undefined ? take() : object;
}

function merged(left: JsonObject | undefined, right: JsonObject | undefined): JsonObject | undefined {
  return left === undefined || right === undefined ? (left ?? right) : { ...left, ...right };
}

/** Where a key that no slot reads stands among other keys. */
export function restPath(keys: Keys, home: string, path: readonly string[]): readonly string[] {
  const start = indexOf(keys).homes.get(home)?.path ?? [];
  let inner: Keys | undefined = start.reduce<Keys | undefined>(objectAt, keys);
  const [first = "", ...others] = path;
  const slot: Slot | undefined = inner && slotAt(inner, first);
  if (slot !== undefined && "object" in slot && others.length > 0) {
    const below = restPath(slot.object, "", others);
    return [...start, first, ...below];
  }
  inner ??= {};
  return [...start, marked(first, isTakenIn(inner)), ...others];
}

function objectAt(keys: Keys | undefined, key: string): Keys | undefined {
  const slot = keys && slotAt(keys, key);
  return slot !== undefined && "object" in slot ? slot.object : undefined;
}
