import type { Binary, Dot, DynamicKey, Expression, Range, StringLiteral } from "../tree.js";
import { compileBuiltIn, compileFormatKey } from "./compile-built-in.js";
import { compileCall } from "./compile-call.js";
import { asBoolean, asNumeric, asText, asTextOrMarkup } from "./coerce.js";
import { deeper, escapedExpression, type Surroundings } from "./surroundings.js";
import type { Evaluate } from "./compiled.js";
import { holds, type ComparisonOperator } from "./compare.js";
import { missing } from "./describe.js";
import { compileMaybe } from "./existence.js";
import { hashText, patternOfHash } from "./interpolated.js";
import { rangeValue, valueOfDynamicKey, valueOfKey } from "./keys.js";
import { asInt, negative, numericOf, type ArithmeticOperator } from "./numeric.js";
import { added, calculated, joinedTexts } from "./operators.js";
import { parseDecimal } from "../decimal.js";
import type { Run } from "./run.js";
import { compileSpecialVariable } from "./special-variable.js";
import { compileVariable } from "./variable.js";
import {
  booleanValue,
  EMPTY_TEXT,
  listValue,
  mapValue,
  NOTHING,
  numberValue,
  textValue,
  type RangeBounds,
  type Value,
} from "./value.js";

/** Makes an expression ready to be evaluated. */
export function compileExpression(expression: Expression, around: Surroundings): Evaluate {
  const inside = deeper(around, expression);
  switch (expression.kind) {
    case "string":
      return compileString(expression, inside);
    case "number":
      return constant(numberValue(numericOf(parseDecimal(expression.digits) ?? { unscaled: 0n, scale: 0 })));
    case "boolean":
      return constant(booleanValue(expression.value));
    case "sequence":
      return compileItems(expression.items, inside);
    case "hash":
      return compileHash(expression.entries, inside);
    case "variable":
      return compileVariable(expression.name);
    case "special variable":
      return compileSpecialVariable(expression, inside);
    case "parenthesis":
      return compileExpression(innermost(expression.inner), inside);
    case "dot":
      return compileDot(expression, inside);
    case "dynamic key":
      return compileDynamicKey(expression, inside);
    case "call":
      return compileCall(expression, inside);
    case "built-in":
      return compileBuiltIn(expression, inside);
    case "default":
      return compileDefault(expression.target, expression.fallback, inside);
    case "exists": {
      const maybe = compileMaybe(expression.target, inside);
      return (run) => booleanValue(maybe(run) !== undefined);
    }
    case "unary":
      return compileUnary(expression.operator, expression.operand, inside);
    case "binary":
      return compileBinary(expression, inside);
    case "range":
      return compileRange(expression, inside);
  }
}

const constant =
  (value: Value): Evaluate =>
  () =>
    value;

/** What is in brackets within brackets. */
function innermost(expression: Expression): Expression {
  let inner = expression;
  while (inner.kind === "parenthesis") inner = inner.inner;
  return inner;
}

/** An expression that must have a value. */
export function compilePresent(expression: Expression, around: Surroundings): (run: Run) => Value {
  const evaluate = compileExpression(expression, around);
  return (run) => {
    const value = evaluate(run);
    if (value === undefined) throw missing(expression, run);
    return value;
  };
}

/** A condition. */
export function compileCondition(expression: Expression, around: Surroundings): (run: Run) => boolean {
  const evaluate = compileExpression(expression, around);
  return (run) => {
    const value = evaluate(run);
    return value?.kind === "boolean" ? value.value : asBoolean(value, expression, run);
  };
}

function compileString({ parts }: StringLiteral, around: Surroundings): Evaluate {
  const [only] = parts;
  if (only === undefined) return constant(EMPTY_TEXT);
  if (parts.length === 1 && typeof only === "string") return constant(textValue(only));
  const pieces = parts.map((part) => {
    if (typeof part === "string") return () => part;
    if (part.style === "hash") {
      const { expression } = part;
      const [evaluate, pattern] = [compileExpression(expression, around), patternOfHash(part.format)];
      return (run: Run) => hashText(evaluate(run), pattern, expression, run);
    }
    const expression = escapedExpression(part.expression, around);
    const evaluate = compileExpression(expression, around);
    return (run: Run) => asTextOrMarkup(evaluate(run), expression, run);
  });
  return (run) => {
    let whole: Value = EMPTY_TEXT;
    for (const piece of pieces)
      whole = joinedTexts(whole.kind === "markup" ? whole : textOfPiece(whole), piece(run), run);
    return whole;
  };
}

const textOfPiece = (value: Value): string => (value.kind === "string" ? value.text : "");

function compileItems(items: readonly Expression[], around: Surroundings): Evaluate {
  const evaluates = items.map((item) => compilePresent(item, around));
  return (run) => listValue(evaluates.map((evaluate) => evaluate(run)));
}

function compileHash(
  entries: readonly { readonly key: Expression; readonly value: Expression }[],
  around: Surroundings,
): Evaluate {
  const compiled = entries.map(({ key, value }) => ({
    key,
    evaluateKey: compileExpression(key, around),
    evaluateValue: compilePresent(value, around),
  }));
  return (run) => {
    const map = new Map<string, Value>();
    for (const { key, evaluateKey, evaluateValue } of compiled)
      map.set(asText(evaluateKey(run), key, run), evaluateValue(run));
    return mapValue(map);
  };
}

function compileDot({ target, key }: Dot, around: Surroundings): Evaluate {
  const format = compileFormatKey(target, constant(textValue(key)), around);
  if (format !== undefined) return format;
  const evaluate = compileExpression(target, around);
  return (run) => {
    const value = evaluate(run);
    return value?.kind === "hash" ? value.get(key) : valueOfKey(value, key, target, run);
  };
}

function compileDynamicKey(expression: DynamicKey, around: Surroundings): Evaluate {
  const evaluateKey = compileExpression(expression.key, around);
  const format = compileFormatKey(expression.target, evaluateKey, around);
  if (format !== undefined) return format;
  const evaluate = compileExpression(expression.target, around);
  return (run) => {
    const target = evaluate(run);
    if (target === undefined) throw missing(expression.target, run);
    return valueOfDynamicKey(target, evaluateKey(run), expression, run);
  };
}

function compileDefault(
  target: Expression,
  fallback: Expression | undefined,
  around: Surroundings,
): Evaluate {
  const maybe = compileMaybe(target, around);
  if (fallback === undefined) return (run) => maybe(run) ?? NOTHING;
  const evaluate = compileExpression(fallback, around);
  return (run) => maybe(run) ?? evaluate(run);
}

function compileUnary(operator: "+" | "-" | "!", operand: Expression, around: Surroundings): Evaluate {
  if (operator === "!") {
    const condition = compileCondition(operand, around);
    return (run) => booleanValue(!condition(run));
  }
  const evaluate = compileExpression(operand, around);
  return (run) => {
    const value = asNumeric(evaluate(run), operand, run);
    return numberValue(operator === "-" ? negative(value) : value);
  };
}

function compileBinary(expression: Binary, around: Surroundings): Evaluate {
  switch (expression.operator) {
    case "+":
    case "-":
    case "*":
    case "/":
    case "%":
      return compileArithmetic(expression, around);
    case "&&":
    case "||":
      return compileLogic(expression, expression.operator, around);
    default:
      return compileComparison(expression, expression.operator, around);
  }
}

/** A chain of operators without recursion: `a + b + c` may be very long. */
function compileArithmetic(last: Binary, around: Surroundings): Evaluate {
  const chain: { readonly node: Binary; readonly right: Evaluate; readonly apply: Apply }[] = [];
  let first: Expression = last;
  while (first.kind === "binary") {
    const apply = applyOf(first);
    if (apply === undefined) break;
    chain.push({ node: first, right: compileExpression(first.right, around), apply });
    first = first.left;
  }
  chain.reverse();
  const start = compileExpression(first, around);
  return (run) => {
    let value = start(run);
    for (const { node, right, apply } of chain) {
      if (value === undefined) throw missing(node.left, run);
      value = apply(value, right, node, run);
    }
    return value;
  };
}

type Apply = (left: Value, right: Evaluate, node: Binary, run: Run) => Value;

function applyOf({ operator }: Binary): Apply | undefined {
  switch (operator) {
    case "+":
      return (left, evaluate, node, run) => {
        const right = evaluate(run);
        if (right === undefined) throw missing(node.right, run);
        return added(left, right, node, run);
      };
    case "-":
    case "*":
    case "/":
    case "%":
      return arithmetic(operator);
    default:
      return undefined;
  }
}

const arithmetic =
  (operator: ArithmeticOperator): Apply =>
  (left, evaluate, node, run) => {
    const number = asNumeric(left, node.left, run);
    return calculated(operator, number, asNumeric(evaluate(run), node.right, run));
  };

function compileLogic(last: Binary, operator: "&&" | "||", around: Surroundings): Evaluate {
  const conditions: ((run: Run) => boolean)[] = [];
  let first: Expression = last;
  while (first.kind === "binary" && first.operator === operator) {
    conditions.push(compileCondition(first.right, around));
    first = first.left;
  }
  conditions.push(compileCondition(first, around));
  conditions.reverse();
  const decides = operator === "||";
  return (run) => {
    for (const condition of conditions) if (condition(run) === decides) return booleanValue(decides);
    return booleanValue(!decides);
  };
}

function compileComparison(expression: Binary, operator: ComparisonOperator, around: Surroundings): Evaluate {
  const left = compilePresent(expression.left, around);
  const right = compilePresent(expression.right, around);
  return (run) => booleanValue(holds(operator, left(run), right(run), expression));
}

function compileRange(expression: Range, around: Surroundings): Evaluate {
  const { from, to, operator } = expression;
  const evaluateFrom = compileExpression(from, around);
  if (to === undefined) {
    return (run) => {
      const start = asInt(asNumeric(evaluateFrom(run), from, run));
      return rangeValue({ from: start, step: 1, size: Infinity, adaptive: true, inclusive: false });
    };
  }
  const evaluateTo = compileExpression(to, around);
  return (run) => {
    const start = asInt(asNumeric(evaluateFrom(run), from, run));
    const end = asInt(asNumeric(evaluateTo(run), to, run));
    return rangeValue(boundsOf(start, operator === "..*" ? start + end : end, operator));
  };
}

function boundsOf(from: number, end: number, operator: Range["operator"]): RangeBounds {
  const inclusive = operator === "..";
  const size = Math.abs(end - from) + (inclusive ? 1 : 0);
  return { from, step: from <= end ? 1 : -1, size, adaptive: operator === "..*", inclusive };
}
