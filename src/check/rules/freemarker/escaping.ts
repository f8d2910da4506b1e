import { appliedIn } from "./built-in-of.js";
import type { Argument, BuiltIn, Expression, MethodCall } from "../../../freemarker/tree.js";

/** The expression itself, without round brackets and fallbacks around it. */
export function core(expression: Expression): Expression {
  let inner = expression;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    if (inner.kind !== "parenthesis" && inner.kind !== "default") break;
    inner = inner.kind === "parenthesis" ? inner.inner : inner.target;
  }
  return inner;
}

/** Built-ins after which a value fits into a JSON string. */
const JSON_SAFE = new Set(
  "json_string j_string js_string c cn url url_path size length index counter".split(" "),
);
/** What TOPdesk's methods print needs no escaping either. */
const SAFE_METHODS = new Set(["_base64", "_randomUUID"]);

/** Built-ins that print one of their arguments. */
const CHOOSING = new Set(["then", "string"]);

const DEEPEST = 40;

/** Whether what an expression prints can stand in a JSON string as it is. */
export function isJsonSafe(
  expression: Argument,
  isSafePath: (expression: Argument) => boolean,
  depth = 0,
): boolean {
  // Nobody writes an expression this deep; say nothing about one.
  if (depth > DEEPEST) return true;
  const safe = (argument: Argument) => isJsonSafe(argument, isSafePath, depth + 1);
  switch (expression.kind) {
    case "number":
    case "boolean":
    case "special variable":
    case "exists":
    case "unary":
      return true;
    case "string":
      return expression.parts.every((part) =>
        typeof part === "string" ? /^[^"\\\p{Cc}]*$/u.test(part) : safe(part.expression),
      );
    case "parenthesis":
      return safe(expression.inner);
    case "default":
      return safe(expression.target) && (expression.fallback === undefined || safe(expression.fallback));
    case "binary":
      return expression.operator !== "+" || (safe(expression.left) && safe(expression.right));
    case "call":
    case "built-in":
      return isSafeCall(expression, safe);
    default:
      return isSafePath(expression);
  }
}

function isSafeCall(expression: MethodCall | BuiltIn, isSafe: (argument: Argument) => boolean): boolean {
  const applied = appliedIn(expression);
  if (applied === undefined) {
    return (
      expression.kind === "call" &&
      expression.target.kind === "variable" &&
      SAFE_METHODS.has(expression.target.name)
    );
  }
  const {
    builtIn: { name, target },
    given,
  } = applied;
  if (JSON_SAFE.has(name)) return true;
  if (CHOOSING.has(name) && given !== undefined) return given.every(isSafe);
  return name === "string" && isSafe(target);
}
