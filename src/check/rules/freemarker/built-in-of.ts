import type { Argument, BuiltIn } from "../../../freemarker/tree.js";

/** A built-in and what it is given, whether its arguments were read with it or called later: `x?then(a, b)`, `x?join(a)`. */
export interface Applied {
  readonly builtIn: BuiltIn;
  /** Undefined without round brackets. */
  readonly given: readonly Argument[] | undefined;
}

/** The built-in that an expression applies; undefined when it is something else. */
export function appliedIn(expression: Argument): Applied | undefined {
  if (expression.kind === "built-in") return { builtIn: expression, given: expression.arguments };
  if (expression.kind !== "call" || expression.target.kind !== "built-in") return undefined;
  // `x?then(a, b)(c)` calls what the built-in gave.
  if (expression.target.arguments !== undefined) return undefined;
  return { builtIn: expression.target, given: expression.arguments };
}
