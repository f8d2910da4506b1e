import { positionAt } from "../check/parse.js";
import { serialize } from "../targets/serialize.js";
import type { JsonValue } from "../model/json.js";

/** How the text of a file relates to the text that TOPdesk writes for its value. */
export type Layout =
  /** The same bytes. */
  | { readonly kind: "same" }
  /** The same but for white space, a byte order mark, or how letters are escaped. */
  | { readonly kind: "other" }
  /** It says something that its value does not hold: a key twice, keys that are numbers, a number of too many digits. */
  | {
      readonly kind: "lost";
      readonly what: string;
      readonly line: number;
      readonly column: number;
    };

/** Compares the text of a file with its value, token by token, so that nothing that stands in it goes unnoticed. */
export function layoutOf(text: string, value: JsonValue): Layout {
  const written = serialize(value);
  if (text === written) return { kind: "same" };
  const [given, kept] = [new Tokens(text), new Tokens(written)];
  for (;;) {
    const [left, right] = [given.next(), kept.next()];
    if (left === undefined && right === undefined) return { kind: "other" };
    if (left === undefined || right === undefined || !isSameToken(left, right)) {
      return { kind: "lost", what: left ?? "the end", ...positionAt(text, given.start) };
    }
  }
}

const TOKEN = /[\s\ufeff]*("[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:,]|[^\s"{}[\]:,]+)/y;

class Tokens {
  /** Where the last token starts. */
  start = 0;
  private readonly pattern = new RegExp(TOKEN);

  constructor(private readonly text: string) {}

  next(): string | undefined {
    const token = this.pattern.exec(this.text)?.[1];
    this.start = token === undefined ? this.text.length : this.pattern.lastIndex - token.length;
    return token;
  }
}

function isSameToken(left: string, right: string): boolean {
  if (left === right) return true;
  if (left.startsWith('"') && right.startsWith('"')) return JSON.parse(left) === JSON.parse(right);
  return /^-?\d/.test(left) && /^-?\d/.test(right) && isSameNumber(left, right);
}

/** `1.0` is `1`; of a number with more digits than a double holds, some were lost. */
function isSameNumber(left: string, right: string): boolean {
  const digits = left
    .replace(/[eE].*$/, "")
    .replace(/\D/g, "")
    .replace(/^0+/, "");
  return digits.length <= 15 && Number(left) === Number(right);
}
