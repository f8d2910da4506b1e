import type { TextValues } from "../builders/action-texts.js";

/** A value as a text may use it. */
export type TextValue = TextValues[string];

/** How a value is written: as it is, as part of a URL, or with its line breaks kept. */
export type Manner = "as-is" | "url-part" | "lines";

/** The functions that a template may call, and the manner that each stands for. */
export const MANNERS = { "url-part": "url-part", lines: "lines" } as const satisfies Readonly<
  Record<string, Manner>
>;

/** A stretch of a template's own words, or a value that stood between them. */
export type Piece = { readonly words: string } | { readonly index: number; readonly manner: Manner };

/** What Handlebars gets in place of a value: a mark, or the truth value that decides `{{#if}}`. */
export function standIn(value: TextValue, index: number): string | boolean {
  if (typeof value === "boolean") return value;
  return value === "" ? "" : mark(index, "as-is");
}

/** Whether the private-use characters of the marks stand in a template's own words. */
export function holdsMarks(source: string): boolean {
  return /[\uE000\uE001]/.test(source);
}

/** What a function of {@link MANNERS} makes of what it is called with. Words that are no mark stand for themselves. */
export function inManner(standing: unknown, manner: "url-part" | "lines"): string {
  const words = typeof standing === "string" ? standing : "";
  const index = /^\uE000(\d+)\uE001$/.exec(words)?.[1];
  if (index !== undefined) return mark(Number(index), manner);
  return manner === "lines" ? words : percentEncoded(words);
}

/** Text as one part of a URL. Half a surrogate pair, which no URL can hold, becomes the replacement character. */
export function percentEncoded(words: string): string {
  return encodeURIComponent(words.replace(/\p{Surrogate}/gu, "\uFFFD"));
}

/** Cuts what was rendered at its marks. */
export function piecesOf(rendered: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const found of rendered.matchAll(/\uE000(\d+)(u|l)?\uE001/g)) {
    const [whole, index, letter] = found;
    if (found.index > end) pieces.push({ words: rendered.slice(end, found.index) });
    pieces.push({ index: Number(index), manner: mannerOf(letter) });
    end = found.index + whole.length;
  }
  if (end < rendered.length) pieces.push({ words: rendered.slice(end) });
  return pieces;
}

/** Whether a value can decide an `{{#if}}`: whether it is there is known now. */
export function isDecided(value: TextValue): boolean {
  return typeof value === "boolean" || typeof value === "string";
}

function mark(index: number, manner: Manner): string {
  return `\uE000${index}${manner === "as-is" ? "" : manner === "lines" ? "l" : "u"}\uE001`;
}

function mannerOf(letter: string | undefined): Manner {
  return letter === undefined ? "as-is" : letter === "l" ? "lines" : "url-part";
}
