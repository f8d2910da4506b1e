import type { Tag } from "./tag.js";
import { ParseFailure } from "./template-error.js";
import type { TemplateParser } from "./template-parser.js";
import type { Element } from "./tree.js";

/** FreeMarker takes any brackets here, with `#` or without. */
const ENDS: ReadonlyMap<string, RegExp> = new Map(
  ["comment", "noparse", "noParse"].map((word) => [
    word,
    new RegExp(`[<[]/#?${word}[ \\t\\r\\n]*[>\\]]`, "g"),
  ]),
);

/** Reads `noparse` and `comment`: everything up to their end tag, in the same spelling, is text. */
export function readUnparsed(parser: TemplateParser, tag: Tag): Element {
  const { source } = parser;
  const word = source.startsWith("noParse", tag.start + 2) ? "noParse" : tag.name;
  const end = ENDS.get(word);
  if (end !== undefined) end.lastIndex = tag.end;
  const match = end?.exec(source) ?? null;
  if (match === null) {
    parser.at = source.length;
    const hint = `Close it with </#${word}>.`;
    const message = `The block #${word} is not closed.`;
    parser.report(new ParseFailure("unclosed", message, tag.start, tag.end, hint));
    return parser.broken(tag.start);
  }
  parser.at = match.index + match[0].length;
  const span = parser.span(tag.start);
  return word === "comment"
    ? { kind: "comment", span }
    : { kind: "noparse", text: source.slice(tag.end, match.index), span };
}
