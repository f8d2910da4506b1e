import { commonParts, numbered, type Match } from "./myers.js";

/** Lines that were replaced. Places are counted from 0. */
export interface LineEdit {
  /** Where the old lines start, or where the new ones go. */
  readonly beforeStart: number;
  readonly removed: readonly string[];
  readonly afterStart: number;
  readonly added: readonly string[];
}

/** The lines of a text. A carriage return stays at the end of its line: it is a difference too. */
export function linesOf(text: string): readonly string[] {
  return text.split("\n");
}

/** The fewest lines that must be replaced to make one text into another. */
export function lineEdits(before: readonly string[], after: readonly string[]): readonly LineEdit[] {
  const matches = commonParts(...numbered(before, after));
  const end: Match = { before: before.length, after: after.length, length: 0 };
  const edits: LineEdit[] = [];
  let beforeStart = 0;
  let afterStart = 0;
  for (const match of [...matches, end]) {
    const removed = before.slice(beforeStart, match.before);
    const added = after.slice(afterStart, match.after);
    if (removed.length > 0 || added.length > 0) edits.push({ beforeStart, removed, afterStart, added });
    beforeStart = match.before + match.length;
    afterStart = match.after + match.length;
  }
  return edits;
}
