import type { Expression, MethodCall } from "../tree.js";
import { compileArguments, compileBuiltInCall } from "./compile-built-in.js";
import { compileExpression } from "./compile-expression.js";
import type { Evaluate } from "./compiled.js";
import { missing } from "./describe.js";
import { callValue } from "./invoke.js";
import type { Surroundings } from "./surroundings.js";

/** Makes `callee(...)` ready. */
export function compileCall({ target, arguments: given }: MethodCall, around: Surroundings): Evaluate {
  const callee = unwrapped(target);
  const builtIn = compileBuiltInCall(callee, given, around);
  if (builtIn !== undefined) return builtIn;
  const evaluate = compileExpression(target, around);
  const evaluates = compileArguments(given, around);
  return (run) => {
    const value = evaluate(run);
    if (value === undefined) throw missing(target, run);
    const values = evaluates.map((evaluateOne) => evaluateOne(run));
    return callValue(value, values, target, run);
  };
}

function unwrapped(expression: Expression): Expression {
  let inner = expression;
  while (inner.kind === "parenthesis") inner = inner.inner;
  return inner;
}
