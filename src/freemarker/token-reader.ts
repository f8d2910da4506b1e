import { Lexer, type Enclosure, type Token } from "./lexer.js";
import type { LineMap, Span } from "./positions.js";
import type { Scope } from "./scope.js";
import { ParseFailure } from "./template-error.js";

/** Reads the tokens of an expression or a tag with one token of look-ahead. */
export class TokenReader {
  protected readonly lexer: Lexer;
  protected token: Token | undefined;
  protected previousEnd: number;

  constructor(
    readonly source: string,
    start: number,
    readonly limit: number,
    enclosure: Enclosure,
    readonly lines: LineMap,
    readonly scope: Scope,
    spaceCounts = false,
  ) {
    this.lexer = new Lexer(source, start, limit, enclosure, spaceCounts);
    this.previousEnd = start;
  }

  /** Where the last token that was taken ended. */
  get end(): number {
    return this.previousEnd;
  }

  peek(): Token {
    this.token ??= this.lexer.next();
    return this.token;
  }

  take(): Token {
    const token = this.peek();
    this.token = undefined;
    this.previousEnd = token.end;
    return token;
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
    return this.isOperator(text) ? this.take() : this.unexpected(`"${text}"`);
  }

  takeName(what: string): Token {
    return this.peek().kind === "name" ? this.take() : this.unexpected(what);
  }

  isKeyword(text: string): boolean {
    const token = this.peek();
    return token.kind === "keyword" && token.text === text;
  }

  /** Fails at the token that comes next. */
  unexpected(expected: string): never {
    const token = this.peek();
    const found =
      token.kind === "end of file"
        ? "the end of the template"
        : `"${this.source.slice(token.start, token.end)}"`;
    throw new ParseFailure("unexpected", `Found ${found}, but expected ${expected}.`, token.start, token.end);
  }

  /** Whether the next token can start an expression. */
  get atExpression(): boolean {
    const { kind, text } = this.peek();
    if (kind === "string" || kind === "raw string" || kind === "number" || kind === "name") return true;
    if (kind === "keyword") return text === "true" || text === "false";
    return kind === "operator" && [".", "+", "-", "!", "[", "(", "{"].includes(text);
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
