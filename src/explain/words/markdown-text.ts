import { code, escaped, Markdown } from "../../guide/markdown.js";

/** A sentence as Markdown. What is put in as text shows as exactly that text; only Markdown stays what it is. */
export function md(
  strings: TemplateStringsArray,
  ...values: readonly (string | number | Markdown)[]
): Markdown {
  const parts = strings.flatMap((literal, index) => {
    const value = values[index];
    return value === undefined ? [literal] : [literal, sourceOf(value)];
  });
  return new Markdown(parts.join(""));
}

function sourceOf(value: string | number | Markdown): string {
  if (value instanceof Markdown) return value.source;
  return typeof value === "number" ? String(value) : escaped(value);
}

/** Text of the file as it stands there. Nothing is shown as an empty pair of quotes. */
export function asCode(text: string): Markdown {
  return new Markdown(code(text, "line") || "“”");
}

/** The same in a cell of a table. */
export function asCodeInCell(text: string): Markdown {
  return new Markdown(code(text, "cell") || "“”");
}

/** Pieces of Markdown one after the other. */
export function joined(pieces: readonly Markdown[], between: string): Markdown {
  return new Markdown(pieces.map(({ source }) => source).join(between));
}

/** Names of steps and the like, in a row. */
export function codes(
  texts: readonly string[],
  quoted: (text: string) => Markdown = asCode,
  most = 8,
): Markdown {
  const names = [...new Set(texts)];
  const shown = joined(names.slice(0, most).map(quoted), ", ");
  return names.length > most ? md`${shown}, … (+${names.length - most})` : shown;
}
