/** Text that is Markdown already and must not be escaped. */
export class Markdown {
  constructor(readonly source: string) {}

  toString(): string {
    return this.source;
  }
}

/** A value that a guide inserts. Printed as it is, it is escaped: no character of it can become markup. */
export class Inserted {
  constructor(readonly text: string) {}

  toString(): string {
    return escaped(this.text);
  }
}

/**
 * Text as Markdown that shows exactly this text, in a paragraph, a heading, a list item or a cell of a table.
 *
 * Line breaks become spaces: no place in a guide has room for more than one line.
 */
export function escaped(text: string): string {
  return onOneLine(text)
    .replace(/[\\`*_{}[\]<>&|~#$!]/g, "\\$&")
    .replace(/^[-+=:]|:(?=\/\/)/g, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/(?<=\bwww)\./gi, "\\.");
}

/** Text as inline code of Markdown. In a cell of a table a bar would end the cell, even inside code. */
export function code(text: string, place: "line" | "cell"): string {
  const line = onOneLine(text);
  if (line === "") return "";
  const runs = line.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const padding = line.startsWith("`") || line.endsWith("`") ? " " : "";
  const shown = place === "cell" ? line.replaceAll("|", "\\|") : line;
  return `${fence}${padding}${shown}${padding}${fence}`;
}

/**
 * White space, line breaks and control characters become one space each time; none stays at the ends. Halves of
 * characters become the sign for what cannot be shown.
 */
export function onOneLine(text: string): string {
  return text
    .replace(/\p{Cs}/gu, "\uFFFD")
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069\uFEFF]+/gu, " ")
    .trim();
}
