import { BracketParser } from "./bracket-parser.js";
import { bindBuiltIn } from "./built-in-call.js";
import { readInterpolation } from "./interpolation.js";
import type { LexerInput } from "./token.js";
import {
  checkLiterals,
  INFIX_OPERATORS,
  PREFIX_PRECEDENCE,
  PRIMARY_PRECEDENCE,
  type InfixOperator,
} from "./precedence.js";
import { ParseFailure } from "./template-error.js";
import type { Expression } from "./tree.js";
import { BUILT_INS_WITH_PARSED_ARGUMENTS } from "./vocabulary.js";

/** Reads expressions with FreeMarker's grammar (2.3.35). */
export class ExpressionParser extends BracketParser {
  /** Places where no fallback could be read: trying each once keeps broken templates from taking forever. */
  private noFallbackAt: Set<number> | undefined;

  expression(): Expression {
    for (;;) {
      try {
        return this.readExpression();
      } catch (error) {
        if (!this.goOnWithoutFallback(error)) throw error;
      }
    }
  }

  /** Expressions one after the other. FreeMarker does not ask for commas between them. */
  positional(): readonly Expression[] {
    const expressions: Expression[] = [];
    while (this.atExpression || (expressions.length > 0 && this.operator === ",")) {
      if (expressions.length > 0 && this.operator === ",") this.take();
      expressions.push(this.expression());
    }
    return expressions;
  }

  interpolationAt(input: LexerInput, start: number, limit: number) {
    return readInterpolation(this.place, input, start, limit);
  }

  private readExpression(): Expression {
    for (;;) {
      if (this.operand === undefined) this.readOperand();
      else if (!this.extend(this.operand) && !this.goOnBehindInfix()) {
        const whole = this.operand;
        const around = this.waiting.pop();
        this.operand = undefined;
        if (around === undefined) return whole;
        this.leave(around, whole);
      }
    }
  }

  /** Reads an operand, or what opens one. */
  private readOperand(): void {
    const token = this.peek();
    const operand = this.literalOrName(token);
    if (operand !== undefined) this.give(operand, token.start, PRIMARY_PRECEDENCE);
    else if (token.kind === "operator") this.readOpening(token);
    else this.unexpected("an expression");
  }

  /** Reads what may follow an operand directly. */
  private extend(target: Expression): boolean {
    if (this.operandPrecedence !== PRIMARY_PRECEDENCE) return false;
    const start = this.operandStart;
    switch (this.operator) {
      case ".":
        this.operand = this.dot(target, start);
        return true;
      case "[":
        this.take();
        this.wait({ kind: "key", start, target });
        return true;
      case "(":
        this.readArguments({ kind: "arguments", start, target, builtIn: undefined, read: [] });
        return true;
      case "?":
        this.readBuiltIn(target, start);
        return true;
      case "!":
        this.take();
        this.readFallback(target, start);
        return true;
      case "! ":
        this.take();
        this.operand = { kind: "default", target, fallback: undefined, span: this.span(start, this.end) };
        return true;
      case "??":
        this.take();
        this.operand = { kind: "exists", target, span: this.span(start, this.end) };
        return true;
      default:
        return false;
    }
  }

  private readBuiltIn(target: Expression, start: number): void {
    const { name, word } = this.builtInName();
    if (BUILT_INS_WITH_PARSED_ARGUMENTS.has(name)) {
      if (this.operator !== "(") this.unexpected(`"(" and the arguments of ?${word.text}`);
      this.readArguments({ kind: "arguments", start, target, builtIn: { name, word }, read: [] });
      return;
    }
    bindBuiltIn(name, word, target, undefined, this.scope);
    const nameSpan = this.span(word.start, word.end);
    this.operand = {
      kind: "built-in",
      target,
      name,
      nameSpan,
      arguments: undefined,
      span: this.span(start, this.end),
    };
  }

  /** What follows `!`, when it can be read as an expression; FreeMarker tries, and goes back when it cannot. */
  private readFallback(target: Expression, start: number): void {
    const next = this.peek();
    if (this.atExpression && this.noFallbackAt?.has(next.start) !== true) {
      this.wait({ kind: "fallback", start, target, before: this.bookmark });
    } else this.operand = { kind: "default", target, fallback: undefined, span: this.span(start, this.end) };
  }

  /** After a mistake: whether there is a `!` whose fallback need not be there. */
  private goOnWithoutFallback(error: unknown): boolean {
    if (!(error instanceof ParseFailure) || error.code !== "unexpected") return false;
    for (let around = this.waiting.pop(); around !== undefined; around = this.waiting.pop()) {
      if (around.kind !== "fallback") continue;
      const { start, target, before } = around;
      this.goBack(before);
      this.noFallbackAt ??= new Set();
      this.noFallbackAt.add(this.peek().start);
      const span = this.span(start, this.end);
      this.give({ kind: "default", target, fallback: undefined, span }, start, PRIMARY_PRECEDENCE);
      return true;
    }
    return false;
  }

  /** Takes an operator between two operands, when one comes next that may follow what was read. */
  private goOnBehindInfix(): boolean {
    const infix = INFIX_OPERATORS.get(this.operator);
    if (infix !== undefined) this.combine(infix.precedence);
    const { operand, operandStart } = this;
    if (infix === undefined || operand === undefined || !this.mayStandBehind(infix)) {
      this.combine(0);
      return false;
    }
    this.take();
    if (infix.operator === ".." && !this.atExpression) {
      checkLiterals(infix, [operand]);
      const span = this.span(operandStart, this.end);
      const { operator, precedence } = infix;
      this.give({ kind: "range", operator, from: operand, to: undefined, span }, operandStart, precedence);
    } else this.wait({ kind: "infix", left: operand, start: operandStart, infix });
    return true;
  }

  /** `a == b == c` ends before its second operator. */
  private mayStandBehind({ chains, precedence }: InfixOperator): boolean {
    return chains || this.operandPrecedence > precedence;
  }

  /** Joins the operand with the operators before it that bind at least as tightly. */
  private combine(precedence: number): void {
    for (;;) {
      const { operand } = this;
      const before = this.waiting.at(-1);
      if (operand === undefined || before === undefined) return;
      if (before.kind === "prefix") {
        const { operator, start } = before;
        const span = this.span(start, this.end);
        this.give({ kind: "unary", operator, operand, span }, start, PREFIX_PRECEDENCE);
      } else if (before.kind === "infix" && before.infix.precedence >= precedence) {
        const { left, start, infix } = before;
        checkLiterals(infix, [left, operand]);
        const span = this.span(start, this.end);
        const joined: Expression =
          infix.kind === "range"
            ? { kind: "range", operator: infix.operator, from: left, to: operand, span }
            : { kind: "binary", operator: infix.operator, left, right: operand, span };
        this.give(joined, start, infix.precedence);
      } else return;
      this.waiting.pop();
    }
  }
}
