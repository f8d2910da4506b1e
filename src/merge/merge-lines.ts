import { lineEdits, linesOf, type LineEdit } from "../diff/text/line-difference.js";

/**
 * Merges two changed versions of a text line by line.
 *
 * @returns undefined when both sides changed the same lines, or lines next to each other, in two ways
 */
export function mergedText(base: string, ours: string, theirs: string): string | undefined {
  const lines = linesOf(base);
  const all = combined(lineEdits(lines, linesOf(ours)), lineEdits(lines, linesOf(theirs)));
  if (all === undefined) return undefined;
  const merged: string[] = [];
  let from = 0;
  for (const { beforeStart, removed, added } of all) {
    merged.push(...lines.slice(from, beforeStart), ...added);
    from = beforeStart + removed.length;
  }
  return [...merged, ...lines.slice(from)].join("\n");
}

/** The edits of both sides in order, those that both made once; undefined when two of them touch. */
function combined(ours: readonly LineEdit[], theirs: readonly LineEdit[]): readonly LineEdit[] | undefined {
  const own = ours.filter((edit) => !theirs.some((other) => sameEdit(edit, other)));
  if (own.some((edit) => theirs.some((other) => touch(edit, other)))) return undefined;
  return [...own, ...theirs].sort((left, right) => left.beforeStart - right.beforeStart);
}

function sameEdit(one: LineEdit, other: LineEdit): boolean {
  return (
    one.beforeStart === other.beforeStart &&
    one.removed.length === other.removed.length &&
    one.added.join("\n") === other.added.join("\n") &&
    one.added.length === other.added.length
  );
}

/** Whether no line that stays as it is lies between two edits. */
function touch(one: LineEdit, other: LineEdit): boolean {
  return (
    one.beforeStart <= other.beforeStart + other.removed.length &&
    other.beforeStart <= one.beforeStart + one.removed.length
  );
}
