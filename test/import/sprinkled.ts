import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../src/model/json.js";

/** An object with some keys more, at random places, and now and then one less. */
function sprinkled(object: JsonObject, seeds: readonly number[]): JsonObject {
  const entries = Object.entries(object);
  for (const [index, seed] of seeds.entries()) {
    const at = seed % (entries.length + 1);
    if (seed % 3 === 0 && entries.length > 3) entries.splice(at, 1);
    else entries.splice(at, 0, [`extra${index}`, seed % 2 === 0 ? { deep: [seed] } : "${naam} `"]);
  }
  return Object.fromEntries(entries);
}

/** Objects anywhere in a value with some keys more; each pick is the place of an object, counted from the outside, and a seed. */
export function sprinkledAnywhere(
  value: JsonObject,
  picks: readonly (readonly [number, number])[],
): JsonValue {
  let count = 0;
  const walked = (here: JsonValue): JsonValue => {
    if (isJsonArray(here)) return here.map(walked);
    if (!isJsonObject(here)) return here;
    const at = count;
    count += 1;
    const inner = Object.fromEntries(Object.entries(here).map(([key, own]) => [key, walked(own)]));
    const seeds = picks.flatMap(([place, seed]) => (place === at ? [seed] : []));
    return sprinkled(inner, seeds);
  };
  return walked(value);
}
