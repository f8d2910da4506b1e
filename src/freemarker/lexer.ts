import {
  BACKSLASH,
  CURLY_CLOSE,
  DOLLAR,
  DOUBLE_QUOTE,
  GREATER,
  HASH,
  LAST_ASCII,
  LESS,
  LETTER_R,
  SINGLE_QUOTE,
  SLASH,
  SQUARE_CLOSE,
  SQUARE_OPEN,
  isDigit,
  isNameStart,
  isSpace,
} from "./characters.js";
import { meaninglessCharacter, meaninglessEscape } from "./lexical-mistake.js";
import { matchOperator } from "./operator.js";
import type { LineMap } from "./positions.js";
import { wrongEscape } from "./string-escape.js";
import { ParseFailure, type TemplateErrorCode } from "./template-error.js";
import type { Enclosure, LexerInput, LexerState, Token, TokenKind } from "./token.js";

const NAME = /(?:[\p{L}_$@]|\\[-.:#])(?:[\p{L}\p{N}_$@]|\\[-.:#])*/uy;
const NUMBER = /0[xX][0-9a-fA-F]+|[0-9]+(?:\.[0-9]+)?/y;
const DOUBLE_QUOTED = /"[^"\\]*(?:\\(?:[ntrfbgla\\'"{=]|x[0-9a-fA-F])[^"\\]*)*"/y;
const SINGLE_QUOTED = /'[^'\\]*(?:\\(?:[ntrfbgla\\'"{=]|x[0-9a-fA-F])[^'\\]*)*'/y;
const COMMENT_END = /--[>\]]/g;

const COMPARISON_WORDS: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["lte", "<="],
  ["gt", ">"],
  ["gte", ">="],
]);
const KEYWORDS = new Set(["true", "false", "in", "as", "using"]);

/** Reads the tokens of one expression or tag, one at a time, from a place in a text. */
export class Lexer {
  /** How many brackets of each kind are open. FreeMarker counts them apart, whatever encloses what. */
  private round = 0;
  private square = 0;
  private curly = 0;
  private isNamedValue = false;
  /** Whether `!` takes no fallback when white space follows, and cannot start an expression then. */
  private spaceEndsDefault = false;
  private readonly text: string;
  private readonly places: readonly number[] | undefined;

  constructor(
    input: LexerInput,
    private readonly lines: LineMap,
    private at: number,
    /** Where the lexer must stop, at most the end of the text. */
    private readonly limit: number,
    private readonly enclosure: Enclosure,
    /** Whether white space outside of round brackets is a token, as after `<@` up to the first of it. */
    private spaceCounts: boolean,
  ) {
    this.text = input.text;
    this.places = input.places;
  }

  /** What {@link rewind} needs to go back to this place. */
  get state(): LexerState {
    const { at, round, square, curly, spaceCounts, isNamedValue, spaceEndsDefault } = this;
    return { at, round, square, curly, spaceCounts, isNamedValue, spaceEndsDefault };
  }

  rewind({ at, round, square, curly, spaceCounts, isNamedValue, spaceEndsDefault }: LexerState): void {
    this.at = at;
    this.round = round;
    this.square = square;
    this.curly = curly;
    this.spaceCounts = spaceCounts;
    this.isNamedValue = isNamedValue;
    this.spaceEndsDefault = spaceEndsDefault;
  }

  /** Must be told before the value of a named argument of a call is read, since `!` is another token there. */
  startNamedValue(): void {
    this.isNamedValue = true;
    this.spaceEndsDefault = true;
  }

  /** Where a character of the text that is read stands in the template. */
  place(at: number): number {
    return this.places === undefined ? at : (this.places[at] ?? at);
  }

  next(): Token {
    const before = this.at;
    this.skipSpace();
    const start = this.at;
    if (this.spaceCounts && this.round === 0 && start > before) {
      this.spaceCounts = false;
      return this.token("space", " ", before, start);
    }
    if (start >= this.limit) return this.token("end of file", "", start, start);
    const code = this.text.charCodeAt(start);
    if (this.startsInterpolation(start, code)) throw this.interpolationInside(start);
    if (isNameStart(code))
      return code === LETTER_R ? (this.rawString(start) ?? this.name(start)) : this.name(start);
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return this.stringLiteral(start, code);
    if (isDigit(code)) return this.number(start);
    if (code > LAST_ASCII || code === BACKSLASH) return this.unusualName(start) ?? this.operator(start);
    return this.tagEnd(start, code) ?? this.operator(start);
  }

  private name(start: number): Token {
    const { text } = this;
    let end = start + 1;
    let code = text.charCodeAt(end);
    while (isNameStart(code) || isDigit(code)) code = text.charCodeAt((end += 1));
    if (code === BACKSLASH || code > LAST_ASCII) return this.unusualName(start) ?? this.operator(start);
    return this.word(start, end);
  }

  /** A name with letters beyond ASCII, or with backslashes. */
  private unusualName(start: number): Token | undefined {
    NAME.lastIndex = start;
    return NAME.test(this.text) ? this.word(start, NAME.lastIndex) : undefined;
  }

  private word(start: number, end: number): Token {
    const word = this.text.slice(start, end);
    const comparison = COMPARISON_WORDS.get(word);
    if (comparison !== undefined) return this.token("operator", comparison, start, end);
    return this.token(KEYWORDS.has(word) ? "keyword" : "name", word, start, end);
  }

  private number(start: number): Token {
    NUMBER.lastIndex = start;
    NUMBER.test(this.text);
    return this.token("number", this.text.slice(start, NUMBER.lastIndex), start, NUMBER.lastIndex);
  }

  private rawString(start: number): Token | undefined {
    const quote = this.text[start + 1];
    if (quote !== '"' && quote !== "'") return undefined;
    const end = this.text.indexOf(quote, start + 2) + 1;
    return end === 0 || end > this.limit
      ? undefined
      : this.token("raw string", this.text.slice(start, end), start, end);
  }

  private stringLiteral(start: number, quote: number): Token {
    const pattern = quote === DOUBLE_QUOTE ? DOUBLE_QUOTED : SINGLE_QUOTED;
    pattern.lastIndex = start;
    if (pattern.test(this.text) && pattern.lastIndex <= this.limit) {
      return this.token("string", this.text.slice(start, pattern.lastIndex), start, pattern.lastIndex);
    }
    throw this.brokenString(start, String.fromCharCode(quote));
  }

  private brokenString(start: number, quote: string): ParseFailure {
    const { text, limit } = this;
    const wrong = wrongEscape(text, start + 1, limit, quote);
    if (wrong === undefined) {
      const line = this.lines.line(this.place(start));
      const message = `The text that starts with ${quote} in line ${line} is not closed.`;
      return this.failure("lexical", message, limit, limit, `Close it with ${quote}.`);
    }
    const { message, hint } = meaninglessEscape(text[wrong.escape] ?? "");
    return this.failure("lexical", message, wrong.at, wrong.at + 1, hint);
  }

  /** `>` ends a tag unless round brackets are open; inside `${...}` it compares. */
  private tagEnd(start: number, code: number): Token | undefined {
    switch (code) {
      case GREATER:
        if (this.enclosure === "angle tag" && this.round === 0)
          return this.token("tag end", ">", start, start + 1);
        return this.greater(start);
      case SLASH:
        return this.emptyTagEnd(start);
      case SQUARE_CLOSE:
        return this.square === 0 &&
          (this.enclosure === "square tag" || this.enclosure === "bracket interpolation")
          ? this.token("tag end", "]", start, start + 1)
          : undefined;
      case CURLY_CLOSE:
        return this.enclosure === "interpolation" && this.curly === 0
          ? this.token("tag end", "}", start, start + 1)
          : undefined;
      default:
        return undefined;
    }
  }

  private greater(start: number): Token {
    return this.round > 0 && this.text[start + 1] === "="
      ? this.token("operator", ">=", start, start + 2)
      : this.token("operator", ">", start, start + 1);
  }

  private emptyTagEnd(start: number): Token | undefined {
    const next = this.text[start + 1];
    const ends =
      (this.enclosure === "angle tag" && this.round === 0 && next === ">") ||
      (this.enclosure === "square tag" && this.square === 0 && next === "]");
    return ends ? this.token("tag end", `/${next}`, start, start + 2) : undefined;
  }

  private operator(start: number): Token {
    const { text } = this;
    const found = matchOperator(text, start);
    if (found === undefined) {
      const { message, hint } = meaninglessCharacter(String.fromCodePoint(text.codePointAt(start) ?? 0));
      throw this.failure("lexical", message, start, start + 1, hint);
    }
    this.trackBrackets(found.canonical);
    if (found.canonical === "!" && this.endsDefault(start + 1)) {
      this.spaceEndsDefault = false;
      return this.token("operator", "! ", start, start + 1);
    }
    return this.token("operator", found.canonical, start, start + found.length);
  }

  private trackBrackets(operator: string): void {
    switch (operator) {
      case "(":
        this.round += 1;
        break;
      case ")":
        this.closeRound();
        break;
      case "[":
        this.square += 1;
        break;
      case "]":
        if (this.square > 0) this.square -= 1;
        break;
      case "{":
        this.curly += 1;
        break;
      case "}":
        if (this.curly > 0) this.curly -= 1;
    }
  }

  private closeRound(): void {
    if (this.round > 0) this.round -= 1;
    if (this.round > 0) return;
    this.spaceCounts = false;
    this.spaceEndsDefault = this.isNamedValue;
  }

  private endsDefault(after: number): boolean {
    return this.spaceEndsDefault && this.round === 0 && isSpace(this.text.charCodeAt(after));
  }

  private startsInterpolation(at: number, code: number): boolean {
    if (code !== DOLLAR && code !== HASH && code !== SQUARE_OPEN) return false;
    return this.text[at + 1] === (code === SQUARE_OPEN ? "=" : "{");
  }

  private interpolationInside(start: number): ParseFailure {
    const message = "An interpolation cannot stand inside an expression.";
    return this.failure("unexpected", message, start, start + 2, "Write the name without ${ and }.");
  }

  private skipSpace(): void {
    const { text } = this;
    for (;;) {
      let code = text.charCodeAt(this.at);
      while (isSpace(code)) code = text.charCodeAt((this.at += 1));
      if ((code !== LESS && code !== SQUARE_OPEN) || !this.startsComment()) return;
      this.skipComment();
    }
  }

  /** FreeMarker takes `<!--` for a comment as well, inside an expression. */
  private startsComment(): boolean {
    const mark = this.text[this.at + 1];
    return (mark === "#" || mark === "!") && this.text.startsWith("--", this.at + 2);
  }

  private skipComment(): void {
    COMMENT_END.lastIndex = this.at + 4;
    if (!COMMENT_END.test(this.text) || COMMENT_END.lastIndex > this.limit) {
      const message = "The comment is not closed.";
      throw this.failure("unclosed", message, this.at, this.at + 4, "Close it with -->.");
    }
    this.at = COMMENT_END.lastIndex;
  }

  private token(kind: TokenKind, text: string, start: number, end: number): Token {
    this.at = end;
    return { kind, text, start: this.place(start), end: this.place(end), at: start };
  }

  private failure(
    code: TemplateErrorCode,
    message: string,
    start: number,
    end: number,
    hint?: string,
  ): ParseFailure {
    return new ParseFailure(code, message, this.place(start), this.place(end), hint);
  }
}
