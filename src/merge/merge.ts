import { documentChanges } from "../diff/compare/documents.js";
import type { Document, NamedEntries } from "../diff/document.js";
import type { ReadExport } from "../diff/read-export.js";
import type { RootKey } from "../model/action.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";
import type { Shape } from "../shapes/shape.js";
import { inShape } from "../shapes/translate.js";
import { own } from "../targets/restore.js";
import { serialize } from "../targets/serialize.js";
import { Conflicts, type Conflict, type Side } from "./conflict.js";
import { mergeNamed } from "./merge-named.js";
import { mergeSteps } from "./merge-steps.js";
import { mergeObject, type KeyMerge } from "./merge-values.js";
import { nameClashes } from "./name-clashes.js";

/** Three files: what both sides started from, and what each made of it. */
export type ThreeExports = Readonly<Record<Side | "base", ReadExport>>;

export type MergeOutcome =
  /** `settled` is what was a conflict, and was decided by the preferred side. */
  | { readonly kind: "merged"; readonly bytes: Uint8Array; readonly settled: readonly Conflict[] }
  | { readonly kind: "conflicts"; readonly conflicts: readonly Conflict[] }
  | { readonly kind: "unlike"; readonly roots: Readonly<Record<Side | "base", RootKey>> };

/**
 * Merges two changed versions of an export, into the shape of ours. Where both sides changed the same thing in two ways, there is no result,
 * unless one of the sides is preferred.
 */
export function mergeExports(files: ThreeExports, prefer?: Side): MergeOutcome {
  const { base, ours, theirs } = files;
  const roots = { base: base.document.root, ours: ours.document.root, theirs: theirs.document.root };
  if (new Set(Object.values(roots)).size > 1) return { kind: "unlike", roots };
  const whole = unchangedSide(files);
  if (whole !== undefined) return { kind: "merged", bytes: bytesIn(whole, ours.shape), settled: [] };
  const conflicts = new Conflicts(prefer);
  const value = mergeFile(files, roots.base, conflicts);
  const clashes = nameClashes(value, files);
  const found = [...conflicts.all, ...clashes];
  const isDecided = prefer === undefined ? found.length === 0 : clashes.length === 0;
  if (!isDecided) return { kind: "conflicts", conflicts: found };
  return { kind: "merged", bytes: written(value, ours.shape), settled: found };
}

/** The bytes of a file, which are others when it is to be in another shape. */
function bytesIn({ bytes, value, shape }: ReadExport, wanted: Shape | undefined): Uint8Array {
  return JSON.stringify(shape) === JSON.stringify(wanted) ? bytes : written(value, wanted);
}

function written(value: JsonValue, shape: Shape | undefined): Uint8Array {
  return Buffer.from(serialize(shape === undefined ? value : inShape(value, shape)));
}

/** The file that is the result as it is, byte for byte, because one side changed nothing or both did the same. */
function unchangedSide({ base, ours, theirs }: ThreeExports): ReadExport | undefined {
  const isSame = (one: ReadExport, other: ReadExport) =>
    documentChanges(one.document, other.document).length === 0;
  if (isSame(base, theirs) || isSame(ours, theirs)) return ours;
  return isSame(base, ours) ? theirs : undefined;
}

function mergeFile({ base, ours, theirs }: ThreeExports, root: RootKey, conflicts: Conflicts): JsonObject {
  const documents = { base: base.document, ours: ours.document, theirs: theirs.document };
  const sources = { base: base.document.source, ours: ours.document.source, theirs: theirs.document.source };
  return mergeObject(sources, { owner: { in: "file" }, key: [] }, conflicts, {
    exportDate: () => laterDate(sources.ours, sources.theirs),
    [root]: () => mergeAction(documents, root, conflicts),
  });
}

/** TOPdesk writes the moment of each export: the later one says nothing wrong. */
function laterDate(ours: JsonObject, theirs: JsonObject): JsonValue | undefined {
  const [our, their] = [own(ours, "exportDate"), own(theirs, "exportDate")];
  return typeof our === "number" && typeof their === "number" ? Math.max(our, their) : (our ?? their);
}

type Documents = Readonly<Record<Side | "base", Document>>;

function mergeAction(documents: Documents, root: RootKey, conflicts: Conflicts): JsonObject {
  const sources = eachOf(documents, ({ source }) => objectAt(source, root));
  const haveConfiguration = Object.values(documents).every(
    ({ configuration }) => configuration !== undefined,
  );
  return mergeObject(sources, { owner: { in: "action" }, key: [] }, conflicts, {
    configuration: haveConfiguration ? () => mergeConfiguration(documents, sources, conflicts) : undefined,
  });
}

function mergeConfiguration(
  documents: Documents,
  actions: Readonly<Record<Side | "base", JsonObject>>,
  conflicts: Conflicts,
): JsonObject {
  const sources = eachOf(actions, (action) => objectAt(action, "configuration"));
  const lists = eachOf(documents, ({ variables }) => variables);
  const haveSteps = Object.values(documents).every(({ topSteps }) => topSteps !== undefined);
  return mergeObject(sources, { owner: { in: "configuration" }, key: [] }, conflicts, {
    variables: variablesMerge(lists, conflicts),
    steps: haveSteps ? () => mergeSteps(documents, conflicts) : undefined,
  });
}

function variablesMerge(
  lists: Readonly<Record<Side | "base", NamedEntries | undefined>>,
  conflicts: Conflicts,
): KeyMerge | undefined {
  if (Object.values(lists).some((list) => list === undefined)) return undefined;
  return () =>
    mergeNamed(
      lists,
      (name) => name,
      (name) => ({ in: "variable", name }),
      conflicts,
    );
}

function eachOf<T, R>(
  { base, ours, theirs }: Readonly<Record<Side | "base", T>>,
  make: (value: T) => R,
): Readonly<Record<Side | "base", R>> {
  return { base: make(base), ours: make(ours), theirs: make(theirs) };
}

function objectAt(object: JsonObject, key: string): JsonObject {
  const value = own(object, key);
  return isJsonObject(value) ? value : {};
}
