import { pointerTo } from "../check/diagnostic.js";
import { isJsonArray, isJsonObject, type JsonValue } from "../model/json.js";

type Path = readonly (string | number)[];

/**
 * The JSON Pointer of the first place at which two values are not written alike: other values, other keys, or another
 * order of keys. Undefined when they are.
 */
export function firstDifference(left: JsonValue, right: JsonValue): string | undefined {
  const waiting: { readonly path: Path; readonly left: JsonValue; readonly right: JsonValue }[] = [
    { path: [], left, right },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path } = next;
    const [own, other] = [entriesOf(next.left), entriesOf(next.right)];
    if (own === undefined || other === undefined) {
      if (!isSameScalar(next.left, next.right)) return pointerTo(path);
      continue;
    }
    const isAlike =
      isJsonArray(next.left) === isJsonArray(next.right) &&
      own.length === other.length &&
      own.every(([key], index) => other[index]?.[0] === key);
    if (!isAlike) return pointerTo([...path, ...differingKey(own, other)]);
    for (const [index, [key, value]] of [...own.entries()].reverse()) {
      waiting.push({ path: [...path, key], left: value, right: other[index]?.[1] ?? null });
    }
  }
  return undefined;
}

type Entries = readonly (readonly [string | number, JsonValue])[];

function entriesOf(value: JsonValue): Entries | undefined {
  if (isJsonArray(value)) return value.map((item, index) => [index, item] as const);
  return isJsonObject(value) ? Object.entries(value) : undefined;
}

function isSameScalar(left: JsonValue, right: JsonValue): boolean {
  return (
    entriesOf(left) === undefined &&
    entriesOf(right) === undefined &&
    JSON.stringify(left) === JSON.stringify(right)
  );
}

function differingKey(left: Entries, right: Entries): Path {
  const longer = left.length >= right.length ? left : right;
  const at = longer.findIndex(([key], index) => left[index]?.[0] !== key || right[index]?.[0] !== key);
  const key = longer[at]?.[0];
  return key === undefined ? [] : [key];
}
