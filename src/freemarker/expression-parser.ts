import { readInterpolation } from "./interpolation.js";
import { mustBe, mustNotBe } from "./literal-checks.js";
import { PrimaryParser } from "./primary-parser.js";
import type { Span } from "./positions.js";
import { ParseFailure } from "./template-error.js";
import type { BinaryOperator, Expression } from "./tree.js";

/** How deep expressions may be nested; real ones stay below 20. */
export const DEEPEST_EXPRESSION = 500;

/** Reads expressions from a place in a template, with FreeMarker's grammar (2.3.35). */
export class ExpressionParser extends PrimaryParser {
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
    while (this.operator === "||") left = this.binary(left, "||", "boolean", () => this.and());
    return left;
  }

  private and(): Expression {
    let left = this.equality();
    while (this.operator === "&&") left = this.binary(left, "&&", "boolean", () => this.equality());
    return left;
  }

  private equality(): Expression {
    const left = this.relational();
    const text = this.operator;
    if (text !== "=" && text !== "==" && text !== "!=") return left;
    this.take();
    const operator = text === "!=" ? "!=" : "==";
    const right = this.relational();
    for (const side of [left, right]) mustNotBe(side, ["hash", "sequence"], "something that can be compared");
    return { kind: "binary", operator, left, right, span: this.spanOf(left, right) };
  }

  private relational(): Expression {
    const left = this.range();
    const operator = this.operator;
    if (operator !== "<" && operator !== "<=" && operator !== ">" && operator !== ">=") return left;
    this.take();
    const right = this.range();
    for (const side of [left, right]) mustBe(side, "number");
    return { kind: "binary", operator, left, right, span: this.spanOf(left, right) };
  }

  private range(): Expression {
    const from = this.additive();
    const operator = this.operator;
    if (operator !== ".." && operator !== "..<" && operator !== "..*") return from;
    this.take();
    const to = operator !== ".." || this.atExpression ? this.additive() : undefined;
    mustBe(from, "number");
    if (to !== undefined) mustBe(to, "number");
    return { kind: "range", operator, from, to, span: this.span(startOf(from), this.end) };
  }

  private additive(): Expression {
    let left = this.multiplicative();
    for (let operator = this.operator; operator === "+" || operator === "-"; operator = this.operator) {
      left = this.binary(left, operator, operator === "-" ? "number" : undefined, () =>
        this.multiplicative(),
      );
    }
    return left;
  }

  private multiplicative(): Expression {
    let left = this.unary();
    for (;;) {
      const operator = this.operator;
      if (operator !== "*" && operator !== "/" && operator !== "%") return left;
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

  interpolationAt(start: number, limit: number) {
    return readInterpolation(this.source, start, limit, this.lines, this.scope);
  }

  protected lambdaBody(): Expression {
    return this.expression();
  }

  private spanOf(left: Expression, right: Expression): Span {
    return this.span(startOf(left), right.span.end.offset);
  }
}

function startOf(expression: Expression): number {
  return expression.span.start.offset;
}
