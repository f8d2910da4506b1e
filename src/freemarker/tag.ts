import { DIRECTIVE_NAMES, type DirectiveName } from "./directive-names.js";
import type { Scope } from "./scope.js";
import { afterBrokenTag } from "./recovery.js";
import { isWordForEnd, malformedTag, standInFor, unknownDirective } from "./tag-mistake.js";
import type { ParseFailure } from "./template-error.js";

/** The start of a tag, up to where its expressions begin. */
export interface Tag {
  readonly kind: "start" | "end" | "call" | "call end";
  /** The directive in snake_case; for the end of a call the name that is closed, "" when it names none. */
  readonly name: string;
  readonly start: number;
  /** Where expressions begin; for a tag without any, right after the whole tag. */
  readonly end: number;
  /** Whether the tag goes on with expressions. */
  readonly open: boolean;
  /** What is wrong with the tag, and its directive as it is written; left out when it could be read. */
  readonly broken?: { readonly failure: ParseFailure; readonly word: string };
}

export type TagSyntax = "angle" | "square";

const DIVIDING = new Set(["else", "elseif", "case", "on", "default", "recover"]);

/** Whether a tag divides what is open around it. */
export function isDividing({ kind, name }: Tag): boolean {
  return kind === "start" && DIVIDING.has(name);
}

const SQUARE_HEADER = /^\s*\[#ftl[\s\]]/;
const NAME = String.raw`(?:[\p{L}_$@]|\\[-.:#])(?:[\p{L}\p{N}_$@]|\\[-.:#])*`;
const CALL_END_NAME = String.raw`((?:${NAME}(?:\.${NAME})*)?)[ \t\r\n]*[>\]]`;
/** The start of a call decides whatever follows; its end does in angle brackets only. */
const FIRST_TAG = new RegExp(String.raw`[<[]\/?#[A-Za-z_]|[<[]@|<\/@${CALL_END_NAME}|[<[]#--`, "u");

/** The syntax of the tags of a template: its header decides, or what is wanted, or its first tag. */
export function tagSyntaxOf(source: string, wanted: TagSyntax | "detect"): TagSyntax {
  if (SQUARE_HEADER.test(source)) return "square";
  if (wanted !== "detect") return wanted;
  return FIRST_TAG.exec(source)?.[0].startsWith("[") === true ? "square" : "angle";
}

/**
 * Reads the start of the tag at a place that starts with `<#`, `</#`, `<@` or `</@` (or the same with `[`).
 *
 * @returns undefined when there is no tag, so that the place is text
 * @throws ParseFailure when the tag closes a directive that has no end tag, or its spelling does not fit the template
 */
export function readTag(source: string, start: number, close: ">" | "]", scope: Scope): Tag | undefined {
  const isEnd = source[start + 1] === "/";
  const mark = start + (isEnd ? 2 : 1);
  if (source[mark] === "@") return isEnd ? callEnd(source, start) : callStart(start);
  const after = endOfWord(source, mark + 1);
  if (after === mark + 1) return undefined;
  const word = source.slice(mark + 1, after);
  const directive = DIRECTIVE_NAMES.get(word);
  if (directive === undefined) {
    const end = afterBrokenTag(source, start, after, close);
    const kind = isEnd || isWordForEnd(word) ? "end" : "start";
    const failure = unknownDirective(word, start, after);
    return { kind, name: standInFor(word), start, end, open: false, broken: { failure, word } };
  }
  const tag = isEnd
    ? endTag(source, start, after, directive, close)
    : startTag(source, start, after, directive, close);
  if (tag === undefined) {
    const end = afterBrokenTag(source, start, after, close);
    const failure = malformedTag(directive, isEnd, source, start, after);
    if (isEnd && !directive.hasEndTag) throw failure;
    const isElseIf = directive.name === "else" && /\s+if\b/y.test(source.slice(after, after + 20));
    const name = isElseIf ? "elseif" : directive.name;
    return { kind: isEnd ? "end" : "start", name, start, end, open: false, broken: { failure, word } };
  }
  scope.checkNaming(word, mark + 1, directive.decidesSnake);
  return tag;
}

const ITEMS_AS = /[ \t\r\n]+as[ \t\r\n]/y;

function startTag(
  source: string,
  start: number,
  after: number,
  { name, expressions, mayBeEmptyTag }: DirectiveName,
  close: string,
): Tag | undefined {
  if (name === "ftl") return headerTag(source, start, after);
  const isFollowed = isSpace(source.charCodeAt(after));
  if (expressions !== "always") {
    const end = closingAfter(source, after, close, mayBeEmptyTag);
    if (end !== undefined) return { kind: "start", name, start, end, open: false };
    if (expressions === "never") return undefined;
  }
  if (name === "items") {
    ITEMS_AS.lastIndex = after;
    if (!ITEMS_AS.test(source)) return undefined;
  }
  return isFollowed ? { kind: "start", name, start, end: after, open: true } : undefined;
}

/** The header takes either closing mark when nothing follows its name. */
function headerTag(source: string, start: number, after: number): Tag | undefined {
  if (isSpace(source.charCodeAt(after))) return { kind: "start", name: "ftl", start, end: after, open: true };
  const end = source[after] === "/" ? after + 1 : after;
  return source[end] === ">" || source[end] === "]"
    ? { kind: "start", name: "ftl", start, end: end + 1, open: false }
    : undefined;
}

function endTag(
  source: string,
  start: number,
  after: number,
  { name, hasEndTag }: DirectiveName,
  close: string,
): Tag | undefined {
  const end = hasEndTag ? closingAfter(source, after, close, false) : undefined;
  return end === undefined ? undefined : { kind: "end", name, start, end, open: false };
}

/** Where the tag ends when nothing but white space stands before its closing mark. */
function closingAfter(source: string, at: number, close: string, mayBeEmptyTag: boolean): number | undefined {
  let end = at;
  while (isSpace(source.charCodeAt(end))) end += 1;
  if (mayBeEmptyTag && source[end] === "/") end += 1;
  return source[end] === close ? end + 1 : undefined;
}

function callStart(start: number): Tag {
  return { kind: "call", name: "", start, end: start + 2, open: true };
}

const CALL_END = new RegExp(String.raw`[<[]\/@${CALL_END_NAME}`, "uy");

/** FreeMarker takes either closing mark here. */
function callEnd(source: string, start: number): Tag | undefined {
  CALL_END.lastIndex = start;
  const match = CALL_END.exec(source);
  if (match === null) return undefined;
  return { kind: "call end", name: match[1] ?? "", start, end: CALL_END.lastIndex, open: false };
}

/** Where the ASCII letters and underscores from a place on end. */
function endOfWord(source: string, from: number): number {
  let at = from;
  for (;;) {
    const code = source.charCodeAt(at);
    // Setting the bit of 32 turns capitals into small letters.
    const small = code | 32;
    if (!(small >= 97 && small <= 122) && code !== 95) return at;
    at += 1;
  }
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}
