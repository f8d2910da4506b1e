import type { Segment } from "../text/segments.js";

/** So much of an unchanged stretch is shown beside what changed. */
const BESIDE = 40;

/** A whole line is shown up to this length. */
const LONGEST = 240;

/** Marks of a line, with long unchanged stretches cut out when the line is long. */
export function shortenedMarks(marks: readonly Segment[]): readonly Segment[] {
  const length = marks.reduce((sum, { text }) => sum + text.length, 0);
  if (length <= LONGEST) return marks;
  return marks.map(({ text, changed }, index) => {
    if (changed) return { text: shortenedLine(text), changed };
    const isFirst = index === 0;
    const isLast = index === marks.length - 1;
    const kept = (isFirst ? 0 : BESIDE) + (isLast ? 0 : BESIDE);
    if (text.length <= kept + 1) return { text, changed };
    const start = isFirst ? "" : characters(text, 0, BESIDE);
    const end = isLast ? "" : characters(text, text.length - BESIDE, text.length);
    return { text: `${start}…${end}`, changed };
  });
}

/** A line of at most {@link LONGEST} characters, with the number of those that were left out. */
export function shortenedLine(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${characters(text, 0, LONGEST)}… (${text.length - LONGEST} more characters)`;
}

/** A part of a text that ends in no half of a character. */
function characters(text: string, from: number, to: number): string {
  return text
    .slice(from, to)
    .replace(/^[\udc00-\udfff]/, "")
    .replace(/[\ud800-\udbff]$/, "");
}
