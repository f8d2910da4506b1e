import { bindBuiltIn, checkBuiltInName } from "./built-in-call.js";
import type { Token } from "./lexer.js";
import { mustNotBe } from "./literal-checks.js";
import { nearestWord } from "./nearest-word.js";
import { decodeStringLiteral } from "./string-literal.js";
import { ParseFailure } from "./template-error.js";
import { TokenReader } from "./token-reader.js";
import type { Argument, Expression, Interpolation, Lambda } from "./tree.js";
import {
  BUILT_INS_WITH_LAMBDA,
  BUILT_INS_WITH_PARSED_ARGUMENTS,
  SPECIAL_VARIABLES,
  snakeCase,
} from "./vocabulary.js";

/** Reads literals, names and brackets, and what may follow them directly: `.`, `[`, `(`, `?`, `!` and `??`. */
export abstract class PrimaryParser extends TokenReader {
  /** Places where no fallback could be read: trying each once keeps broken templates from taking forever. */
  private readonly noFallbackAt = new Set<number>();

  abstract expression(): Expression;

  abstract interpolationAt(
    start: number,
    limit: number,
  ): { readonly element: Interpolation; readonly end: number };

  /** What follows the arrow of a lambda. */
  protected abstract lambdaBody(): Expression;

  protected primary(): Expression {
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
    const body = this.lambdaBody();
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
        return decodeStringLiteral(this.take(), this);
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
}

/** A name without the backslashes that let it hold `-`, `.`, `:` and `#`. */
export function unescaped(name: string): string {
  return name.replaceAll("\\", "");
}
