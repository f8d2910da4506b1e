import type { NamedEntries, NamedEntry } from "../diff/document.js";
import { sameValue } from "../diff/equal.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";
import { own } from "../targets/restore.js";
import type { ConflictOwner, Conflicts } from "./conflict.js";
import { mergeObject, withAdded, type ThreeWay } from "./merge-values.js";

/** Merges variables, or headers, by their names. Their order has no meaning: ours stays, what theirs added goes in. */
export function mergeNamed(
  lists: ThreeWay<NamedEntries>,
  keyOf: (name: string) => string,
  ownerOf: (name: string) => ConflictOwner,
  conflicts: Conflicts,
): JsonValue {
  const base = byKey(lists.base, keyOf);
  const ours = byKey(lists.ours, keyOf);
  const theirs = byKey(lists.theirs, keyOf);
  const merged = withAdded([...ours.keys()], [...theirs.keys()]).flatMap((key) => {
    const versions = { base: base.get(key), ours: ours.get(key), theirs: theirs.get(key) };
    const object = mergeEntry(versions, ownerOf, conflicts);
    return object === undefined ? [] : [object];
  });
  return lists.ours?.as === "map" ? asMap(merged) : merged;
}

/** Entries by name; a second one of the same name has a key of its own. */
function byKey(entries: NamedEntries | undefined, keyOf: (name: string) => string): Map<string, NamedEntry> {
  const found = new Map<string, NamedEntry>();
  const counts = new Map<string, number>();
  for (const entry of entries?.entries ?? []) {
    const name = keyOf(entry.name);
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    found.set(`${name}\n${count}`, entry);
  }
  return found;
}

function mergeEntry(
  { base, ours, theirs }: ThreeWay<NamedEntry>,
  ownerOf: (name: string) => ConflictOwner,
  conflicts: Conflicts,
): JsonObject | undefined {
  const name = (ours ?? theirs ?? base)?.name ?? "";
  const sources = { base: base?.source, ours: ours?.source, theirs: theirs?.source };
  const [kept, gone] = ours === undefined ? [theirs, "ours"] : [ours, "theirs"];
  if (base !== undefined && (ours === undefined || theirs === undefined)) {
    if (kept === undefined || sameValue(base.source, kept.source)) return undefined;
    const conflict = { kind: "removed", owner: ownerOf(name), key: [], ...sources } as const;
    return gone === "ours"
      ? conflicts.settle(conflict, undefined, kept.source)
      : conflicts.settle(conflict, kept.source, undefined);
  }
  if (ours === undefined || theirs === undefined) return kept?.source;
  return mergeObject(sources, { owner: ownerOf(name), key: [] }, conflicts);
}

/** Variables as `{ name: value }`, unless one of them has more than that. */
function asMap(variables: readonly JsonObject[]): JsonValue {
  const pairs = variables.flatMap((variable): [string, JsonValue][] => {
    const name = own(variable, "name");
    const value = own(variable, "value");
    return typeof name === "string" && value !== undefined && Object.keys(variable).length === 2
      ? [[name, value]]
      : [];
  });
  const map = Object.fromEntries(pairs);
  return Object.keys(map).length === variables.length && isJsonObject(map) ? map : variables;
}
