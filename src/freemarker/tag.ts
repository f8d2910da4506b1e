import { nearestWord } from "./nearest-word.js";
import type { Scope } from "./scope.js";
import { ParseFailure } from "./template-error.js";
import {
  CAMEL_CASE_DIRECTIVES,
  CLOSABLE_DIRECTIVES,
  DIRECTIVE_ADVICE,
  DIRECTIVES,
  DIRECTIVES_WITH_EXPRESSION,
  DIRECTIVES_WITH_OPTIONAL_EXPRESSION,
  EMPTY_DIRECTIVES,
} from "./vocabulary.js";

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

const CAMEL_CASE_WHEN_LOWER = new Set(CAMEL_CASE_DIRECTIVES.values());

/**
 * Reads the start of the tag at a place that starts with `<#`, `</#`, `<@` or `</@` (or the same with `[`).
 *
 * @returns undefined when there is no tag, so that the place is text
 * @throws ParseFailure when the directive is unknown or its tag is malformed
 */
export function readTag(source: string, start: number, close: ">" | "]", scope: Scope): Tag | undefined {
  const isEnd = source[start + 1] === "/";
  const mark = start + (isEnd ? 2 : 1);
  if (source[mark] === "@") return isEnd ? callEnd(source, start, close) : callStart(source, start);
  const word = wordAt(source, mark + 1);
  if (word === "") return undefined;
  const name = CAMEL_CASE_DIRECTIVES.get(word) ?? word;
  const after = mark + 1 + word.length;
  if (!DIRECTIVES.has(name)) throw unknown(word, start, after);
  const tag = isEnd ? endTag(source, start, after, name, close) : startTag(source, start, after, name, close);
  if (tag === undefined) throw malformed(name, start, after);
  scope.checkNaming(word, mark + 1, CAMEL_CASE_WHEN_LOWER.has(name));
  return tag;
}

function startTag(
  source: string,
  start: number,
  after: number,
  name: string,
  close: string,
): Tag | undefined {
  const space = /[ \t\r\n]/.test(source[after] ?? "");
  if (name === "ftl") {
    const end = space ? undefined : closingAfter(source, after, close, true);
    return space ? { kind: "start", name, start, end: after, open: true } : closed("start", name, start, end);
  }
  if (DIRECTIVES_WITH_EXPRESSION.has(name))
    return space ? { kind: "start", name, start, end: after, open: true } : undefined;
  const end = closingAfter(
    source,
    after,
    close,
    EMPTY_DIRECTIVES.has(name) || DIRECTIVES_WITH_OPTIONAL_EXPRESSION.has(name),
  );
  if (end === undefined && DIRECTIVES_WITH_OPTIONAL_EXPRESSION.has(name) && space) {
    return { kind: "start", name, start, end: after, open: true };
  }
  return closed("start", name, start, end);
}

function endTag(source: string, start: number, after: number, name: string, close: string): Tag | undefined {
  if (!CLOSABLE_DIRECTIVES.has(name)) return undefined;
  return closed("end", name, start, closingAfter(source, after, close, false));
}

function closed(
  kind: "start" | "end",
  name: string,
  start: number,
  end: number | undefined,
): Tag | undefined {
  return end === undefined ? undefined : { kind, name, start, end, open: false };
}

/** Where the tag ends when nothing but white space stands before its closing mark. */
function closingAfter(source: string, at: number, close: string, mayBeEmptyTag: boolean): number | undefined {
  let end = at;
  while (/[ \t\r\n]/.test(source[end] ?? "")) end += 1;
  if (mayBeEmptyTag && source[end] === "/") end += 1;
  return source[end] === close ? end + 1 : undefined;
}

function callStart(source: string, start: number): Tag {
  return { kind: "call", name: "", start, end: start + 2, open: source.length > start };
}

function callEnd(source: string, start: number, close: string): Tag | undefined {
  const pattern =
    close === ">" ? /<\/@([\p{L}\p{N}_$@.:\\-]*)[ \t\r\n]*>/uy : /\[\/@([\p{L}\p{N}_$@.:\\-]*)[ \t\r\n]*\]/uy;
  pattern.lastIndex = start;
  const match = pattern.exec(source);
  if (match === null) return undefined;
  return { kind: "call end", name: match[1] ?? "", start, end: pattern.lastIndex, open: false };
}

function wordAt(source: string, at: number): string {
  const pattern = /[A-Za-z_]*/y;
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0] ?? "";
}

function unknown(word: string, start: number, end: number): ParseFailure {
  const advice = DIRECTIVE_ADVICE.get(word);
  const hint = advice === undefined ? nearestWord(word, DIRECTIVES) : `FreeMarker has ${advice}.`;
  return new ParseFailure("unknown-directive", `There is no directive "#${word}".`, start, end, hint);
}

function malformed(name: string, start: number, end: number): ParseFailure {
  const hint = DIRECTIVES_WITH_EXPRESSION.has(name)
    ? `White space and an expression must follow: <#${name} ...>.`
    : `Write <#${name}> with nothing behind the name.`;
  return new ParseFailure(
    "malformed-directive",
    `The tag of the directive "#${name}" is malformed.`,
    start,
    end,
    hint,
  );
}
