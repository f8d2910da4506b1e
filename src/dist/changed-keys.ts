import { pointerTo } from "../check/diagnostic.js";
import { parseFile } from "../check/parse.js";
import { isJsonArray, isJsonObject, type JsonValue } from "../model/json.js";

/**
 * The keys at which two JSON files differ, as JSON Pointers in the order of the first; undefined when one of them
 * cannot be read. Steps and variables are compared by their places in the list.
 */
export function changedKeys(left: Uint8Array, right: Uint8Array): readonly string[] | undefined {
  const before = parseFile(left, "");
  const after = parseFile(right, "");
  if (before.kind === "unusable" || after.kind === "unusable") return undefined;
  const found: string[] = [];
  collect(before.value, after.value, [], found);
  return found;
}

function collect(
  left: JsonValue | undefined,
  right: JsonValue | undefined,
  path: readonly (string | number)[],
  found: string[],
): void {
  if (left === right) return;
  if (isJsonArray(left) && isJsonArray(right)) {
    const length = Math.max(left.length, right.length);
    for (let index = 0; index < length; index += 1) {
      collect(left[index], right[index], [...path, index], found);
    }
  } else if (isJsonObject(left) && isJsonObject(right)) {
    for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
      collect(ownOf(left, key), ownOf(right, key), [...path, key], found);
    }
  } else {
    found.push(pointerTo(path));
  }
}

function ownOf(value: Readonly<Record<string, JsonValue>>, key: string): JsonValue | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
