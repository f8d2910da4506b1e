import type { Segment } from "../text/segments.js";

/** How much of a long line is shown. */
export interface Room {
  /** Characters of an unchanged stretch beside what changed. */
  readonly beside: number;
  /** A whole line is shown up to this length. */
  readonly longest: number;
}

const TERMINAL: Room = { beside: 40, longest: 240 };

/** Marks of a line, with long unchanged stretches cut out when the line is long. */
export function shortenedMarks(
  marks: readonly Segment[],
  { beside, longest }: Room = TERMINAL,
): readonly Segment[] {
  const length = marks.reduce((sum, { text }) => sum + text.length, 0);
  if (length <= longest) return marks;
  const [only] = marks;
  // Nothing in this line went: something was put into the other one.
  if (marks.length === 1 && only?.changed === false)
    return [{ ...only, text: shortenedLine(only.text, longest) }];
  return marks.map(({ text, changed }, index) => {
    if (changed) return { text: shortenedLine(text, longest), changed };
    const isFirst = index === 0;
    const isLast = index === marks.length - 1;
    const kept = (isFirst ? 0 : beside) + (isLast ? 0 : beside);
    if (text.length <= kept + 1) return { text, changed };
    const start = isFirst ? "" : characters(text, 0, beside);
    const end = isLast ? "" : characters(text, text.length - beside, text.length);
    return { text: `${start}…${end}`, changed };
  });
}

/** A line of so many characters at most, with the number of those that were left out. */
export function shortenedLine(text: string, longest = TERMINAL.longest): string {
  if (text.length <= longest) return text;
  const start = characters(text, 0, longest);
  return `${start}… (${text.length - start.length} more characters)`;
}

/** A part of a text that ends in no half of a character. */
function characters(text: string, from: number, to: number): string {
  return text
    .slice(from, to)
    .replace(/^[\udc00-\udfff]/, "")
    .replace(/[\ud800-\udbff]$/, "");
}
