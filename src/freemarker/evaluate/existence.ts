import type { Expression } from "../tree.js";
import { compileExpression } from "./compile-expression.js";
import type { Evaluate } from "./compiled.js";
import { Failure } from "./failure.js";
import type { Surroundings } from "./surroundings.js";
import { wrongType } from "./describe.js";

/**
 * An expression that may have no value. Only in round brackets may its inner parts be missing, too: `(a.b.c)!` is
 * quiet about everything, `a.b.c!` about `c`.
 */
export function compileMaybe(expression: Expression, around: Surroundings): Evaluate {
  if (expression.kind !== "parenthesis") return compileExpression(expression, around);
  return compilePath(expression.inner, around) ?? compileQuietly(expression, around);
}

/** Variables and keys, which need no exception to be given up. */
function compilePath(expression: Expression, around: Surroundings): Evaluate | undefined {
  if (expression.kind === "variable") return compileExpression(expression, around);
  if (expression.kind !== "dot") return undefined;
  const { target, key } = expression;
  const outer = compilePath(target, around);
  if (outer === undefined) return undefined;
  return (run) => {
    const value = outer(run);
    if (value?.kind === "hash") return value.get(key);
    if (value === undefined || value.kind === "nothing") return undefined;
    throw wrongType(target, value, "a hash", run);
  };
}

function compileQuietly(expression: Expression, around: Surroundings): Evaluate {
  const evaluate = compileExpression(expression, around);
  return (run) => {
    const checkpoint = run.checkpoint();
    run.quiet = true;
    try {
      const value = evaluate(run);
      run.quiet = checkpoint.quiet;
      return value;
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== "missing-value") throw error;
      run.restore(checkpoint);
      return undefined;
    }
  };
}
