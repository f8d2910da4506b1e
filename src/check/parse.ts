import { parse, type ParseError } from "jsonc-parser";
import { parseJson, type JsonValue } from "../model/json.js";
import { serialize } from "../targets/serialize.js";
import type { Diagnostic } from "./diagnostic.js";

/** How deep a file may be nested. Real actions stay below 20. */
export const DEEPEST_NESTING = 200;

export type ParsedFile =
  | {
      readonly kind: "parsed";
      readonly text: string;
      readonly value: JsonValue;
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly kind: "unusable"; readonly diagnostic: Diagnostic };

/**
 * Parses the bytes of a JSON file. A byte order mark is skipped.
 *
 * @param file the name for messages
 */
export function parseFile(bytes: Uint8Array, file: string): ParsedFile {
  const text = decoded(bytes);
  if (text === undefined) {
    return unusable({
      code: "TA111",
      message: "The file is not UTF-8.",
      hint: "Save it as UTF-8, or export it from TOPdesk again.",
      file,
    });
  }
  const depth = nesting(text);
  if (depth > DEEPEST_NESTING) {
    return unusable({
      code: "TA112",
      message: `The file is nested ${depth} levels deep; at most ${DEEPEST_NESTING} are read.`,
      hint: "No export of TOPdesk is nested like this: check where the file came from.",
      file,
    });
  }
  try {
    const value = parseJson(text);
    return { kind: "parsed", text, value, diagnostics: byteDiagnostics(bytes, value, file) };
  } catch (error) {
    return unusable({ code: "TA110", ...notJson(text, error), file });
  }
}

function unusable(diagnostic: Omit<Diagnostic, "severity">): ParsedFile {
  return { kind: "unusable", diagnostic: { severity: "error", ...diagnostic } };
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The deepest nesting of brackets outside of strings, also when the text is no JSON. */
export function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at);
    else if (character === "{" || character === "[") deepest = Math.max(deepest, (depth += 1));
    else if (character === "}" || character === "]") depth -= 1;
  }
  return deepest;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}

function notJson(text: string, error: unknown): Pick<Diagnostic, "message" | "hint" | "line" | "column"> {
  if (text.trim() === "")
    return { message: "The file is empty.", hint: "Export the action from TOPdesk again." };
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true });
  const offset = errors[0]?.offset ?? text.length;
  const words = error instanceof Error ? error.message : "it cannot be parsed";
  const reason = plain(words);
  const end = text.trimEnd().length;
  const cutOff =
    offset >= end ||
    Number(/at position (\d+)/.exec(words)?.[1]) >= end ||
    /^Unterminated string|^Unexpected end/.test(words);
  return {
    message: cutOff ? "The file ends in the middle: it was cut off." : `The file is not JSON: ${reason}.`,
    hint: cutOff ? "Copy or export it again." : "Correct it at this place, or export it from TOPdesk again.",
    ...positionAt(text, offset),
  };
}

/** The engine's reason without its own way to name the place, and without the text around it. */
function plain(reason: string): string {
  return reason.replace(/ (?:in JSON )?at position \d+[^]*$/, "").replace(/, (?:\.\.\.)?"[^]*$/, "");
}

/** The line and column of an offset, counted from 1. */
export function positionAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  const lines = before.split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

function byteDiagnostics(bytes: Uint8Array, value: JsonValue, file: string): readonly Diagnostic[] {
  if (Buffer.from(bytes).equals(Buffer.from(serialize(value), "utf8"))) return [];
  return [
    {
      code: "TA115",
      severity: "warning",
      message: "The file is not byte for byte what TOPdesk writes.",
      hint: "TOPdesk indents by four spaces, ends lines in LF, ends without a line break, and repeats no key: someone edited or reformatted it.",
      file,
    },
  ];
}
