import type { LineEdit } from "../text/line-difference.js";
import { segmented, type Piece, type Segment } from "../text/segments.js";
import type { Hunk, ShownLine } from "./shown.js";

/** So many lines that did not change are shown around those that did. */
const AROUND = 2;

type Line = readonly Piece[];

/** The lines that changed, with some around them. */
export function hunksOf(
  edits: readonly LineEdit[],
  before: readonly Line[],
  after: readonly Line[],
): readonly Hunk[] {
  return grouped(edits).map((group) => {
    const [first] = group;
    const last = group.at(-1);
    if (first === undefined || last === undefined) return { beforeLine: 1, afterLine: 1, lines: [] };
    const lead = Math.min(AROUND, first.beforeStart, first.afterStart);
    const lines: ShownLine[] = unchanged(before, first.beforeStart - lead, first.beforeStart);
    for (const [index, edit] of group.entries()) {
      lines.push(...editedLines(edit, before, after));
      const end = edit.beforeStart + edit.removed.length;
      const next = group[index + 1];
      lines.push(...unchanged(before, end, next === undefined ? end + AROUND : next.beforeStart));
    }
    return { beforeLine: first.beforeStart - lead + 1, afterLine: first.afterStart - lead + 1, lines };
  });
}

/** Edits whose surroundings would overlap belong together. */
function grouped(edits: readonly LineEdit[]): readonly (readonly LineEdit[])[] {
  const groups: LineEdit[][] = [];
  for (const edit of edits) {
    const last = groups.at(-1)?.at(-1);
    const isNear =
      last !== undefined && edit.beforeStart - (last.beforeStart + last.removed.length) <= 2 * AROUND;
    if (isNear) groups.at(-1)?.push(edit);
    else groups.push([edit]);
  }
  return groups;
}

function unchanged(lines: readonly Line[], from: number, to: number): ShownLine[] {
  return lines.slice(from, to).map((line) => ({ sign: " ", text: shownText(line) }));
}

/** Lines that were replaced; the first old one stands for the first new one, and so on. */
function editedLines(edit: LineEdit, before: readonly Line[], after: readonly Line[]): readonly ShownLine[] {
  const { beforeStart, removed, afterStart, added } = edit;
  const old = before.slice(beforeStart, beforeStart + removed.length);
  const fresh = after.slice(afterStart, afterStart + added.length);
  const marks = old.map((line, index) => {
    const other = fresh[index];
    return other === undefined ? undefined : segmented(line, other);
  });
  return [
    ...old.map((line, index) => lineOf("-", line, marks[index]?.before)),
    ...fresh.map((line, index) => lineOf("+", line, marks[index]?.after)),
  ];
}

function lineOf(sign: "-" | "+", line: Line, marks: readonly Segment[] | undefined): ShownLine {
  return { sign, text: shownText(line), ...(marks === undefined ? {} : { marks }) };
}

/** A line without its secrets. */
export function shownText(line: Line): string {
  return line.map(({ shown }) => shown).join("");
}
