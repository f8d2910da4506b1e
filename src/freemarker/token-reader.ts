import { Lexer } from "./lexer.js";
import type { LineMap, Span } from "./positions.js";
import type { Scope } from "./scope.js";
import { ParseFailure } from "./template-error.js";
import type { Enclosure, LexerInput, LexerState, Token } from "./token.js";
import { adviceOn } from "./unexpected.js";

/** Where an expression stands, and what is known there. */
export interface ExpressionPlace {
  /** The whole template, also when the expression stands in a string literal. */
  readonly source: string;
  readonly lines: LineMap;
  readonly scope: Scope;
}

/** A place to which a reader can go back. */
export interface Bookmark {
  readonly lexer: LexerState;
  readonly token: Token | undefined;
  readonly previousEnd: number;
}

/** Reads the tokens of an expression or a tag with one token of look-ahead. */
export class TokenReader {
  readonly source: string;
  readonly scope: Scope;
  protected readonly lexer: Lexer;
  private readonly lines: LineMap;
  private token: Token | undefined;
  private previousEnd: number;

  constructor(
    readonly place: ExpressionPlace,
    readonly input: LexerInput,
    private readonly start: number,
    limit: number,
    private readonly enclosure: Enclosure,
    spaceCounts = false,
  ) {
    this.source = place.source;
    this.scope = place.scope;
    this.lines = place.lines;
    this.lexer = new Lexer(input, place.lines, start, limit, enclosure, spaceCounts);
    this.previousEnd = this.lexer.place(start);
  }

  /** Where in the template the last token that was taken ended. */
  get end(): number {
    return this.previousEnd;
  }

  peek(): Token {
    return (this.token ??= this.lexer.next());
  }

  take(): Token {
    const token = this.peek();
    this.token = undefined;
    this.previousEnd = token.end;
    return token;
  }

  protected get bookmark(): Bookmark {
    const { token, previousEnd } = this;
    return { lexer: this.lexer.state, token, previousEnd };
  }

  protected goBack({ lexer, token, previousEnd }: Bookmark): void {
    this.lexer.rewind(lexer);
    this.token = token;
    this.previousEnd = previousEnd;
  }

  /** The operator that comes next, "" when something else does. */
  get operator(): string {
    const token = this.peek();
    return token.kind === "operator" ? token.text : "";
  }

  isOperator(...texts: readonly string[]): boolean {
    const token = this.peek();
    return token.kind === "operator" && texts.includes(token.text);
  }

  takeOperator(text: string): Token {
    return this.operator === text ? this.take() : this.unexpected(`"${text}"`);
  }

  /** Takes the `=` of a named argument of a call. */
  takeNamedEquals(): void {
    this.takeOperator("=");
    this.lexer.startNamedValue();
  }

  takeName(what: string): Token {
    return this.peek().kind === "name" ? this.take() : this.unexpected(what);
  }

  isKeyword(text: string): boolean {
    const token = this.peek();
    return token.kind === "keyword" && token.text === text;
  }

  /** Fails at the token that comes next. */
  unexpected(expected: string, hint = this.advice()): never {
    const token = this.peek();
    const message = `Found ${this.quoted(token)}, but expected ${expected}.`;
    throw new ParseFailure("unexpected", message, token.start, token.end, hint);
  }

  /** What to write instead of the token that comes next, if that is known. */
  protected advice(): string | undefined {
    const line = this.lines.line(this.lexer.place(this.start));
    return adviceOn(this.peek(), this.source, this.enclosure, line);
  }

  private quoted({ kind, start, end }: Token): string {
    switch (kind) {
      case "end of file":
        return start < this.source.length ? "the end of the text" : "the end of the template";
      case "space":
        return "white space";
      default:
        return `"${this.source.slice(start, end)}"`;
    }
  }

  /** Whether the next token can start an expression. */
  get atExpression(): boolean {
    const { kind, text } = this.peek();
    switch (kind) {
      case "string":
      case "raw string":
      case "number":
      case "name":
        return true;
      case "keyword":
        return text === "true" || text === "false";
      case "operator":
        return STARTS_EXPRESSION.has(text);
      case "tag end":
      case "space":
      case "end of file":
        return false;
    }
  }

  /** Whether `name =` comes next. */
  get atNamedArgument(): boolean {
    const { kind, end } = this.peek();
    return kind === "name" && /^\s*=(?!=)/.test(this.source.slice(end, end + 200));
  }

  span(start: number, end: number): Span {
    return this.lines.span(start, end);
  }
}

const STARTS_EXPRESSION = new Set([".", "+", "-", "!", "[", "(", "{"]);
