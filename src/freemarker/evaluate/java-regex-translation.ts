import { Failure, notSimulated } from "./failure.js";
import type { RegexFlags } from "./java-regex.js";
import { CLASSES, classText, literalText, propertyText } from "./java-regex-classes.js";

const LINE_BREAKS = "\\n\\r\\u0085\\u2028\\u2029";
const AT_END = "(?![^])";
const AT_START = "(?<![^])";
const WORD = "[\\p{L}\\p{Nd}_]";
const BOUNDARY = `(?:(?<=${WORD})(?!${WORD})|(?<!${WORD})(?=${WORD}))`;
const NO_BOUNDARY = `(?:(?<=${WORD})(?=${WORD})|(?<!${WORD})(?!${WORD}))`;
const BEFORE_LAST_BREAK = `(?=\\r\\n${AT_END}|(?:(?<!\\r)\\n|[\\r\\u0085\\u2028\\u2029])?${AT_END})`;
const LINE_START = `(?=[^])(?:${AT_START}|(?<=[\\n\\u0085\\u2028\\u2029])|(?<=\\r)(?!\\n))`;
const LINE_END = `(?=[\\r\\u0085\\u2028\\u2029]|(?<!\\r)\\n|${AT_END})`;

/** The source of a JavaScript regular expression that does what one of Java does. */
export function translated(pattern: string, flags: RegexFlags): string {
  return new Translator(pattern, flags).whole();
}

class Translator {
  private at = 0;
  private readonly pieces: string[] = [];
  private open = 0;
  private ignoresCase: boolean;
  private multiline: boolean;
  private dotAll: boolean;
  private comments: boolean;

  constructor(
    private readonly pattern: string,
    flags: RegexFlags,
  ) {
    ({
      ignoresCase: this.ignoresCase,
      multiline: this.multiline,
      dotAll: this.dotAll,
      comments: this.comments,
    } = flags);
  }

  whole(): string {
    this.leadingFlags();
    while (this.at < this.pattern.length) this.piece();
    if (this.open > 0) throw this.malformed("a group is not closed");
    return this.pieces.join("");
  }

  /** `(?i)` and its like are understood at the start only, where they count for everything. */
  private leadingFlags(): void {
    const flags = /^\(\?([a-zA-Z]+)\)/.exec(this.pattern);
    if (flags === null) return;
    for (const letter of flags[1] ?? "") {
      if (letter === "i") this.ignoresCase = true;
      else if (letter === "m") this.multiline = true;
      else if (letter === "s") this.dotAll = true;
      else if (letter === "x") this.comments = true;
      else throw notSimulated(`the flag (?${letter}) in a regular expression`);
    }
    this.at = flags[0].length;
  }

  private piece(): void {
    const character = this.pattern.charAt(this.at);
    if (this.comments && this.skipComment(character)) return;
    switch (character) {
      case "\\":
        this.escape();
        return;
      case "[":
        this.characterClass();
        return;
      case "(":
        this.group();
        return;
      case ")":
        this.open -= 1;
        if (this.open < 0) throw this.malformed("a bracket closes nothing");
        this.take(")");
        return;
      case ".":
        this.take(this.dotAll ? "[^]" : `[^${LINE_BREAKS}]`);
        return;
      case "^":
        this.take(this.multiline ? LINE_START : AT_START);
        return;
      case "$":
        this.take(this.multiline ? LINE_END : BEFORE_LAST_BREAK);
        return;
      case "|":
        this.take("|");
        return;
      case "*":
      case "+":
      case "?":
      case "{":
        this.quantifier();
        return;
      default:
        this.literal();
    }
  }

  private take(piece: string): void {
    this.at += 1;
    this.pieces.push(piece);
  }

  private literal(): void {
    const character = String.fromCodePoint(this.pattern.codePointAt(this.at) ?? 0);
    this.at += character.length;
    this.pieces.push(literalText(character, this.ignoresCase));
  }

  private skipComment(character: string): boolean {
    if (character === "#") {
      const end = this.pattern.slice(this.at).search(/[\n\r\u0085\u2028\u2029]/);
      this.at = end < 0 ? this.pattern.length : this.at + end;
      return true;
    }
    if (!/^[ \t\n\v\f\r]$/.test(character)) return false;
    this.at += 1;
    return true;
  }

  private quantifier(): void {
    const found = /^(?:[*+?]|\{\d+(?:,\d*)?\})([?+]?)/.exec(this.pattern.slice(this.at));
    if (found === null) throw this.malformed("a repetition is malformed");
    if (found[1] === "+") throw notSimulated("a possessive repetition in a regular expression");
    if (this.pieces.length === 0 || /^(?:\||\((?:\?[:=!]|\?<[=!])?)$/.test(this.pieces.at(-1) ?? ""))
      throw this.malformed("a repetition has nothing to repeat");
    this.at += found[0].length;
    this.pieces.push(found[0]);
  }

  private group(): void {
    const found = /^\((?:\?(?:[:=!]|<[=!]|<[a-zA-Z][a-zA-Z0-9]*>))?/.exec(this.pattern.slice(this.at));
    const head = found?.[0] ?? "(";
    if (head === "(" && this.pattern.charAt(this.at + 1) === "?")
      throw notSimulated("this kind of group in a regular expression");
    this.open += 1;
    this.at += head.length;
    this.pieces.push(head);
  }

  private escape(): void {
    const letter = this.pattern.charAt(this.at + 1);
    const anchor = ANCHORS.get(letter);
    if (anchor !== undefined) {
      this.at += 2;
      this.pieces.push(anchor);
    } else if (letter === "Q") this.quoted();
    else if (/^[1-9]$/.test(letter)) this.reference(/^\\[1-9]/);
    else if (letter === "k") this.reference(/^\\k<[a-zA-Z][a-zA-Z0-9]*>/);
    else {
      const { text, isClass, end } = this.escapedCharacter();
      this.at = end;
      this.pieces.push(isClass ? text : literalText(text, this.ignoresCase));
    }
  }

  private reference(form: RegExp): void {
    const found = form.exec(this.pattern.slice(this.at))?.[0];
    if (found === undefined) throw this.malformed("a reference is malformed");
    if (this.ignoresCase) throw notSimulated("a reference to a group without regard to case");
    this.at += found.length;
    this.pieces.push(`(?:${found})`);
  }

  private quoted(): void {
    const end = this.pattern.indexOf("\\E", this.at + 2);
    const text = this.pattern.slice(this.at + 2, end < 0 ? undefined : end);
    for (const character of text) this.pieces.push(literalText(character, this.ignoresCase));
    this.at = end < 0 ? this.pattern.length : end + 2;
  }

  /** What a backslash and what is behind it stand for: one character, or a class of them. */
  private escapedCharacter(): { readonly text: string; readonly isClass: boolean; readonly end: number } {
    const rest = this.pattern.slice(this.at + 1);
    const letter = rest.charAt(0);
    const known = CLASSES.get(letter);
    if (known !== undefined) return { text: known, isClass: true, end: this.at + 2 };
    if (letter === "p" || letter === "P") {
      const found = /^[pP](?:\{(\^?[A-Za-z_=]+)\}|([A-Z]))/.exec(rest);
      if (found === null) throw this.malformed("a property is malformed");
      const text = propertyText(found[1] ?? found[2] ?? "", letter === "P");
      return { text, isClass: true, end: this.at + 1 + found[0].length };
    }
    const code = /^(?:x([\da-fA-F]{2})|x\{([\da-fA-F]{1,6})\}|u([\da-fA-F]{4}))/.exec(rest);
    if (code !== null) {
      const text = String.fromCodePoint(Number.parseInt(code[1] ?? code[2] ?? code[3] ?? "0", 16));
      return { text, isClass: false, end: this.at + 1 + code[0].length };
    }
    const octal = /^0([0-3]?[0-7]{1,2})/.exec(rest);
    if (octal !== null) {
      const text = String.fromCharCode(Number.parseInt(octal[1] ?? "0", 8));
      return { text, isClass: false, end: this.at + 1 + octal[0].length };
    }
    const control = CONTROLS.get(letter);
    if (control !== undefined) return { text: control, isClass: false, end: this.at + 2 };
    if (letter === "" || /^[a-zA-Z0-9]$/.test(letter)) throw this.malformed(`\\${letter} has no meaning`);
    const text = String.fromCodePoint(rest.codePointAt(0) ?? 0);
    return { text, isClass: false, end: this.at + 1 + text.length };
  }

  private characterClass(): void {
    this.at += 1;
    this.pieces.push(this.classBody());
  }

  /** Behind `[`, up to and including its `]`. */
  private classBody(): string {
    const isNegated = this.pattern.charAt(this.at) === "^";
    if (isNegated) this.at += 1;
    const intersections: string[] = [];
    let members: string[] = [];
    for (let isFirst = true; ; isFirst = false) {
      const character = this.pattern.charAt(this.at);
      if (character === "") throw this.malformed("a character class is not closed");
      if (character === "]") {
        if (isFirst) throw this.malformed("a character class is empty");
        this.at += 1;
        break;
      }
      if (this.pattern.startsWith("&&", this.at)) {
        this.at += 2;
        intersections.push(`[${members.join("")}]`);
        members = [];
      } else if (character === "[") {
        this.at += 1;
        members.push(this.classBody());
      } else if (this.comments && this.skipComment(character)) continue;
      else members.push(this.classMember());
    }
    const last = `[${members.join("")}]`;
    if (intersections.length === 0) return isNegated ? `[^${members.join("")}]` : last;
    const both = [...intersections, last].join("&&");
    return `[${isNegated ? "^" : ""}${both}]`;
  }

  private classMember(): string {
    const first = this.classCharacter();
    if (first.isClass) return first.text;
    const isRange =
      this.pattern.charAt(this.at) === "-" && !/^-(?:\]|\[|&&)/.test(this.pattern.slice(this.at));
    if (!isRange) return classText(first.text, first.text, this.ignoresCase);
    this.at += 1;
    const last = this.classCharacter();
    if (last.isClass || last.text < first.text) throw this.malformed("a range of characters is malformed");
    return classText(first.text, last.text, this.ignoresCase);
  }

  private classCharacter(): { readonly text: string; readonly isClass: boolean } {
    if (this.pattern.charAt(this.at) === "\\") {
      if (this.pattern.charAt(this.at + 1) === "Q") throw notSimulated("\\Q in a character class");
      const { text, isClass, end } = this.escapedCharacter();
      this.at = end;
      return { text, isClass };
    }
    const text = String.fromCodePoint(this.pattern.codePointAt(this.at) ?? 0);
    this.at += text.length;
    return { text, isClass: false };
  }

  private malformed(problem: string): Failure {
    const message = `The regular expression ${JSON.stringify(this.pattern)} is malformed: ${problem}.`;
    return new Failure("invalid-value", message, undefined);
  }
}

const ANCHORS: ReadonlyMap<string, string> = new Map([
  ["b", BOUNDARY],
  ["B", NO_BOUNDARY],
  ["A", AT_START],
  ["z", AT_END],
  ["Z", BEFORE_LAST_BREAK],
  ["R", `(?:\\r\\n|[\\n-\\r\\u0085\\u2028\\u2029])`],
]);

const CONTROLS: ReadonlyMap<string, string> = new Map([
  ["t", "\t"],
  ["n", "\n"],
  ["r", "\r"],
  ["f", "\f"],
  ["a", "\u0007"],
  ["e", "\u001b"],
]);
