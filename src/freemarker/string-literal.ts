import type { LexerInput, Token } from "./token.js";
import type { Span } from "./positions.js";
import { decodeEscape } from "./string-escape.js";
import type { Interpolation, StringLiteral } from "./tree.js";

/** What reading a string literal needs from the reader around it. */
export interface StringContext {
  /** What the lexer reads that found the literal. */
  readonly input: LexerInput;
  span(start: number, end: number): Span;
  /** Reads the interpolation at a place of a text, which ends at `limit`. */
  interpolationAt(
    input: LexerInput,
    start: number,
    limit: number,
  ): { readonly element: Interpolation; readonly end: number };
}

/** The text of a literal that holds no interpolation; interpolations are left out. */
export function fixedText({ parts }: StringLiteral): string {
  return parts.filter((part) => typeof part === "string").join("");
}

/** FreeMarker looks for interpolations in longer texts only. */
const LONGEST_WITHOUT_INTERPOLATION = 3;

/** Reads the text and the interpolations of a string literal. */
export function decodeStringLiteral(token: Token, context: StringContext): StringLiteral {
  const span = context.span(token.start, token.end);
  if (token.kind === "raw string") {
    return { kind: "string", raw: true, parts: [token.text.slice(2, -1)], span };
  }
  return { kind: "string", raw: false, parts: partsOf(token, context), span };
}

/** FreeMarker asks for interpolations before it decodes the escapes, and reads them after that. */
function partsOf({ text, at }: Token, context: StringContext): StringLiteral["parts"] {
  const inner = { input: context.input, start: at + 1, limit: at + text.length - 1 };
  const decoded = text.includes("\\") ? decode(inner) : inner;
  const length = decoded.limit - decoded.start;
  if (length > LONGEST_WITHOUT_INTERPOLATION && /[$#]\{/.test(text)) return partsBetween(decoded, context);
  return length === 0 ? [] : [decoded.input.text.slice(decoded.start, decoded.limit)];
}

/** A part of what a lexer reads. */
interface Stretch {
  readonly input: LexerInput;
  readonly start: number;
  readonly limit: number;
}

/** A stretch with its escapes decoded, and where each character of the result comes from. */
function decode({ input: { text, places }, start, limit }: Stretch): Stretch {
  const decoded: string[] = [];
  const origins: number[] = [];
  let at = start;
  while (at < limit) {
    origins.push(places?.[at] ?? at);
    const escape = text[at] === "\\" ? decodeEscape(text, at) : undefined;
    decoded.push(escape?.meaning ?? text[at] ?? "");
    at += escape?.length ?? 1;
  }
  origins.push(places?.[at] ?? at);
  return { input: { text: decoded.join(""), places: origins }, start: 0, limit: decoded.length };
}

function partsBetween({ input, start, limit }: Stretch, context: StringContext): StringLiteral["parts"] {
  const { text } = input;
  const parts: (string | Interpolation)[] = [];
  const opening = /[$#]\{/g;
  let at = start;
  while (at < limit) {
    opening.lastIndex = at;
    const next = opening.test(text) && opening.lastIndex <= limit ? opening.lastIndex - 2 : limit;
    if (at < next) parts.push(text.slice(at, next));
    if (next === limit) break;
    const { element, end } = context.interpolationAt(input, next, limit);
    parts.push(element);
    at = end;
  }
  return parts;
}
