import type { Argument, BinaryOperator, Element, Expression } from "../freemarker/tree.js";
import type { Comparison, Condition, Operand, Shown } from "./facts.js";
import { withoutWriting, type ReadText } from "./templates.js";

/** Conditions nested deeper, or with more parts, are quoted: in words nobody would follow them. */
const DEEPEST = 12;
const MOST_PARTS = 12;

/** What a text that must print `true` asks for. */
export function conditionOfText(text: ReadText, shown: Shown): Condition {
  const whole: Condition = { kind: "code", code: shown(text.source) };
  if (text.body === undefined) {
    const words = text.source.trim();
    return words === "true" ? { kind: "constant", value: true } : whole;
  }
  if (!text.isValid) return whole;
  const printing = text.body.filter(isPrinting);
  const [only, ...others] = printing;
  if (only === undefined || others.length > 0 || text.body.some(({ kind }) => kind === "assign"))
    return whole;
  const read = (expression: Expression) => conditionOf(expression, text, shown);
  const condition =
    only.kind === "interpolation"
      ? read(only.expression)
      : only.kind === "if"
        ? whenTrue(only.branches, read)
        : undefined;
  return condition === undefined || sizeOf(condition) > MOST_PARTS ? whole : condition;
}

/** What an expression asks for; its code where it is not simple. */
export function conditionOf(expression: Expression, text: ReadText, shown: Shown): Condition {
  const condition = read(expression, false, { text, shown, depth: 0 });
  return sizeOf(condition) > MOST_PARTS ? quoted(expression, false, { text, shown, depth: 0 }) : condition;
}

function isPrinting(element: Element): boolean {
  return element.kind !== "comment" && !(element.kind === "text" && element.text.trim() === "");
}

/** When branches that print `true` or something else print `true`. */
function whenTrue(
  branches: readonly { readonly condition: Expression | undefined; readonly body: readonly Element[] }[],
  conditionOf: (expression: Expression) => Condition,
): Condition | undefined {
  const [first, ...others] = branches;
  if (first === undefined) return { kind: "constant", value: false };
  if (!first.body.every((element) => element.kind === "text")) return undefined;
  const isTrue =
    first.body
      .map(({ text }) => text)
      .join("")
      .trim() === "true";
  if (first.condition === undefined) return { kind: "constant", value: isTrue };
  const otherwise = whenTrue(others, conditionOf);
  if (otherwise === undefined) return undefined;
  const condition = conditionOf(first.condition);
  return isTrue ? either(condition, otherwise) : both(negated(condition), otherwise);
}

function both(one: Condition | undefined, other: Condition): Condition | undefined {
  if (one === undefined) return undefined;
  if (other.kind === "constant") return other.value ? one : other;
  return { kind: "all", parts: [one, other] };
}

function either(one: Condition, other: Condition): Condition {
  if (other.kind === "constant") return other.value ? other : one;
  return { kind: "any", parts: [one, other] };
}

interface Reading {
  readonly text: ReadText;
  readonly shown: Shown;
  readonly depth: number;
}

function read(expression: Expression, isNot: boolean, reading: Reading): Condition {
  if (reading.depth > DEEPEST) return quoted(expression, isNot, reading);
  const inner = { ...reading, depth: reading.depth + 1 };
  switch (expression.kind) {
    case "parenthesis":
      return read(expression.inner, isNot, inner);
    case "boolean":
      return { kind: "constant", value: expression.value !== isNot };
    case "unary":
      return expression.operator === "!"
        ? read(expression.operand, !isNot, inner)
        : quoted(expression, isNot, reading);
    case "exists":
      return test("exists", expression.target, isNot, inner) ?? quoted(expression, isNot, reading);
    case "binary":
      return readBinary(expression, isNot, inner) ?? quoted(expression, isNot, reading);
    case "built-in":
      return readBuiltIn(expression, isNot, inner) ?? quoted(expression, isNot, reading);
    case "call":
      return readCall(expression, isNot, inner) ?? quoted(expression, isNot, reading);
    default:
      return test("true", expression, isNot, inner) ?? quoted(expression, isNot, reading);
  }
}

function quoted({ span }: Expression, isNot: boolean, { text, shown }: Reading): Condition {
  const code = text.source.slice(span.start.offset, span.end.offset);
  return { kind: "code", code: shown(isNot ? `!(${code})` : code) };
}

const NEGATED: Readonly<Record<Comparison, Comparison>> = {
  "==": "!=",
  "!=": "==",
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
};

function isComparison(operator: BinaryOperator): operator is Comparison {
  return Object.hasOwn(NEGATED, operator);
}

function readBinary(
  { operator, left, right }: Extract<Expression, { kind: "binary" }>,
  isNot: boolean,
  reading: Reading,
): Condition | undefined {
  if (operator === "&&" || operator === "||") {
    const parts = [read(left, isNot, reading), read(right, isNot, reading)];
    const kind = (operator === "&&") === isNot ? "any" : "all";
    return { kind, parts: parts.flatMap((part) => (part.kind === kind ? part.parts : [part])) };
  }
  if (!isComparison(operator)) return undefined;
  const [one, other] = [operandOf(left, reading), operandOf(right, reading)];
  if (one.kind === "code" || other.kind === "code") return undefined;
  const compared = isNot ? NEGATED[operator] : operator;
  const isSameness = compared === "==" || compared === "!=";
  if (isSameness && other.kind === "literal" && other.text === "")
    return { kind: "blank", isNot: compared === "!=", of: one };
  return { kind: "compare", left: one, operator: compared, right: other };
}

function readBuiltIn(
  expression: Extract<Expression, { kind: "built-in" }>,
  isNot: boolean,
  reading: Reading,
): Condition | undefined {
  return readNamed(expression, expression.arguments ?? [], isNot, reading);
}

/** Arguments of some built-ins stand in the tree as those of a call. */
function readCall(
  { target, arguments: given }: Extract<Expression, { kind: "call" }>,
  isNot: boolean,
  reading: Reading,
): Condition | undefined {
  return target.kind === "built-in" && target.arguments === undefined
    ? readNamed(target, given, isNot, reading)
    : undefined;
}

function readNamed(
  { name, target }: Extract<Expression, { kind: "built-in" }>,
  given: readonly Argument[],
  isNot: boolean,
  reading: Reading,
): Condition | undefined {
  switch (name) {
    case "c":
    case "cn":
    case "string":
    case "then":
      return isTruthWords(given) ? read(target, isNot, reading) : undefined;
    case "has_content":
      return test("filled", target, isNot, reading);
    case "starts_with":
    case "ends_with":
    case "contains": {
      const [argument] = given;
      if (argument === undefined || argument.kind === "lambda") return undefined;
      const [of, part] = [operandOf(target, reading), operandOf(argument, reading)];
      if (of.kind === "code" || part.kind === "code") return undefined;
      return { kind: KINDS[name], isNot, of, part };
    }
    default:
      return undefined;
  }
}

const KINDS = { starts_with: "starts with", ends_with: "ends with", contains: "contains" } as const;

/** No arguments, or those that print `true` and something else. */
function isTruthWords(given: readonly Argument[]): boolean {
  if (given.length === 0) return true;
  const [yes, no] = given.map((argument) =>
    argument.kind === "string" && argument.parts.every((part) => typeof part === "string")
      ? argument.parts.join("")
      : undefined,
  );
  return yes === "true" && no !== undefined && no.trim() !== "true";
}

function test(
  kind: "filled" | "exists" | "true",
  target: Expression,
  isNot: boolean,
  reading: Reading,
): Condition | undefined {
  const of = operandOf(target, reading);
  return of.kind === "source" ? { kind, isNot, of } : undefined;
}

function operandOf(expression: Expression, reading: Reading): Operand {
  const { text, shown, depth } = reading;
  const inner = withoutNumber(withoutWriting(expression));
  const code: Operand = {
    kind: "code",
    code: shown(text.source.slice(inner.span.start.offset, inner.span.end.offset)),
  };
  if (depth > DEEPEST) return code;
  const deeper = { ...reading, depth: depth + 1 };
  const source = text.sourceOf(inner);
  if (source !== undefined) return { kind: "source", source };
  switch (inner.kind) {
    case "string":
      return inner.parts.every((part) => typeof part === "string")
        ? { kind: "literal", text: shown(inner.parts.join("")) }
        : code;
    case "number":
      return { kind: "literal", text: shown(inner.digits) };
    case "boolean":
      return { kind: "literal", text: String(inner.value) };
    case "built-in":
      return inner.name === "size" || inner.name === "length"
        ? wrapped(inner.name, operandOf(inner.target, deeper), code)
        : code;
    case "default": {
      if (inner.fallback === undefined) return code;
      const [of, fallback] = [operandOf(inner.target, deeper), operandOf(inner.fallback, deeper)];
      return of.kind === "code" || fallback.kind === "code" ? code : { kind: "default", of, fallback };
    }
    default:
      return code;
  }
}

function wrapped(kind: "size" | "length", of: Operand, code: Operand): Operand {
  return of.kind === "code" ? code : { kind, of };
}

function withoutNumber(expression: Expression): Expression {
  return expression.kind === "built-in" && expression.name === "number"
    ? withoutWriting(expression.target)
    : expression;
}

function negated(condition: Condition): Condition | undefined {
  switch (condition.kind) {
    case "constant":
      return { kind: "constant", value: !condition.value };
    case "compare":
      return { ...condition, operator: NEGATED[condition.operator] };
    case "all":
    case "any": {
      const parts = condition.parts.map(negated);
      const known = parts.flatMap((part) => (part === undefined ? [] : [part]));
      return known.length < parts.length
        ? undefined
        : { kind: condition.kind === "all" ? "any" : "all", parts: known };
    }
    case "code":
      return undefined;
    default:
      return { ...condition, isNot: !condition.isNot };
  }
}

function sizeOf(condition: Condition): number {
  return condition.kind === "all" || condition.kind === "any"
    ? condition.parts.reduce((sum, part) => sum + sizeOf(part), 0)
    : 1;
}
