import { Lexer, type Enclosure, type Token } from "./lexer.js";
import { bindBuiltIn, checkBuiltInName } from "./built-in-call.js";
import { mustBe, mustNotBe } from "./literal-checks.js";
import { nearestWord } from "./nearest-word.js";
import type { LineMap } from "./positions.js";
import type { Scope } from "./scope.js";
import { decodeStringLiteral } from "./string-literal.js";
import { ParseFailure } from "./template-error.js";
import type { Argument, BinaryOperator, Expression, Lambda, StringLiteral } from "./tree.js";
import {
  BUILT_INS_WITH_LAMBDA,
  BUILT_INS_WITH_PARSED_ARGUMENTS,
  SPECIAL_VARIABLES,
  snakeCase,
} from "./vocabulary.js";

/** How deep expressions may be nested; real ones stay below 20. */
export const DEEPEST_EXPRESSION = 500;

/** Reads expressions from a place in a template, with FreeMarker's grammar (2.3.35). */
export class ExpressionParser {
  private readonly lexer: Lexer;
  private token: Token | undefined;
  private previousEnd: number;
  /** Places where no fallback could be read: trying each once keeps broken templates from taking forever. */
  private readonly noFallbackAt = new Set<number>();

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

  expression(): Expression {
    this.scope.depth += 1;
    if (this.scope.depth > DEEPEST_EXPRESSION) {
      const { start, end } = this.peek();
      throw new ParseFailure("nested-too-deeply", "The expression is nested too deeply.", start, end);
    }
    const result = this.or();
    this.scope.depth -= 1;
    return result;
  }

  /** Expressions one after the other. FreeMarker does not ask for commas between them. */
  positional(): readonly Expression[] {
    const expressions: Expression[] = [];
    while (this.atExpression || (expressions.length > 0 && this.isOperator(","))) {
      if (expressions.length > 0 && this.isOperator(",")) this.take();
      expressions.push(this.expression());
    }
    return expressions;
  }

  private or(): Expression {
    let left = this.and();
    while (this.isOperator("||")) left = this.binary(left, "||", "boolean", () => this.and());
    return left;
  }

  private and(): Expression {
    let left = this.equality();
    while (this.isOperator("&&")) left = this.binary(left, "&&", "boolean", () => this.equality());
    return left;
  }

  private equality(): Expression {
    const left = this.relational();
    if (!this.isOperator("=", "==", "!=")) return left;
    const operator = this.take().text === "!=" ? "!=" : "==";
    const right = this.relational();
    for (const side of [left, right]) mustNotBe(side, ["hash", "sequence"], "something that can be compared");
    return { kind: "binary", operator, left, right, span: this.spanOf(left, right) };
  }

  private relational(): Expression {
    const left = this.range();
    if (!this.isOperator("<", "<=", ">", ">=")) return left;
    const operator = comparison(this.take().text);
    const right = this.range();
    for (const side of [left, right]) mustNotBe(side, ["hash", "sequence", "string"], "a number");
    return { kind: "binary", operator, left, right, span: this.spanOf(left, right) };
  }

  private range(): Expression {
    const from = this.additive();
    if (!this.isOperator("..", "..<", "..*")) return from;
    const token = this.take();
    const operator = token.text === "..<" ? "..<" : token.text === "..*" ? "..*" : "..";
    const to = operator !== ".." || this.atExpression ? this.additive() : undefined;
    mustBe(from, "number");
    if (to !== undefined) mustBe(to, "number");
    return { kind: "range", operator, from, to, span: this.span(startOf(from), this.end) };
  }

  private additive(): Expression {
    let left = this.multiplicative();
    while (this.isOperator("+", "-")) {
      const operator = this.peek().text === "+" ? "+" : "-";
      left = this.binary(left, operator, operator === "-" ? "number" : undefined, () =>
        this.multiplicative(),
      );
    }
    return left;
  }

  private multiplicative(): Expression {
    let left = this.unary();
    for (;;) {
      const operator = (["*", "/", "%"] as const).find((candidate) => this.isOperator(candidate));
      if (operator === undefined) return left;
      left = this.binary(left, operator, "number", () => this.unary());
    }
  }

  private binary(
    left: Expression,
    operator: BinaryOperator,
    literal: "number" | "boolean" | undefined,
    next: () => Expression,
  ): Expression {
    this.take();
    const right = next();
    if (literal !== undefined) for (const side of [left, right]) mustBe(side, literal);
    return { kind: "binary", operator, left, right, span: this.spanOf(left, right) };
  }

  private unary(): Expression {
    if (this.isOperator("+", "-")) {
      const sign = this.take();
      const operand = this.primary();
      return {
        kind: "unary",
        operator: sign.text === "+" ? "+" : "-",
        operand,
        span: this.span(sign.start, this.end),
      };
    }
    const starts: number[] = [];
    while (this.isOperator("!")) starts.push(this.take().start);
    const operand = this.primary();
    return starts.reduceRight<Expression>(
      (inner, start) => ({ kind: "unary", operator: "!", operand: inner, span: this.span(start, this.end) }),
      operand,
    );
  }

  private primary(): Expression {
    const start = this.peek().start;
    let result = this.atom();
    for (;;) {
      const extended = this.postfix(result, start);
      if (extended === undefined) return result;
      result = extended;
    }
  }

  private postfix(target: Expression, start: number): Expression | undefined {
    const token = this.peek();
    if (token.kind !== "operator") return undefined;
    switch (token.text) {
      case ".":
        this.take();
        return this.dot(target, start);
      case "[": {
        this.take();
        const key = this.expression();
        this.takeOperator("]");
        mustNotBe(target, ["boolean", "number"], "a sequence or a hash");
        return { kind: "dynamic key", target, key, span: this.span(start, this.end) };
      }
      case "(":
        return { kind: "call", target, arguments: this.arguments(false), span: this.span(start, this.end) };
      case "?":
        this.take();
        return this.builtIn(target, start);
      case "!":
        this.take();
        return {
          kind: "default",
          target,
          fallback: this.fallback(),
          span: this.span(start, this.end),
        };
      case "??":
        this.take();
        return { kind: "exists", target, span: this.span(start, this.end) };
      default:
        return undefined;
    }
  }

  /** What follows `!`, when it can be read as an expression; FreeMarker tries, and goes back when it cannot. */
  private fallback(): Expression | undefined {
    const { start } = this.peek();
    if (!this.atExpression || this.noFallbackAt.has(start)) return undefined;
    const { token, previousEnd } = this;
    const state = this.lexer.state;
    const depth = this.scope.depth;
    try {
      return this.expression();
    } catch (error) {
      if (!(error instanceof ParseFailure) || error.code !== "unexpected") throw error;
      this.noFallbackAt.add(start);
      this.lexer.rewind(state);
      this.token = token;
      this.previousEnd = previousEnd;
      this.scope.depth = depth;
      return undefined;
    }
  }

  private dot(target: Expression, start: number): Expression {
    const token = this.peek();
    const isKey =
      token.kind === "name" ||
      token.kind === "keyword" ||
      (token.kind === "operator" &&
        (["*", "**"].includes(token.text) || /^\w/.test(this.source.slice(token.start))));
    if (!isKey) this.unexpected("the name of a key");
    this.take();
    mustNotBe(target, ["string", "sequence", "boolean"], "a hash");
    const key = unescaped(this.source.slice(token.start, token.end));
    return { kind: "dot", target, key, span: this.span(start, this.end) };
  }

  private builtIn(target: Expression, start: number): Expression {
    const word = this.takeName("the name of a built-in");
    const name = snakeCase(word.text);
    checkBuiltInName(word, this.scope);
    const bound = BUILT_INS_WITH_PARSED_ARGUMENTS.has(name);
    if (bound && !this.isOperator("(")) this.unexpected(`"(" and the arguments of ?${word.text}`);
    const args = bound ? this.arguments(BUILT_INS_WITH_LAMBDA.has(name)) : undefined;
    const nameSpan = this.span(word.start, word.end);
    bindBuiltIn(name, word, target, args, this.scope);
    return { kind: "built-in", target, name, nameSpan, arguments: args, span: this.span(start, this.end) };
  }

  /** Arguments in round brackets. FreeMarker does not ask for commas between them. */
  private arguments(mayBeLambda: boolean): readonly Argument[] {
    this.takeOperator("(");
    const args: Argument[] = [];
    while (!this.isOperator(")")) {
      if (args.length > 0 && this.isOperator(",")) this.take();
      args.push(mayBeLambda ? this.argument() : this.expression());
    }
    this.take();
    return args;
  }

  private argument(): Argument {
    return this.lambda() ?? this.expression();
  }

  /** `name -> body` or `(name) -> body`, when that is what comes next. */
  private lambda(): Lambda | undefined {
    const { start } = this.peek();
    const head = /(?:\(([^()]*)\)|([\p{L}_$@][\p{L}\p{N}_$@]*))\s*-(?:>|&gt;)/uy;
    head.lastIndex = start;
    const match = head.exec(this.source);
    if (match === null) return undefined;
    const parameters = (match[1] ?? match[2] ?? "").split(",").map((name) => name.trim());
    const [parameter = ""] = parameters;
    if (parameters.length !== 1 || parameter === "") {
      const message = "The lambda must have exactly one parameter.";
      throw new ParseFailure("wrong-arguments", message, start, head.lastIndex);
    }
    while (this.peek().start < head.lastIndex) this.take();
    this.scope.loopVariables.push("");
    const body = this.or();
    this.scope.loopVariables.pop();
    return { kind: "lambda", parameter, body, span: this.span(start, this.end) };
  }

  private atom(): Expression {
    const token = this.peek();
    switch (token.kind) {
      case "number":
        this.take();
        return { kind: "number", digits: token.text, span: this.span(token.start, token.end) };
      case "string":
      case "raw string":
        return this.string();
      case "name":
        this.take();
        return { kind: "variable", name: unescaped(token.text), span: this.span(token.start, token.end) };
      case "keyword":
        if (token.text !== "true" && token.text !== "false") break;
        this.take();
        return { kind: "boolean", value: token.text === "true", span: this.span(token.start, token.end) };
      case "operator":
        return this.bracketed(token);
      case "tag end":
      case "space":
      case "end of file":
        break;
    }
    return this.unexpected("an expression");
  }

  private bracketed(token: Token): Expression {
    switch (token.text) {
      case "(": {
        this.take();
        const inner = this.expression();
        this.takeOperator(")");
        return { kind: "parenthesis", inner, span: this.span(token.start, this.end) };
      }
      case "[": {
        this.take();
        const items: Expression[] = [];
        while (!this.isOperator("]")) {
          if (items.length > 0 && this.isOperator(",")) this.take();
          items.push(this.expression());
        }
        this.take();
        return { kind: "sequence", items, span: this.span(token.start, this.end) };
      }
      case "{":
        return this.hash();
      case ".":
        return this.specialVariable();
      default:
        return this.unexpected("an expression");
    }
  }

  private hash(): Expression {
    const { start } = this.take();
    const entries: { key: Expression; value: Expression }[] = [];
    while (!this.isOperator("}")) {
      if (entries.length > 0) this.takeOperator(",");
      const key = this.expression();
      if (!this.isOperator(",", ":")) this.unexpected('":"');
      this.take();
      mustNotBe(key, ["number", "sequence", "hash", "boolean"], "a string");
      entries.push({ key, value: this.expression() });
    }
    this.take();
    return { kind: "hash", entries, span: this.span(start, this.end) };
  }

  private specialVariable(): Expression {
    const dot = this.take();
    const token = this.takeName("the name of a special variable");
    const name = snakeCase(token.text);
    if (!SPECIAL_VARIABLES.has(name)) {
      throw new ParseFailure(
        "unknown-special-variable",
        `There is no special variable ".${token.text}".`,
        token.start,
        token.end,
        nearestWord(token.text, SPECIAL_VARIABLES),
      );
    }
    this.scope.checkNaming(token.text, token.start);
    return { kind: "special variable", name, span: this.span(dot.start, token.end) };
  }

  private string(): StringLiteral {
    const token = this.take();
    return decodeStringLiteral(token, this);
  }

  span(start: number, end: number) {
    return this.lines.span(start, end);
  }

  private spanOf(left: Expression, right: Expression) {
    return this.span(startOf(left), right.span.end.offset);
  }
}

function startOf(expression: Expression): number {
  return expression.span.start.offset;
}

function comparison(text: string): "<" | "<=" | ">" | ">=" {
  return text === "<" || text === "<=" || text === ">" ? text : ">=";
}

/** A name without the backslashes that let it hold `-`, `.`, `:` and `#`. */
export function unescaped(name: string): string {
  return name.replaceAll("\\", "");
}
