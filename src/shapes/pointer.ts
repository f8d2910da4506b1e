import { isJsonArray, isJsonObject, type JsonValue } from "../model/json.js";
import { pathOf, pointerTo } from "../check/diagnostic.js";
import type { Shape } from "./shape.js";
import { inShape } from "./translate.js";

/** A text and a key that no file holds. */
const PROBE = "\u0000topdesk-actions probe\u0000";

/**
 * Where something stands in a file of a customer's shape.
 *
 * A probe is put at the place in our shape and looked for after the translation. Where a value tells the kind of its
 * object, the probe goes into the object around it.
 *
 * @param whole the file's value in our shape
 * @param pointer a JSON Pointer into it
 */
export function pointerInShape(whole: JsonValue, pointer: string, shape: Shape): string {
  const path = pathOf(pointer);
  const value = onlyStepsAlong(whole, path);
  const entry = entryOfMap(path, shape);
  const named = entry === undefined ? undefined : probed(value, entry, "in place", shape);
  if (named !== undefined) return pointerTo(named);
  for (let length = path.length; length > 0; length -= 1) {
    const inner = path.slice(0, length);
    const probe = length === path.length ? probeOf(value, inner) : undefined;
    const found = [probe, "around" as const]
      .filter((how) => how !== undefined)
      .map((how) => probed(value, inner, how, shape))
      .find((place) => place !== undefined);
    if (found !== undefined) return pointerTo(found);
  }
  return pointer === "" ? "" : pointerTo(probed(value, [], "around", shape) ?? []);
}

/** A whole variable or header that is written in a map stands where its value stands. */
function entryOfMap(path: readonly string[], { variables, headers }: Shape): readonly string[] | undefined {
  const list = path.at(-2);
  const isInMap = (list === "variables" && variables === "map") || (list === "headers" && headers === "map");
  return isInMap ? [...path, "value"] : undefined;
}

/** The value without the steps beside those on the path: to translate them all for each pointer takes long. */
function onlyStepsAlong(value: JsonValue, path: readonly string[], isList = false): JsonValue {
  const [first, ...rest] = path;
  if (isJsonArray(value)) {
    if (!isList) return value;
    return value.map((item, index) => (String(index) === first ? onlyStepsAlong(item, rest) : null));
  }
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const isSteps = key === "steps" || key === "subSteps";
      if (isSteps && isJsonArray(item)) return [key, onlyStepsAlong(item, key === first ? rest : [], true)];
      return [key, key === first ? onlyStepsAlong(item, rest) : item];
    }),
  );
}

type Probe = "in place" | "around";

/** A text can be replaced, unless it tells what kind of object it stands in; an object takes a key more. */
function probeOf(value: JsonValue, path: readonly string[]): Probe | undefined {
  if (["type", "frequency"].includes(path.at(-1) ?? "")) return undefined;
  return typeof at(value, path) === "string" ? "in place" : undefined;
}

function probed(
  value: JsonValue,
  path: readonly string[],
  how: Probe,
  shape: Shape,
): readonly (string | number)[] | undefined {
  const target = at(value, path);
  if (how === "around" && !isJsonObject(target) && !isJsonArray(target)) return undefined;
  const found = placeOf(inShape(withProbe(value, path, how), shape), []);
  return how === "in place" ? found : found?.slice(0, -1);
}

function at(value: JsonValue, path: readonly string[]): JsonValue | undefined {
  let here: JsonValue | undefined = value;
  for (const key of path) {
    if (isJsonArray(here)) here = here[Number(key)];
    else here = isJsonObject(here) && Object.hasOwn(here, key) ? here[key] : undefined;
  }
  return here;
}

function withProbe(value: JsonValue | undefined, path: readonly string[], how: Probe): JsonValue {
  const [first, ...rest] = path;
  if (isJsonArray(value)) {
    if (first === undefined) return [...value, PROBE];
    return value.map((item, index) => (String(index) === first ? withProbe(item, rest, how) : item));
  }
  if (isJsonObject(value)) {
    if (first === undefined) return { ...value, [PROBE]: PROBE };
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, key === first ? withProbe(item, rest, how) : item]),
    );
  }
  return PROBE;
}

function placeOf(
  value: JsonValue,
  above: readonly (string | number)[],
): readonly (string | number)[] | undefined {
  if (value === PROBE) return above;
  const entries: readonly (readonly [string | number, JsonValue])[] = isJsonArray(value)
    ? value.map((item, index) => [index, item] as const)
    : isJsonObject(value)
      ? Object.entries(value)
      : [];
  for (const [key, item] of entries) {
    const found = placeOf(item, [...above, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}
