import type { JsonObject } from "../../model/json.js";
import type { NamedEntries, NamedEntry, Path } from "../document.js";

/** What became of variables, or of headers. */
export type NamedPair =
  | { readonly kind: "both"; readonly before: NamedEntry; readonly after: NamedEntry }
  | { readonly kind: "added"; readonly entry: NamedEntry }
  | { readonly kind: "removed"; readonly entry: NamedEntry };

/**
 * Finds variables or headers by their names. Of several with one name the first belongs to the first, and so on: among
 * those the order counts.
 *
 * @param keyOf what makes two names the same
 */
export function pairedByName(
  before: NamedEntries | undefined,
  after: NamedEntries | undefined,
  keyOf: (name: string) => string,
): readonly NamedPair[] {
  const waiting = new Map<string, NamedEntry[]>();
  for (const entry of before?.entries ?? []) {
    const key = keyOf(entry.name);
    const others = waiting.get(key);
    if (others === undefined) waiting.set(key, [entry]);
    else others.push(entry);
  }
  const pairs = (after?.entries ?? []).map((entry): NamedPair => {
    const partner = waiting.get(keyOf(entry.name))?.shift();
    return partner === undefined ? { kind: "added", entry } : { kind: "both", before: partner, after: entry };
  });
  const removed = [...waiting.values()].flat().map((entry): NamedPair => ({ kind: "removed", entry }));
  return [...pairs, ...removed];
}

/** HTTP's header names are the same whatever their case (RFC 9110, 5.1); how it is written is compared as a value. */
export function headerKey(name: string): string {
  return name.toLowerCase();
}

/** Whether the names that both lists have stand in another order. */
export function isReordered(
  before: NamedEntries | undefined,
  after: NamedEntries | undefined,
  keyOf: (name: string) => string,
): boolean {
  const namesIn = (entries: NamedEntries | undefined) =>
    (entries?.entries ?? []).map(({ name }) => keyOf(name));
  const [left, right] = [namesIn(before), namesIn(after)];
  const inRight = new Set(right);
  const inLeft = new Set(left);
  const shared = left.filter((name) => inRight.has(name));
  const others = right.filter((name) => inLeft.has(name));
  return shared.some((name, index) => name !== others[index]);
}

/** The fields that are compared; of a header its name too, which may have changed its case. */
export function comparedFields(entry: NamedEntry, paths: "variable" | "header"): JsonObject {
  return paths === "header" ? { name: entry.name, ...entry.fields } : entry.fields;
}

/** Where a key of an entry stands: a map of variables holds the value itself. */
export function entryPath(entry: NamedEntry, as: NamedEntries["as"], key: Path): Path {
  return as === "map" ? entry.path : [...entry.path, ...key];
}
