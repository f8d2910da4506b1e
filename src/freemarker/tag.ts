import { DIRECTIVE_NAMES, type DirectiveName } from "./directive-names.js";
import { nearestWord } from "./nearest-word.js";
import type { Scope } from "./scope.js";
import { ParseFailure } from "./template-error.js";
import { DIRECTIVE_ADVICE, DIRECTIVES } from "./vocabulary.js";

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
}

export type TagSyntax = "angle" | "square";

const DIVIDING = new Set(["else", "elseif", "case", "on", "default", "recover"]);

/** Whether a tag divides what is open around it. */
export function isDividing({ kind, name }: Tag): boolean {
  return kind === "start" && DIVIDING.has(name);
}

const SQUARE_HEADER = /^\s*\[#ftl[\s\]]/;
const FIRST_TAG = /[<[]\/?[#@][A-Za-z_]|[<[]#--/;

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
 * @throws ParseFailure when the directive is unknown or its tag is malformed
 */
export function readTag(source: string, start: number, close: ">" | "]", scope: Scope): Tag | undefined {
  const isEnd = source[start + 1] === "/";
  const mark = start + (isEnd ? 2 : 1);
  if (source[mark] === "@") return isEnd ? callEnd(source, start) : callStart(start);
  const after = endOfWord(source, mark + 1);
  if (after === mark + 1) return undefined;
  const word = source.slice(mark + 1, after);
  const directive = DIRECTIVE_NAMES.get(word);
  if (directive === undefined) throw unknown(word, start, after);
  const tag = isEnd
    ? endTag(source, start, after, directive, close)
    : startTag(source, start, after, directive, close);
  if (tag === undefined) throw malformed(directive, isEnd, start, after);
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

const CALL_END =
  /[<[]\/@((?:[\p{L}_$@]|\\[-.:#])(?:[\p{L}\p{N}_$@]|\\[-.:#])*(?:\.(?:[\p{L}_$@]|\\[-.:#])(?:[\p{L}\p{N}_$@]|\\[-.:#])*)*)?[ \t\r\n]*[>\]]/uy;

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

function unknown(word: string, start: number, end: number): ParseFailure {
  const advice = DIRECTIVE_ADVICE.get(word);
  const hint = advice === undefined ? nearestWord(word, DIRECTIVES) : `FreeMarker has ${advice}.`;
  return new ParseFailure("unknown-directive", `There is no directive "#${word}".`, start, end, hint);
}

function malformed(directive: DirectiveName, isEnd: boolean, start: number, end: number): ParseFailure {
  const message = `The tag of the directive "#${directive.name}" is malformed.`;
  return new ParseFailure("malformed-directive", message, start, end, adviceOn(directive, isEnd));
}

function adviceOn({ name, expressions, hasEndTag }: DirectiveName, isEnd: boolean): string {
  if (isEnd) return hasEndTag ? `Write </#${name}>.` : `There is no #${name} here to close.`;
  if (name === "items") return "Write <#items as x>.";
  return expressions === "always"
    ? `White space and an expression must follow: <#${name} ...>.`
    : `Write <#${name}> with nothing behind the name.`;
}
