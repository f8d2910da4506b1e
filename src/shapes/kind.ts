import { isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";
import { TELLING_FIELD } from "./canonical.js";
import type { CompleteShape } from "./complete.js";
import { indexOf } from "./keys-index.js";
import type { Keys, StepKind, TriggerKind } from "./shape.js";

/**
 * The kind of a step or trigger: the one of which it has most words, then the one of which it has most keys. Undefined
 * for one of none.
 */
export function kindOf<K extends StepKind | TriggerKind>(
  value: JsonObject,
  kinds: readonly K[],
  { objects }: CompleteShape,
): K | undefined {
  let best: K | undefined;
  let most = -1;
  for (const kind of kinds) {
    const { tags, fields } = indexOf(objects[kind]);
    const matches = tags.every(({ path, is }) => valueAt(value, path) === is);
    const telling = fields.get(TELLING_FIELD[kind])?.path ?? [];
    if (!matches || tags.length < most) continue;
    if (tags.length === 0 && valueAt(value, telling) === undefined) continue;
    const isNearer =
      best === undefined ||
      tags.length > most ||
      presentFields(value, objects[kind]) > presentFields(value, objects[best]);
    if (!isNearer) continue;
    best = kind;
    most = tags.length;
  }
  return best;
}

function presentFields(value: JsonObject, keys: Keys): number {
  return [...indexOf(keys).fields.values()].filter(({ path }) => valueAt(value, path) !== undefined).length;
}

/** What stands at a path through objects. */
export function valueAt(value: JsonValue, path: readonly string[]): JsonValue | undefined {
  let here: JsonValue | undefined = value;
  for (const key of path) {
    here = isJsonObject(here) && Object.hasOwn(here, key) ? here[key] : undefined;
  }
  return here;
}

/** The words that stand for a kind of step. */
export function stepWords({ objects }: CompleteShape): ReadonlySet<JsonValue> {
  const kinds: readonly Keys[] = [objects.http, objects.assign, objects.loop];
  return new Set(kinds.flatMap((keys) => indexOf(keys).tags.map(({ is }) => is)));
}
