import fc from "fast-check";
import { expect, test } from "vitest";
import { lineEdits } from "../../src/diff/text/line-difference.js";

const lines = fc.array(fc.constantFrom("a", "b", "c", "d", ""), { maxLength: 30 });

function applied(before: readonly string[], edits: ReturnType<typeof lineEdits>): readonly string[] {
  const result: string[] = [];
  let from = 0;
  for (const { beforeStart, removed, added } of edits) {
    expect(before.slice(beforeStart, beforeStart + removed.length)).toEqual(removed);
    result.push(...before.slice(from, beforeStart), ...added);
    from = beforeStart + removed.length;
  }
  return [...result, ...before.slice(from)];
}

/** The textbook table for the longest common part. */
function longestCommon(before: readonly string[], after: readonly string[]): number {
  const table = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  const at = (row: number, column: number) => table[row]?.[column] ?? 0;
  for (const [row, line] of before.entries()) {
    for (const [column, other] of after.entries()) {
      const cells = table[row + 1];
      if (cells === undefined) continue;
      cells[column + 1] =
        line === other ? at(row, column) + 1 : Math.max(at(row, column + 1), at(row + 1, column));
    }
  }
  return at(before.length, after.length);
}

test("edits make one text into the other, and there are no fewer", () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const edits = lineEdits(before, after);
      expect(applied(before, edits)).toEqual(after);
      const removed = edits.reduce((sum, edit) => sum + edit.removed.length, 0);
      expect(before.length - removed).toBe(longestCommon(before, after));
    }),
    { numRuns: 500 },
  );
});

test("texts of many lines with little in common are compared in a short time", () => {
  const text = (seed: number) => Array.from({ length: 20_000 }, (_, line) => String((line * seed) % 9973));
  const [before, after] = [text(7), [...text(7).slice(0, 9000), ...text(13)]];
  const start = performance.now();
  const edits = lineEdits(before, after);
  expect(performance.now() - start).toBeLessThan(3_000);
  expect(applied(before, edits)).toEqual(after);
});
