import {
  and,
  asNumber,
  atLeast,
  atMost,
  constant,
  equal,
  exists,
  filledOr,
  greaterThan,
  lessThan,
  minus,
  not,
  notEmpty,
  notEqual,
  or,
  orElse,
  plus,
  size,
  times,
  type Condition,
} from "../builders/operations.js";
import { valueOf, type Value } from "../builders/value.js";
import { fixedText } from "../freemarker/string-literal.js";
import type { Binary, Expression } from "../freemarker/tree.js";
import { stringCode } from "./literals.js";
import { findReference, type Found, type ModuleNames, type Scope } from "./scope.js";
import type { LeafKind, PathKey } from "./shapes.js";

/** A value of the builders, and the code that makes it. */
export interface Coded<Kind extends "text" | "number" | "boolean"> {
  readonly value: Value<Kind>;
  readonly code: string;
}

/** Where the names in an expression come from. */
export interface Surroundings {
  readonly scope: Scope;
  readonly names: ModuleNames;
  /** Names that the text itself makes: they are no references. */
  readonly local: ReadonlySet<string>;
}

/** The keys of a path, or undefined when the expression is none. */
export function pathOf(expression: Expression): readonly PathKey[] | undefined {
  const keys: PathKey[] = [];
  let here = expression;
  for (;;) {
    if (here.kind === "variable") return [here.name, ...keys.reverse()];
    if (here.kind === "dot") keys.push(here.key);
    else if (here.kind === "dynamic key") {
      const key = keyOf(here.key);
      if (key === undefined) return undefined;
      keys.push(key);
    } else return undefined;
    here = here.target;
  }
}

function keyOf(key: Expression): PathKey | undefined {
  if (key.kind === "string" && key.parts.every((part) => typeof part === "string")) return fixedText(key);
  return key.kind === "number" && /^(?:0|[1-9]\d{0,8})$/.test(key.digits) ? Number(key.digits) : undefined;
}

function referenceTo(expression: Expression, kind: LeafKind, around: Surroundings): Found | undefined {
  const path = pathOf(expression);
  if (path === undefined || around.local.has(String(path[0]))) return undefined;
  return findReference(path, kind, around.scope, around.names);
}

/** A list that a text or a loop goes through. */
export function listValue(expression: Expression, around: Surroundings): Found | undefined {
  return referenceTo(expression, "list", around);
}

/** An expression that prints text. */
export function textValue(expression: Expression, around: Surroundings): Coded<"text"> | undefined {
  const { use } = around.names;
  const inner = withoutParenthesis(expression);
  if (inner.kind === "default") return fallbackText(inner.target, inner.fallback, around);
  if (inner.kind === "built-in" && inner.name === "then") return filled(inner, around);
  const found = referenceTo(expression, "text", around);
  if (found === undefined) return undefined;
  const code = found.optional ? `${use("required")}(${found.code})` : found.code;
  return { value: valueOf("text", found.expression), code };
}

function fallbackText(
  target: Expression,
  fallback: Expression | undefined,
  around: Surroundings,
): Coded<"text"> | undefined {
  const found = referenceTo(withoutParenthesis(target), "text", around);
  if (found === undefined || fallback === undefined) return undefined;
  const other = textOperand(fallback, around);
  if (other === undefined) return undefined;
  const value = orElse(valueOf("text", found.expression, "optional"), other.value);
  return { value, code: `${around.names.use("orElse")}(${found.code}, ${other.code})` };
}

/** `(x)?has_content?then(x, "-")` */
function filled(
  { target, arguments: given }: Extract<Expression, { readonly kind: "built-in" }>,
  around: Surroundings,
): Coded<"text"> | undefined {
  const [then, otherwise] = given ?? [];
  if (target.kind !== "built-in" || target.name !== "has_content") return undefined;
  if (then === undefined || then.kind === "lambda" || otherwise === undefined || otherwise.kind === "lambda")
    return undefined;
  const found = referenceTo(then, "text", around);
  const other = textOperand(otherwise, around);
  if (found === undefined || other === undefined) return undefined;
  const value = filledOr(valueOf("text", found.expression, "optional"), other.value);
  return { value, code: `${around.names.use("filledOr")}(${found.code}, ${other.code})` };
}

/** An expression that prints a number. */
export function numberValue(expression: Expression, around: Surroundings): Coded<"number"> | undefined {
  const { use } = around.names;
  const inner = withoutParenthesis(expression);
  if (inner.kind === "built-in" && inner.arguments === undefined && inner.name === "size") {
    const list = referenceTo(inner.target, "list", around);
    if (list === undefined || list.optional) return undefined;
    return { value: size(valueOf("list", list.expression)), code: `${use("size")}(${list.code})` };
  }
  if (inner.kind === "built-in" && inner.arguments === undefined && inner.name === "number") {
    const text = textValue(inner.target, around);
    return text && { value: asNumber(text.value), code: `${use("asNumber")}(${text.code})` };
  }
  if (inner.kind === "binary") return calculated(inner, around);
  const found = referenceTo(inner, "number", around);
  if (found === undefined) return undefined;
  const code = found.optional ? `${use("required")}(${found.code})` : found.code;
  return { value: valueOf("number", found.expression), code };
}

const CALCULATIONS = { "+": ["plus", plus], "-": ["minus", minus], "*": ["times", times] } as const;

function calculated({ operator, left, right }: Binary, around: Surroundings): Coded<"number"> | undefined {
  if (operator !== "+" && operator !== "-" && operator !== "*") return undefined;
  const [name, build] = CALCULATIONS[operator];
  const [first, second] = [numberOperand(left, around), numberOperand(right, around)];
  if (first === undefined || second === undefined) return undefined;
  const code = `${around.names.use(name)}(${first.code}, ${second.code})`;
  return { value: build(first.value, second.value), code };
}

/** An expression that is true or false. */
export function conditionValue(expression: Expression, around: Surroundings): Coded<"boolean"> | undefined {
  const { use } = around.names;
  const inner = withoutParenthesis(expression);
  switch (inner.kind) {
    case "binary":
      return inner.operator === "&&" || inner.operator === "||"
        ? joined(inner, around)
        : compared(inner, around);
    case "unary": {
      const condition = inner.operator === "!" ? conditionValue(inner.operand, around) : undefined;
      return condition && { value: not(condition.value), code: `${use("not")}(${condition.code})` };
    }
    case "exists": {
      const found = referenceTo(withoutParenthesis(inner.target), "anything", around);
      return (
        found && { value: exists(valueOf("text", found.expression)), code: `${use("exists")}(${found.code})` }
      );
    }
    case "built-in": {
      if (inner.name !== "has_content" || inner.arguments !== undefined) return undefined;
      const found = fillable(withoutParenthesis(inner.target), around);
      if (found === undefined) return undefined;
      return {
        value: notEmpty(valueOf("text", found.expression)),
        code: `${use("notEmpty")}(${found.code})`,
      };
    }
    default: {
      const found = referenceTo(inner, "boolean", around);
      if (found === undefined) return undefined;
      const code = found.optional ? `${use("required")}(${found.code})` : found.code;
      return { value: valueOf("boolean", found.expression), code };
    }
  }
}

/** A reference to something that can be empty: text, or a list. */
function fillable(expression: Expression, around: Surroundings): Found | undefined {
  for (const kind of ["text", "list"] as const) {
    const found = referenceTo(expression, kind, around);
    if (found !== undefined) return found;
  }
  return undefined;
}

function joined(expression: Binary, around: Surroundings): Coded<"boolean"> | undefined {
  const isAnd = expression.operator === "&&";
  const sides = operandsOf(expression, expression.operator).map((side) => conditionValue(side, around));
  const known = sides.filter((side) => side !== undefined);
  const [first, ...others] = known.map(({ value }): Condition => value);
  if (first === undefined || known.length < sides.length) return undefined;
  const code = `${around.names.use(isAnd ? "and" : "or")}(${known.map((side) => side.code).join(", ")})`;
  return { value: isAnd ? and(first, ...others) : or(first, ...others), code };
}

/** The sides of `a && b && c`, which is a tree that leans to the left. */
function operandsOf(expression: Expression, operator: Binary["operator"]): readonly Expression[] {
  const sides: Expression[] = [];
  let here = expression;
  while (here.kind === "binary" && here.operator === operator) {
    sides.push(here.right);
    here = here.left;
  }
  return [here, ...sides.reverse()];
}

const ORDERS = {
  "<": ["lessThan", lessThan],
  "<=": ["atMost", atMost],
  ">": ["greaterThan", greaterThan],
  ">=": ["atLeast", atLeast],
} as const;

function compared({ operator, left, right }: Binary, around: Surroundings): Coded<"boolean"> | undefined {
  const { use } = around.names;
  if (operator === "==" || operator === "!=") {
    const name = operator === "==" ? "equal" : "notEqual";
    const isNumber = isNumeric(right) || isNumeric(left);
    if (isNumber) {
      const [first, second] = [numberValue(left, around), numberOperand(right, around)];
      if (first === undefined || second === undefined) return undefined;
      const value =
        operator === "==" ? equal(first.value, second.value) : notEqual(first.value, second.value);
      return { value, code: `${use(name)}(${first.code}, ${second.code})` };
    }
    const [first, second] = [textValue(left, around), textOperand(right, around)];
    if (first === undefined || second === undefined) return undefined;
    const value = operator === "==" ? equal(first.value, second.value) : notEqual(first.value, second.value);
    return { value, code: `${use(name)}(${first.code}, ${second.code})` };
  }
  if (operator !== "<" && operator !== "<=" && operator !== ">" && operator !== ">=") return undefined;
  const [name, build] = ORDERS[operator];
  const [first, second] = [numberOperand(left, around), numberOperand(right, around)];
  if (first === undefined || second === undefined) return undefined;
  return { value: build(first.value, second.value), code: `${use(name)}(${first.code}, ${second.code})` };
}

function isNumeric(expression: Expression): boolean {
  const inner = withoutParenthesis(expression);
  return (
    inner.kind === "number" ||
    (inner.kind === "built-in" && (inner.name === "size" || inner.name === "number"))
  );
}

function numberOperand(expression: Expression, around: Surroundings): Coded<"number"> | undefined {
  if (expression.kind !== "number") return numberValue(expression, around);
  const number = Number(expression.digits);
  return String(number) === expression.digits
    ? { value: constant(number), code: expression.digits }
    : undefined;
}

function textOperand(expression: Expression, around: Surroundings): Coded<"text"> | undefined {
  if (expression.kind !== "string") return textValue(expression, around);
  if (expression.parts.some((part) => typeof part !== "string")) return undefined;
  const text = fixedText(expression);
  return { value: constant(text), code: stringCode(text) };
}

function withoutParenthesis(expression: Expression): Expression {
  let here = expression;
  while (here.kind === "parenthesis") here = here.inner;
  return here;
}
