import { commonParts, numbered } from "./myers.js";

/** A part of a line: in both lines, or in one of them only. */
export interface Segment {
  readonly text: string;
  readonly changed: boolean;
}

/** Two lines that stand for each other, cut where they differ. */
export interface SegmentedLines {
  readonly before: readonly Segment[];
  readonly after: readonly Segment[];
}

/** Marks in lines that have less than this in common would say nothing. */
const LEAST_SHARED = 0.3;

/** A piece of a line, which is never cut itself. */
export interface Piece {
  /** What counts. */
  readonly text: string;
  /** What may be seen. */
  readonly shown: string;
}

/**
 * Cuts two lines into what they share and what differs.
 *
 * @returns undefined when they have too little in common
 */
export function segmented(before: readonly Piece[], after: readonly Piece[]): SegmentedLines | undefined {
  const texts = [before, after].map((pieces) => pieces.map(({ text }) => text));
  const matches = commonParts(...numbered(texts[0] ?? [], texts[1] ?? []));
  const sharedBefore = new Set<number>();
  const sharedAfter = new Set<number>();
  for (const match of matches) {
    for (let step = 0; step < match.length; step += 1) {
      sharedBefore.add(match.before + step);
      sharedAfter.add(match.after + step);
    }
  }
  const shared = lengthOf(before.filter((_, index) => sharedBefore.has(index)));
  const longest = Math.max(lengthOf(before), lengthOf(after));
  if (longest === 0 || shared / longest < LEAST_SHARED) return undefined;
  return { before: marked(before, sharedBefore), after: marked(after, sharedAfter) };
}

function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text }) => sum + text.trim().length, 0);
}

function marked(pieces: readonly Piece[], shared: ReadonlySet<number>): readonly Segment[] {
  const segments: Segment[] = [];
  for (const [index, { shown }] of pieces.entries()) {
    const changed = !shared.has(index);
    const last = segments.at(-1);
    if (last?.changed === changed) {
      segments[segments.length - 1] = { text: last.text + shown, changed };
    } else segments.push({ text: shown, changed });
  }
  return segments;
}

/** Words, white space and single other characters. */
export function piecesOf(line: string): readonly Piece[] {
  const texts = line.match(/[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu) ?? [];
  return texts.map((text) => ({ text, shown: text }));
}
