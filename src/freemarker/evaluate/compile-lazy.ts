import type { Argument, BuiltIn, Expression, Lambda } from "../tree.js";
import { compileCondition, compileExpression, compilePresent } from "./compile-expression.js";
import type { Evaluate } from "./compiled.js";
import { holds } from "./compare.js";
import { describeValue, missing, wrongType } from "./describe.js";
import { Failure, notSimulated } from "./failure.js";
import { asBoolean, truthOf } from "./coerce.js";
import { callValue } from "./invoke.js";
import { itemsOf, sequenceOf } from "./operators.js";
import type { Run } from "./run.js";
import { scopeOf } from "./scope.js";
import { deeper, type Surroundings } from "./surroundings.js";
import { listValue, type Value } from "./value.js";

/** The built-ins that evaluate their arguments when they need them; undefined for all others. */
export function compileLazyBuiltIn(expression: BuiltIn, around: Surroundings): Evaluate | undefined {
  switch (expression.name) {
    case "then":
      return compileThen(expression, around);
    case "switch":
      return compileSwitch(expression, around);
    case "map":
    case "filter":
    case "take_while":
    case "drop_while": {
      const stream = compileStream(expression, around, "eager");
      return (run) => listValue([...stream(run).items]);
    }
    default:
      return undefined;
  }
}

/** A list that is gone through once, item by item: what nobody asks for is not worked out. */
export function compileItems(expression: Expression, around: Surroundings): (run: Run) => Listed {
  const inner = withoutBrackets(expression);
  if (inner.kind === "built-in" && LISTED_LAZILY.has(inner.name)) {
    const stream = compileStream(inner, around, "lazy");
    return (run) => {
      const { items, size } = stream(run);
      return { value: { kind: "stream", items, size }, items, size };
    };
  }
  const evaluate = compilePresent(expression, around);
  return (run) => {
    const value = evaluate(run);
    return { value, items: undefined, size: sequenceOf(value)?.size };
  };
}

function withoutBrackets(expression: Expression): Expression {
  let inner = expression;
  while (inner.kind === "parenthesis") inner = inner.inner;
  return inner;
}

interface Listed {
  readonly value: Value;
  readonly items: Iterable<Value | undefined> | undefined;
  readonly size: number | undefined;
}

const LISTED_LAZILY: ReadonlySet<string> = new Set(["map", "filter", "take_while", "drop_while"]);

/** An operand that only needs to be gone through once. */
export function compileStreamed(expression: Expression, around: Surroundings): (run: Run) => Value {
  const items = compileItems(expression, around);
  return (run) => items(run).value;
}

function expressions(given: readonly Argument[] | undefined): readonly Expression[] {
  return (given ?? []).map((argument) => {
    if (argument.kind === "lambda") throw notSimulated("a lambda here", argument);
    return argument;
  });
}

function compileThen({ target, arguments: given }: BuiltIn, around: Surroundings): Evaluate {
  const condition = compileCondition(target, around);
  const [whenTrue, whenFalse] = expressions(given).map((argument) => compilePresent(argument, around));
  return (run) => (condition(run) ? whenTrue : whenFalse)?.(run);
}

function compileSwitch(expression: BuiltIn, around: Surroundings): Evaluate {
  const given = expressions(expression.arguments);
  const target = compilePresent(expression.target, around);
  const evaluates = given.map((argument) => compilePresent(argument, around));
  return (run) => {
    const value = target(run);
    for (let index = 0; index + 1 < evaluates.length; index += 2) {
      const [candidate, result] = [evaluates[index], evaluates[index + 1]];
      if (candidate !== undefined && holds("==", value, candidate(run), expression)) return result?.(run);
    }
    if (evaluates.length % 2 === 1) return evaluates.at(-1)?.(run);
    const message = "?switch has no case for this value, and no default as its last argument.";
    throw new Failure("invalid-value", message, expression.target);
  };
}

/** Going through a list by steps takes several functions of JavaScript. */
const WEIGHT_OF_STREAM = 10;

type Transform = (item: Value | undefined, run: Run) => Value | undefined;

function compileStream(
  expression: BuiltIn,
  around: Surroundings,
  way: "lazy" | "eager",
): (run: Run) => { readonly items: Iterable<Value | undefined>; readonly size: number | undefined } {
  const { target, name } = expression;
  const inside = deeper(around, expression, WEIGHT_OF_STREAM);
  const list = compileItems(target, inside);
  const [argument] = expression.arguments ?? [];
  if (argument === undefined) throw notSimulated(`?${name} without an argument`, expression);
  const prepare =
    argument.kind === "lambda" ? compileLambda(argument, inside) : compileFunction(argument, inside);
  return (run) => {
    const { value, items, size } = list(run);
    const prepared = prepare(run);
    const transform = way === "lazy" ? placedOutside(prepared) : prepared;
    const source = items ?? itemsOf(value, target, run);
    return {
      items: transformed(name, source, transform, argument, run),
      size: name === "map" ? size : undefined,
    };
  };
}

/** The scope is that of the place where the lambda stands, whenever it is called. */
function compileLambda({ parameter, body }: Lambda, around: Surroundings): (run: Run) => Transform {
  const evaluate = compileExpression(body, around);
  return ({ scope: outer }) =>
    (item, run) => {
      const before = run.scope;
      run.scope = scopeOf(outer, parameter, item);
      const value = evaluate(run);
      run.scope = before;
      return value;
    };
}

function compileFunction(argument: Expression, around: Surroundings): (run: Run) => Transform {
  const evaluate = compileExpression(argument, around);
  return (run) => {
    const callee = evaluate(run);
    if (callee === undefined) throw missing(argument, run);
    if (callee.kind !== "method" && callee.kind !== "routine")
      throw wrongType(argument, callee, "a function, a method or a lambda", run);
    return (item) => callValue(callee, [item], argument, run);
  };
}

function* transformed(
  name: string,
  items: Iterable<Value | undefined>,
  transform: Transform,
  argument: Argument,
  run: Run,
): Generator<Value | undefined> {
  let dropping = name === "drop_while";
  for (const item of items) {
    if (name === "map") {
      yield mapped(transform(item, run), argument);
      continue;
    }
    const fits = name === "drop_while" && !dropping ? undefined : isTrue(transform(item, run), argument, run);
    if (name === "filter" && fits === false) continue;
    if (name === "take_while" && fits === false) return;
    if (name === "drop_while" && fits === true) continue;
    dropping = false;
    yield item;
  }
}

/** A mistake in an item that is worked out late is one of the element that asks for it, and no missing value. */
function placedOutside(transform: Transform): Transform {
  return (item, run) => {
    try {
      return transform(item, run);
    } catch (error) {
      if (!(error instanceof Failure) || !error.recoverable) throw error;
      const code = error.code === "missing-value" ? "invalid-value" : error.code;
      throw new Failure(code, error.message, undefined, error.hint);
    }
  };
}

function mapped(value: Value | undefined, argument: Argument): Value {
  if (value !== undefined) return value;
  throw new Failure(
    "invalid-value",
    "?map has no value for one of the items.",
    argument,
    "Give it a default with !.",
  );
}

function isTrue(value: Value | undefined, argument: Argument, run: Run): boolean {
  if (value !== undefined && truthOf(value) !== undefined) return asBoolean(value, argument, run);
  const found = value === undefined ? "nothing" : describeValue(value);
  throw new Failure(
    "wrong-type",
    `The condition for the items must be true or false, but gives ${found}.`,
    argument,
  );
}
