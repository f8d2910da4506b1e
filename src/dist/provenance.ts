import { basename, join } from "node:path";
import { pointerTo } from "../check/diagnostic.js";
import { parseFile } from "../check/parse.js";
import { recognized } from "../check/recognize.js";
import { isJsonObject, type JsonValue } from "../model/json.js";
import { CANONICAL } from "../shapes/canonical.js";
import { complete } from "../shapes/complete.js";
import { indexOf } from "../shapes/keys-index.js";
import type { Shape } from "../shapes/shape.js";
import { changedKeys } from "./changed-keys.js";
import { bytesOf } from "./files.js";
import { sha256Of, type Manifest, type ManifestEntry } from "./manifest.js";

/** A file that the manifest lists. */
export interface Origin {
  readonly path: string;
  readonly entry: ManifestEntry;
}

/** What can be said of how a changed file differs from the one that was built. */
export type Comparison = "keys" | "export date only" | "layout only" | "original missing";

/** Where a file came from. */
export type Provenance =
  | { readonly status: "unchanged"; readonly origins: readonly Origin[] }
  | {
      readonly status: "changed";
      readonly nearest: Origin;
      readonly comparison: Comparison;
      /** The keys that differ, as JSON Pointers. */
      readonly keys: readonly string[];
    }
  | { readonly status: "unknown"; readonly reason: string };

/** Files that could be the original are compared at most so often. */
const MOST_COMPARED = 200;

/**
 * Finds out where a file came from.
 *
 * @param name what the file is called now
 * @param folder where the files of the manifest are, for comparing; they may be missing
 * @param shapes those that the file may be in besides ours
 */
export function provenanceOf(
  bytes: Uint8Array,
  name: string,
  manifest: Manifest,
  folder: string,
  shapes: readonly Shape[] = [],
): Provenance {
  const sha256 = sha256Of(bytes);
  const all = [...manifest].map(([path, entry]): Origin => ({ path, entry }));
  const origins = all.filter(({ entry }) => entry.sha256 === sha256);
  if (origins.length > 0) return { status: "unchanged", origins };
  const read = parseFile(bytes, name);
  if (read.kind === "unusable") return { status: "unknown", reason: `it is not in the manifest. ${read.diagnostic.message}` };
  const { value, shape = CANONICAL } = recognized(read.value, shapes);
  const inside = actionIn(value);
  if (inside === undefined) return { status: "unknown", reason: "it is not in the manifest, and no action" };
  const actions = all.filter(({ entry }) => entry.kind !== "guide" && rootOf(entry) === inside.root);
  const candidates = byLikeness(actions, inside.name, name);
  const [first] = candidates;
  if (first === undefined) {
    return { status: "unknown", reason: `the manifest has no action called "${inside.name}" and no file of that name` };
  }
  return nearestOf(candidates, first, { bytes, shape }, folder);
}

interface ActionInside {
  readonly root: string;
  readonly name: string;
}

function actionIn(value: JsonValue): ActionInside | undefined {
  if (!isJsonObject(value)) return undefined;
  for (const root of ["action", "actionSequence"]) {
    const action = Object.hasOwn(value, root) ? value[root] : undefined;
    if (!isJsonObject(action)) continue;
    const name = action["name"];
    return { root, name: typeof name === "string" ? name : "" };
  }
  return undefined;
}

function rootOf({ target }: ManifestEntry): string {
  return target === "action-sequence" ? "actionSequence" : "action";
}

/** Those that look most like the file: by the name inside it, and among those by the name of the file. */
function byLikeness(actions: readonly Origin[], nameInside: string, fileName: string): readonly Origin[] {
  const named = actions.filter(({ entry }) => entry.name === nameInside);
  const file = basename(fileName);
  // A browser adds to the name of a file that it has downloaded before: "minimum-stock.action (1).json".
  const plain = file.replace(/ ?\(\d+\)(?=\.json$)/, "");
  const hasFileName = ({ path }: Origin) => basename(path) === plain || path.replace("/", ".") === plain;
  const both = named.filter(hasFileName);
  if (both.length > 0) return sameFolderFirst(both, fileName);
  return named.length > 0 ? named : actions.filter(hasFileName);
}

function sameFolderFirst(origins: readonly Origin[], fileName: string): readonly Origin[] {
  const parts = fileName.split(/[/\\]/);
  const isInFolder = ({ entry }: Origin) => parts.includes(entry.customer);
  return [...origins].sort((left, right) => Number(isInFolder(right)) - Number(isInFolder(left)));
}

/** The candidate from which the fewest keys differ; the likeliest one when none can be compared. */
function nearestOf(
  candidates: readonly Origin[],
  first: Origin,
  { bytes, shape }: { readonly bytes: Uint8Array; readonly shape: Shape },
  folder: string,
): Provenance {
  let best: { readonly nearest: Origin; readonly keys: readonly string[] } | undefined;
  for (const origin of candidates.slice(0, MOST_COMPARED)) {
    const original = bytesOf(join(folder, origin.path));
    if (original === undefined || sha256Of(original) !== origin.entry.sha256) continue;
    const keys = changedKeys(original, bytes);
    if (keys !== undefined && (best === undefined || keys.length < best.keys.length)) best = { nearest: origin, keys };
  }
  if (best === undefined) return { status: "changed", nearest: first, comparison: "original missing", keys: [] };
  return { status: "changed", ...best, comparison: comparisonOf(best.keys, shape) };
}

function comparisonOf(keys: readonly string[], shape: Shape): Comparison {
  if (keys.length === 0) return "layout only";
  const date = indexOf(complete(shape).objects.file).fields.get("exportDate")?.path;
  return date !== undefined && keys.every((key) => key === pointerTo(date)) ? "export date only" : "keys";
}
