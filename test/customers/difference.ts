import { isJsonArray, isJsonObject, type JsonValue } from "../../src/model/json.js";

/** Where two JSON values differ: a line for each place, and for texts the lines that went and came. */
export function difference(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  place = "",
): readonly string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const members = [membersOf(before), membersOf(after)] as const;
  const [old, fresh] = members;
  if (old !== undefined && fresh !== undefined) {
    const keys = [...new Set([...old.keys(), ...fresh.keys()])];
    return keys.flatMap((key) => difference(old.get(key), fresh.get(key), `${place}/${key}`));
  }
  return [place, ...gone(before, after, "-"), ...gone(after, before, "+")];
}

function gone(value: JsonValue | undefined, other: JsonValue | undefined, sign: string): readonly string[] {
  const others = linesOf(other);
  return linesOf(value)
    .filter((line) => !others.includes(line))
    .map((line) => `  ${sign} ${line}`);
}

function linesOf(value: JsonValue | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === "string" ? value.split(/\n|\\n/) : JSON.stringify(value, null, 2).split("\n");
}

function membersOf(value: JsonValue | undefined): ReadonlyMap<string, JsonValue> | undefined {
  if (isJsonArray(value)) return new Map(value.map((item, index) => [String(index), item]));
  return isJsonObject(value) ? new Map(Object.entries(value)) : undefined;
}
