import { parseDecimal } from "../decimal.js";
import { numericOf } from "./numeric.js";
import { booleanValue, listValue, mapValue, numberValue, textValue, type Value } from "./value.js";

export type ParsedJson =
  { readonly ok: true; readonly value: Value | undefined } | { readonly ok: false; readonly message: string };

/** Reads JSON as `?eval_json` does: with comments, and numbers in all their digits. */
export function parseJsonText(text: string): ParsedJson {
  try {
    return { ok: true, value: new JsonReader(text).whole() };
  } catch (error) {
    if (!(error instanceof JsonMistake)) throw error;
    return { ok: false, message: error.message };
  }
}

class JsonMistake extends Error {}

const DEEPEST = 500;
const SPACE = /(?:[ \t\r\n\u00a0\ufeff]|\/\/[^\r\n]*|\/\*[^]*?\*\/)*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[\p{L}_$][\p{L}\d_$]*/uy;
// eslint-disable-next-line no-control-regex -- JSON does not allow them
const PLAIN_TEXT = /[^"\\\0-\x1f]*/y;

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

class JsonReader {
  private at = 0;

  constructor(private readonly text: string) {}

  whole(): Value | undefined {
    this.match(SPACE);
    const value = this.value(0);
    this.match(SPACE);
    if (this.at < this.text.length) throw this.mistake("there is more behind its end");
    return value;
  }

  private value(depth: number): Value | undefined {
    if (depth > DEEPEST) throw this.mistake("it is nested too deeply");
    const first = this.text[this.at];
    if (first === '"') return textValue(this.string());
    if (first === "{") return this.object(depth);
    if (first === "[") return this.list(depth);
    const number = this.match(NUMBER);
    if (number !== "") return this.number(number);
    const word = this.match(WORD);
    if (word === "true" || word === "false") return booleanValue(word === "true");
    if (word === "null") return undefined;
    throw this.mistake("a value is expected");
  }

  private number(digits: string): Value {
    const next = this.text[this.at] ?? "";
    if (/[\d.eE]/.test(next)) throw this.mistake("the number is malformed");
    const decimal = parseDecimal(digits);
    if (decimal === undefined) throw this.mistake("the number is malformed");
    return numberValue(numericOf(decimal));
  }

  private string(): string {
    let text = "";
    this.at += 1;
    for (;;) {
      text += this.match(PLAIN_TEXT);
      const next = this.text[this.at];
      if (next === '"') break;
      if (next !== "\\") throw this.mistake("a text is not closed, or has control characters in it");
      text += this.escape();
    }
    this.at += 1;
    return text;
  }

  private escape(): string {
    const letter = this.text[this.at + 1] ?? "";
    const meaning = ESCAPES.get(letter);
    if (meaning !== undefined) {
      this.at += 2;
      return meaning;
    }
    const digits = this.text.slice(this.at + 2, this.at + 6);
    if (letter !== "u" || !/^[\da-fA-F]{4}$/.test(digits)) throw this.mistake("an escape is malformed");
    this.at += 6;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  private list(depth: number): Value {
    const items: (Value | undefined)[] = [];
    this.members("]", () => items.push(this.value(depth + 1)));
    return listValue(items);
  }

  private object(depth: number): Value {
    const entries = new Map<string, Value | undefined>();
    this.members("}", () => {
      if (this.text[this.at] !== '"') throw this.mistake("a key in quotation marks is expected");
      const key = this.string();
      this.match(SPACE);
      this.take(":");
      this.match(SPACE);
      entries.set(key, this.value(depth + 1));
    });
    return mapValue(entries);
  }

  private members(close: string, read: () => void): void {
    this.at += 1;
    this.match(SPACE);
    if (this.text[this.at] === close) {
      this.at += 1;
      return;
    }
    for (;;) {
      this.match(SPACE);
      read();
      this.match(SPACE);
      if (this.text[this.at] === close) break;
      this.take(",");
    }
    this.at += 1;
  }

  private take(expected: string): void {
    if (this.text[this.at] !== expected) throw this.mistake(`"${expected}" is expected`);
    this.at += 1;
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? "";
    this.at += found.length;
    return found;
  }

  private mistake(what: string): JsonMistake {
    return new JsonMistake(`${what} at character ${this.at + 1}.`);
  }
}
