import { isJsonObject, type JsonObject, type JsonValue } from "../../model/json.js";
import { own } from "../../targets/restore.js";
import type { Change, Owner, ValueEdit } from "../change.js";
import type { Path } from "../document.js";
import { sameValue } from "../equal.js";
import { lineEdits, linesOf } from "../text/line-difference.js";

/** Two objects that stand for each other, and where they stand. */
export interface ComparedObjects {
  readonly owner: Owner;
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly beforePath: Path;
  readonly afterPath: Path;
}

type ValueChange = Extract<Change, { readonly kind: "value" }>;

/** The keys at which two objects differ, in the order of the second one; keys that went come last. */
export function valueChanges(objects: ComparedObjects): readonly ValueChange[] {
  return changedKeys(objects, []);
}

function changedKeys(objects: ComparedObjects, key: Path): readonly ValueChange[] {
  const { owner, before, after, beforePath, afterPath } = objects;
  const names = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...names].flatMap((name): readonly ValueChange[] => {
    const left = own(before, name);
    const right = own(after, name);
    const inner = [...key, name];
    if (isJsonObject(left) && isJsonObject(right)) {
      const paths = { beforePath: [...beforePath, name], afterPath: [...afterPath, name] };
      return changedKeys({ owner, before: left, after: right, ...paths }, inner);
    }
    const edit = valueEdit(left, right);
    if (edit === undefined) return [];
    const path = edit.kind === "removed" ? [...beforePath, name] : [...afterPath, name];
    return [{ kind: "value", owner, key: inner, edit, path }];
  });
}

/** What happened to one value; undefined when it says the same. */
export function valueEdit(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): ValueEdit | undefined {
  if (sameValue(before, after)) return undefined;
  if (before === undefined) return after === undefined ? undefined : { kind: "added", value: after };
  if (after === undefined) return { kind: "removed", value: before };
  if (typeof before === "string" && typeof after === "string") return textEdit(before, after);
  return { kind: "changed", before, after };
}

function textEdit(before: string, after: string): ValueEdit {
  if (!before.includes("\n") && !after.includes("\n")) return { kind: "changed", before, after };
  return { kind: "lines", before, after, lines: lineEdits(linesOf(before), linesOf(after)) };
}
