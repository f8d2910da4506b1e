import type { Argument, BuiltIn as BuiltInExpression, Expression } from "../tree.js";
import { Arguments, checkCount, type BuiltIn, type Site } from "./built-in.js";
import { BUILT_INS } from "./built-ins/index.js";
import { compileExpression } from "./compile-expression.js";
import { compileLazyBuiltIn, compileStreamed } from "./compile-lazy.js";
import type { Evaluate } from "./compiled.js";
import { missing, wrongType } from "./describe.js";
import { compileMaybe } from "./existence.js";
import { notSimulated } from "./failure.js";
import type { Run } from "./run.js";
import type { Surroundings } from "./surroundings.js";
import type { Value } from "./value.js";

/** Makes `x?name` ready, or `x?name(...)` of the built-ins whose arguments are not all evaluated. */
export function compileBuiltIn(expression: BuiltInExpression, around: Surroundings): Evaluate {
  const lazy = compileLazyBuiltIn(expression, around);
  if (lazy !== undefined) return lazy;
  const { builtIn, site } = found(expression, around);
  if (builtIn === undefined) return refuse(expression);
  if (builtIn.kind === "existence") {
    const { target } = expression;
    const isStrict = builtIn.tolerates === "nothing inside";
    const maybe = isStrict ? compileExpression(target, around) : compileMaybe(target, around);
    return (run) => builtIn.apply(maybe(run), site, run);
  }
  const operand = compileOperand(expression, around);
  if (builtIn.kind !== "method") {
    const { apply } = builtIn;
    return (run) => apply(operand(run), site, run);
  }
  return (run) => bound(builtIn, operand(run), site, run);
}

/** Makes `x?name(...)` ready; undefined when it is no built-in that takes arguments there. */
export function compileBuiltInCall(
  callee: Expression,
  given: readonly Argument[],
  around: Surroundings,
): Evaluate | undefined {
  if (callee.kind !== "built-in" || callee.arguments !== undefined) return undefined;
  const { builtIn, site } = found(callee, around);
  if (builtIn === undefined) return refuse(callee);
  if (builtIn.kind !== "method" && builtIn.kind !== "either") return undefined;
  const operand = compileOperand(callee, around);
  const evaluates = compileArguments(given, around);
  const { least, most, call } = builtIn;
  return (run) => {
    const value = operand(run);
    const values = evaluates.map((evaluate) => evaluate(run));
    checkCount(site.name, values.length, least, most);
    return call(value, new Arguments(values, given, site.name, run), site, run);
  };
}

/** Makes `x?name.key` ready, where the key is a format; undefined when the built-in takes none. */
export function compileFormatKey(
  target: Expression,
  key: Evaluate,
  around: Surroundings,
): Evaluate | undefined {
  if (target.kind !== "built-in" || target.arguments !== undefined) return undefined;
  const { builtIn, site } = found(target, around);
  if (builtIn?.kind !== "either" || !builtIn.takesKey) return undefined;
  const operand = compileOperand(target, around);
  return (run) => {
    const value = operand(run);
    if (!FORMATTED.has(value.kind) && target.name === "string") throw wrongType(target, value, "a hash", run);
    return builtIn.call(value, new Arguments([key(run)], undefined, site.name, run), site, run);
  };
}

/** The values that `?string` gives a format by a key. */
const FORMATTED: ReadonlySet<Value["kind"]> = new Set(["number", "date"]);

export function compileArguments(given: readonly Argument[], around: Surroundings): readonly Evaluate[] {
  return given.map((argument) => {
    if (argument.kind !== "lambda") return compileExpression(argument, around);
    return () => {
      throw notSimulated("a lambda here", argument);
    };
  });
}

/** Built-ins that go through a list once, and so do not need it as a whole. */
const STREAMED: ReadonlySet<string> = new Set([
  "first",
  "size",
  "join",
  "min",
  "max",
  "seq_contains",
  "seq_index_of",
  "seq_last_index_of",
]);

function compileOperand({ target, name }: BuiltInExpression, around: Surroundings): (run: Run) => Value {
  if (STREAMED.has(name)) return compileStreamed(target, around);
  const evaluate = compileExpression(target, around);
  return (run) => {
    const value = evaluate(run);
    if (value === undefined) throw missing(target, run);
    return value;
  };
}

function found(
  expression: BuiltInExpression,
  around: Surroundings,
): { readonly builtIn: BuiltIn | undefined; readonly site: Site } {
  const { name, target } = expression;
  return { builtIn: BUILT_INS.get(name), site: { name, target, expression, format: around.format } };
}

/** It fails only when it is reached: what is not rendered does no harm. */
function refuse(expression: BuiltInExpression): Evaluate {
  return () => {
    throw notSimulated(`?${expression.name}`, expression);
  };
}

function bound(builtIn: BuiltIn & { kind: "method" }, operand: Value, site: Site, run: Run): Value {
  const call = (values: readonly (Value | undefined)[]) => {
    checkCount(site.name, values.length, builtIn.least, builtIn.most);
    return builtIn.call(operand, new Arguments(values, undefined, site.name, run), site, run);
  };
  return { kind: "method", method: { bound: call } };
}
