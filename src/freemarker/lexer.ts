import { ParseFailure } from "./template-error.js";

export type TokenKind =
  "string" | "raw string" | "number" | "name" | "keyword" | "operator" | "tag end" | "space" | "end of file";

/** A token of an expression. */
export interface Token {
  readonly kind: TokenKind;
  /** For operators their canonical form (`<` for `lt`, `\lt` and `&lt;`), else as it stands. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** How the expression that is being read ends. */
export type Enclosure = "angle tag" | "square tag" | "interpolation" | "bracket interpolation";

const SPACE = /[ \t\r\n]+/y;
const NAME = /(?:[\p{L}_$@]|\\[-.:#])(?:[\p{L}\p{N}_$@]|\\[-.:#])*/uy;
const NUMBER = /0[xX][0-9a-fA-F]+|[0-9]+(?:\.[0-9]+)?/y;
const STRING =
  /"(?:[^"\\]|\\(?:[ntrfbgla\\'"{=]|x[0-9a-fA-F]))*"|'(?:[^'\\]|\\(?:[ntrfbgla\\'"{=]|x[0-9a-fA-F]))*'/y;
const RAW_STRING = /r(?:"[^"]*"|'[^']*')/y;
const OPERATOR =
  /\.\.[<!*]|\.\.\.|\.\.|\.|\?\?|\?|==|=|!=|!|\+=|\+\+|\+|-=|-(?:>|&gt;)|--|-|\*=|\*\*|\*|\/=|\/|%=|%|&lt;=?|&gt;=?|&amp;&amp;|&&|&|\|\||\||\\lte|\\lt|\\gte|\\gt|\\and|<=|<|[,;:()[\]{}]/y;

const CANONICAL: ReadonlyMap<string, string> = new Map([
  ["..!", "..<"],
  ["-&gt;", "->"],
  ["lt", "<"],
  ["\\lt", "<"],
  ["&lt;", "<"],
  ["lte", "<="],
  ["\\lte", "<="],
  ["&lt;=", "<="],
  ["gt", ">"],
  ["\\gt", ">"],
  ["&gt;", ">"],
  ["gte", ">="],
  ["\\gte", ">="],
  ["&gt;=", ">="],
  ["&", "&&"],
  ["&amp;&amp;", "&&"],
  ["\\and", "&&"],
  ["|", "||"],
]);

const COMPARISON_WORDS = new Set(["lt", "lte", "gt", "gte"]);
const KEYWORDS = new Set(["true", "false", "in", "as", "using"]);

/** A place in the tokens of an expression. */
export interface LexerState {
  readonly at: number;
  readonly open: readonly string[];
  readonly round: number;
  readonly spaceCounts: boolean;
}

/** Reads the tokens of one expression or tag, one at a time, from a place in a template. */
export class Lexer {
  /** Brackets that are open: `(`, `[` and `{`. */
  private open: readonly string[] = [];
  private round = 0;
  /** Whether white space outside of round brackets is a token, as after `<@` up to the first of it. */
  private spaceCounts: boolean;

  constructor(
    private readonly source: string,
    private at: number,
    /** Where the lexer must stop, at most the end of the source. */
    private readonly limit: number,
    private readonly enclosure: Enclosure,
    spaceCounts = false,
  ) {
    this.spaceCounts = spaceCounts;
  }

  /** What {@link rewind} needs to go back to this place. */
  get state(): LexerState {
    return { at: this.at, open: this.open, round: this.round, spaceCounts: this.spaceCounts };
  }

  rewind({ at, open, round, spaceCounts }: LexerState): void {
    this.at = at;
    this.open = open;
    this.round = round;
    this.spaceCounts = spaceCounts;
  }

  next(): Token {
    const before = this.at;
    this.skipSpace();
    if (this.spaceCounts && this.round === 0 && this.at > before) {
      this.spaceCounts = false;
      return { kind: "space", text: " ", start: before, end: this.at };
    }
    const start = this.at;
    if (start >= this.limit) return { kind: "end of file", text: "", start, end: start };
    if (this.startsWithAny("${", "#{", "[=")) this.refuseInterpolation(start);
    return (
      this.tagEnd(start) ??
      this.match(RAW_STRING, "raw string", start) ??
      this.name(start) ??
      this.match(NUMBER, "number", start) ??
      this.stringLiteral(start) ??
      this.operator(start)
    );
  }

  private name(start: number): Token | undefined {
    const token = this.match(NAME, "name", start);
    if (token === undefined) return undefined;
    if (token.text.startsWith("\\") && /^\\(?:lte?|gte?|and)\b/.test(this.source.slice(start, start + 5))) {
      this.at = start;
      return undefined;
    }
    if (COMPARISON_WORDS.has(token.text)) {
      return { ...token, kind: "operator", text: CANONICAL.get(token.text) ?? token.text };
    }
    return KEYWORDS.has(token.text) ? { ...token, kind: "keyword" } : token;
  }

  /** `>` ends a tag unless round brackets are open; inside `${...}` it compares. */
  private tagEnd(start: number): Token | undefined {
    const character = this.source[start];
    if (this.enclosure === "angle tag" && this.round === 0) {
      if (character === ">") return this.take("tag end", start, 1);
      if (this.source.startsWith("/>", start)) return this.take("tag end", start, 2);
    }
    if (this.enclosure === "square tag" && this.open.length === 0) {
      if (character === "]") return this.take("tag end", start, 1);
      if (this.source.startsWith("/]", start)) return this.take("tag end", start, 2);
    }
    if (this.enclosure === "bracket interpolation" && this.open.length === 0 && character === "]") {
      return this.take("tag end", start, 1);
    }
    if (this.enclosure === "interpolation" && character === "}" && !this.open.includes("{")) {
      return this.take("tag end", start, 1);
    }
    if (character !== ">") return undefined;
    const withEquals = this.round > 0 || this.enclosure === "square tag";
    return this.take("operator", start, withEquals && this.source[start + 1] === "=" ? 2 : 1);
  }

  private operator(start: number): Token {
    const token = this.match(OPERATOR, "operator", start);
    if (token === undefined) {
      const character = String.fromCodePoint(this.source.codePointAt(start) ?? 0);
      throw new ParseFailure(
        "lexical",
        `The character ${JSON.stringify(character)} has no meaning here.`,
        start,
        start + 1,
      );
    }
    this.trackBrackets(token);
    return { ...token, text: CANONICAL.get(token.text) ?? token.text };
  }

  private trackBrackets({ text }: Token): void {
    if (text === "(" || text === "[" || text === "{") {
      this.open = [...this.open, text];
      if (text === "(") this.round += 1;
    } else if (text === ")" || text === "]" || text === "}") {
      this.open = this.open.slice(0, -1);
      if (text === ")" && this.round > 0) this.round -= 1;
      if (text === ")" && this.round === 0) this.spaceCounts = false;
    }
  }

  private stringLiteral(start: number): Token | undefined {
    const quote = this.source[start];
    if (quote !== '"' && quote !== "'") return undefined;
    const token = this.match(STRING, "string", start);
    if (token !== undefined && token.end <= this.limit) return token;
    throw this.brokenString(start, quote);
  }

  /** Where a string literal that does not match goes wrong: at a bad escape, or at the end of the source. */
  private brokenString(start: number, quote: string): ParseFailure {
    for (let at = start + 1; at < this.limit && this.source[at] !== quote; at += 1) {
      if (this.source[at] !== "\\") continue;
      at += 1;
      const escape = this.source[at] ?? "";
      const valid = /[ntrfbgla\\'"{=]/.test(escape) || /^x[0-9a-fA-F]/.test(this.source.slice(at, at + 2));
      if (!valid && at < this.limit) {
        const wrong = escape === "x" ? at + 1 : at;
        const message = `"\\${escape}" is no escape of FreeMarker.`;
        return new ParseFailure(
          "lexical",
          message,
          wrong,
          wrong + 1,
          'Write "\\\\" for a backslash, or a raw string: r"...".',
        );
      }
    }
    const message = `The text that starts with ${quote} is not closed.`;
    return new ParseFailure("lexical", message, this.limit, this.limit, `Close it with ${quote}.`);
  }

  private refuseInterpolation(start: number): void {
    throw new ParseFailure(
      "unexpected",
      "An interpolation cannot stand inside an expression.",
      start,
      start + 2,
      "Write the name without ${ and }.",
    );
  }

  private skipSpace(): void {
    for (;;) {
      SPACE.lastIndex = this.at;
      if (SPACE.test(this.source)) this.at = SPACE.lastIndex;
      else if (this.startsWithAny("<#--", "[#--")) this.skipComment();
      else return;
    }
  }

  private skipComment(): void {
    const end = /--[>\]]/g;
    end.lastIndex = this.at + 4;
    const match = end.exec(this.source);
    if (match === null || end.lastIndex > this.limit) {
      throw new ParseFailure(
        "unclosed",
        "The comment is not closed.",
        this.at,
        this.at + 4,
        "Close it with -->.",
      );
    }
    this.at = end.lastIndex;
  }

  private startsWithAny(...starts: readonly string[]): boolean {
    return starts.some((text) => this.source.startsWith(text, this.at));
  }

  private match(pattern: RegExp, kind: TokenKind, start: number): Token | undefined {
    pattern.lastIndex = start;
    return pattern.test(this.source) ? this.take(kind, start, pattern.lastIndex - start) : undefined;
  }

  private take(kind: TokenKind, start: number, length: number): Token {
    this.at = start + length;
    return { kind, text: this.source.slice(start, this.at), start, end: this.at };
  }
}
