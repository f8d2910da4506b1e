import { bindBuiltIn } from "./built-in-call.js";
import type { Token } from "./token.js";
import { mustNotBe } from "./literal-checks.js";
import { PRIMARY_PRECEDENCE } from "./precedence.js";
import { PrimaryParser } from "./primary-parser.js";
import { ParseFailure } from "./template-error.js";
import type { Expression, Unary } from "./tree.js";
import { BUILT_INS_WITH_LAMBDA } from "./vocabulary.js";
import type { ArgumentsBeingRead, HashBeingRead, SequenceBeingRead, Waiting } from "./waiting.js";

/** How deep expressions may be nested. FreeMarker itself gives up somewhere between 2,000 and 5,000. */
export const DEEPEST_EXPRESSION = 10_000;

const LAMBDA_HEAD = /(?:\(([^()]*)\)|([\p{L}_$@][\p{L}\p{N}_$@]*))\s*-(?:>|&gt;)/uy;

/**
 * Reads what is in brackets, and keeps what waits for the end of it. That is a stack of its own rather than the one of
 * JavaScript, so that a deep expression is no danger.
 */
export abstract class BracketParser extends PrimaryParser {
  protected readonly waiting: Waiting[] = [];
  /** The operand that was read last; undefined where one must follow. */
  protected operand: Expression | undefined;
  protected operandStart = 0;
  protected operandPrecedence = 0;
  protected give(operand: Expression, start: number, precedence: number): void {
    this.operand = operand;
    this.operandStart = start;
    this.operandPrecedence = precedence;
  }

  protected wait(waiting: Waiting): void {
    if (this.waiting.length >= DEEPEST_EXPRESSION) {
      const { start, end } = this.peek();
      throw new ParseFailure("nested-too-deeply", "The expression is nested too deeply.", start, end);
    }
    this.waiting.push(waiting);
    this.operand = undefined;
  }

  /** Reads what opens an operand: a bracket, or an operator in front of it. */
  protected readOpening({ text, start }: Token): void {
    if (text === "!" || text === "+" || text === "-") {
      this.readPrefix(text, start);
    } else if (text === "(") {
      this.take();
      this.wait({ kind: "parenthesis", start });
    } else if (text === "[") {
      this.take();
      if (this.operator === "]") this.endSequence(start, []);
      else this.wait({ kind: "sequence", start, items: [] });
    } else if (text === "{") {
      this.take();
      if (this.operator === "}") this.endHash(start, []);
      else this.wait({ kind: "hash", start, entries: [], key: undefined });
    } else this.unexpected("an expression");
  }

  /** Only `!` may stand before another one. */
  private readPrefix(operator: Unary["operator"], start: number): void {
    const before = this.waiting.at(-1);
    const isDoubled = before?.kind === "prefix";
    if (isDoubled && !(before.operator === "!" && operator === "!")) this.unexpected("an expression");
    this.take();
    this.wait({ kind: "prefix", operator, start });
  }

  /** Goes on with what is around an expression that has ended. */
  protected leave(around: Waiting, inner: Expression): void {
    const { start } = around;
    switch (around.kind) {
      case "parenthesis":
        this.takeOperator(")");
        this.give(
          { kind: "parenthesis", inner, span: this.span(start, this.end) },
          start,
          PRIMARY_PRECEDENCE,
        );
        break;
      case "sequence":
        this.leaveItem(around, inner);
        break;
      case "hash":
        this.leaveHash(around, inner);
        break;
      case "key":
        this.leaveKey(around.target, inner, start);
        break;
      case "arguments":
        around.read.push(inner);
        this.afterArgument(around);
        break;
      case "lambda": {
        const { parameter, of } = around;
        of.read.push({ kind: "lambda", parameter, body: inner, span: this.span(start, this.end) });
        this.afterArgument(of);
        break;
      }
      case "fallback": {
        const span = this.span(start, this.end);
        this.give(
          { kind: "default", target: around.target, fallback: inner, span },
          start,
          PRIMARY_PRECEDENCE,
        );
        break;
      }
      case "prefix":
      case "infix":
        throw new Error(`${around.kind} cannot be left waiting: the operand has been combined with it.`);
    }
  }

  private leaveItem(sequence: SequenceBeingRead, item: Expression): void {
    sequence.items.push(item);
    if (this.operator === "]") this.endSequence(sequence.start, sequence.items);
    else {
      this.skipComma();
      this.wait(sequence);
    }
  }

  private leaveKey(target: Expression, key: Expression, start: number): void {
    this.takeOperator("]");
    mustNotBe(target, ["boolean", "number"], "a sequence or a hash");
    const span = this.span(start, this.end);
    this.give({ kind: "dynamic key", target, key, span }, start, PRIMARY_PRECEDENCE);
  }

  private leaveHash(hash: HashBeingRead, inner: Expression): void {
    const { key, entries, start } = hash;
    if (key === undefined) {
      if (!this.isOperator(",", ":")) this.unexpected('":"', this.hashAdvice(start));
      this.take();
      mustNotBe(inner, ["number", "sequence", "hash", "boolean"], "a string");
      hash.key = inner;
      this.wait(hash);
      return;
    }
    entries.push({ key, value: inner });
    if (this.operator === "}") {
      this.endHash(start, entries);
      return;
    }
    this.takeOperator(",");
    hash.key = undefined;
    this.wait(hash);
  }

  /** Behind `${`, a brace that opens a hash mostly is one brace too many. */
  private hashAdvice(start: number): string | undefined {
    const isDoubled = /[$#]\{$/.test(this.source.slice(Math.max(0, start - 2), start));
    return isDoubled && this.operator === "}" ? "Write ${a}, with single braces." : this.advice();
  }

  private endSequence(start: number, items: readonly Expression[]): void {
    this.take();
    this.give({ kind: "sequence", items, span: this.span(start, this.end) }, start, PRIMARY_PRECEDENCE);
  }

  private endHash(start: number, entries: HashBeingRead["entries"]): void {
    this.take();
    this.give({ kind: "hash", entries, span: this.span(start, this.end) }, start, PRIMARY_PRECEDENCE);
  }

  /** FreeMarker does not ask for commas between items and between arguments. */
  private skipComma(): void {
    if (this.operator === ",") this.take();
  }

  protected readArguments(opened: ArgumentsBeingRead): void {
    this.take();
    if (this.operator === ")") this.endArguments(opened);
    else this.nextArgument(opened);
  }

  private afterArgument(around: ArgumentsBeingRead): void {
    if (this.operator === ")") this.endArguments(around);
    else {
      this.skipComma();
      this.nextArgument(around);
    }
  }

  private nextArgument(around: ArgumentsBeingRead): void {
    const mayBeLambda = around.builtIn !== undefined && BUILT_INS_WITH_LAMBDA.has(around.builtIn.name);
    if (!mayBeLambda || !this.readLambdaHead(around)) this.wait(around);
  }

  /** `name ->` or `(name) ->`, when that is what comes next. */
  private readLambdaHead(of: ArgumentsBeingRead): boolean {
    const { start, at } = this.peek();
    LAMBDA_HEAD.lastIndex = at;
    const match = LAMBDA_HEAD.exec(this.input.text);
    if (match === null) return false;
    const parameters = (match[1] ?? match[2] ?? "").split(",").map((name) => name.trim());
    const [parameter = ""] = parameters;
    if (parameters.length !== 1 || parameter === "") {
      const end = this.lexer.place(at + match[0].length);
      throw new ParseFailure("wrong-arguments", "The lambda must have exactly one parameter.", start, end);
    }
    while (this.peek().at < at + match[0].length) this.take();
    this.wait({ kind: "lambda", start, parameter, of });
    return true;
  }

  private endArguments({ start, target, builtIn, read }: ArgumentsBeingRead): void {
    this.take();
    const span = this.span(start, this.end);
    if (builtIn === undefined) {
      this.give({ kind: "call", target, arguments: read, span }, start, PRIMARY_PRECEDENCE);
      return;
    }
    const { name, word } = builtIn;
    bindBuiltIn(name, word, target, read, this.scope);
    const nameSpan = this.span(word.start, word.end);
    this.give({ kind: "built-in", target, name, nameSpan, arguments: read, span }, start, PRIMARY_PRECEDENCE);
  }
}
