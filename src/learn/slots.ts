import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";
import type { Keys, Slot } from "../shapes/shape.js";
import { pathId, valueAt, type KeyPath } from "./places.js";

/** Collects what is known of the places in one kind of object. */
export class Slots {
  private readonly slots = new Map<string, Slot>();
  private readonly homes = new Map<string, string>();

  /** Says what stands at a place. The first that is said of a place or of a field holds. */
  set(path: KeyPath | undefined, slot: Slot): void {
    if (path === undefined || path.length === 0 || this.slots.has(pathId(path))) return;
    const isKnown =
      "from" in slot && [...this.slots.values()].some((other) => "from" in other && other.from === slot.from);
    if (!isKnown) this.slots.set(pathId(path), slot);
  }

  /** The object at a place stands for one of ours. */
  home(path: KeyPath, name: string): void {
    if (path.length > 0) this.homes.set(pathId(path), name);
  }

  has(path: KeyPath): boolean {
    return this.slots.has(pathId(path));
  }

  /**
   * The keys of a kind of object. A key of which we know nothing has a value of its own when that is the same in all
   * samples.
   *
   * @param samples objects of this kind, all that there are
   */
  keysOf(samples: readonly JsonObject[], above: KeyPath = []): Keys {
    const entries = keysInOrder(samples, above).map((key): [string, Slot] => {
      const path = [...above, key];
      const known = this.slots.get(pathId(path));
      if (known !== undefined) return [key, known];
      if (this.holdsSlots(path)) {
        const name = this.homes.get(pathId(path));
        const object = this.keysOf(samples, path);
        return [key, name === undefined ? { object } : { object, for: name }];
      }
      return [key, unknownSlot(samples.map((sample) => valueAt(sample, path)))];
    });
    return Object.fromEntries(entries);
  }

  private holdsSlots(path: KeyPath): boolean {
    const start = `${pathId(path).slice(0, -1)},`;
    return [...this.slots.keys()].some((id) => id.startsWith(start));
  }
}

/** The keys that samples have at a place, in an order in which all of them have theirs. */
function keysInOrder(samples: readonly JsonObject[], above: KeyPath): readonly string[] {
  const order: string[] = [];
  for (const sample of samples) {
    const object = valueAt(sample, above);
    if (!isJsonObject(object)) continue;
    let after = 0;
    for (const key of Object.keys(object)) {
      const at = order.indexOf(key);
      if (at === -1) order.splice(after, 0, key);
      after = (at === -1 ? after : at) + 1;
    }
  }
  return order;
}

/** What is known of a key by its values alone. */
function unknownSlot(values: readonly (JsonValue | undefined)[]): Slot {
  const [first] = values;
  const isUsual =
    first !== undefined &&
    !holdsOwnValue(first) &&
    values.every((value) => JSON.stringify(value) === JSON.stringify(first));
  return isUsual ? { value: first } : { varies: true };
}

const ID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const ADDRESS = /^[^\s@]+@[^\s@]+$/;
/** Milliseconds since the epoch, from September 2001 on. */
const EARLIEST_MOMENT = 1e12;

/** Whether a value is one of this export alone: an id, a moment, the address of a person. */
export function holdsOwnValue(value: JsonValue): boolean {
  if (typeof value === "string") return ID.test(value) || MOMENT.test(value) || ADDRESS.test(value);
  if (typeof value === "number") return value >= EARLIEST_MOMENT;
  if (isJsonArray(value)) return value.some(holdsOwnValue);
  return isJsonObject(value) && Object.values(value).some(holdsOwnValue);
}
