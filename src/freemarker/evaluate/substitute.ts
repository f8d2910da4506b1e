import type { Argument, Expression } from "../tree.js";

/** An expression in which a variable is replaced by another expression, as `#escape` does with what is printed. */
export function substituted(expression: Expression, variable: string, replacement: Expression): Expression {
  const inside = (part: Expression): Expression => substituted(part, variable, replacement);
  switch (expression.kind) {
    case "variable":
      return expression.name === variable ? replacement : expression;
    case "string":
      return {
        ...expression,
        parts: expression.parts.map((part) =>
          typeof part === "string" ? part : { ...part, expression: inside(part.expression) },
        ),
      };
    case "number":
    case "boolean":
    case "special variable":
      return expression;
    case "sequence":
      return { ...expression, items: expression.items.map(inside) };
    case "hash":
      return {
        ...expression,
        entries: expression.entries.map(({ key, value }) => ({ key: inside(key), value: inside(value) })),
      };
    case "parenthesis":
      return { ...expression, inner: inside(expression.inner) };
    case "dot":
      return { ...expression, target: inside(expression.target) };
    case "dynamic key":
      return { ...expression, target: inside(expression.target), key: inside(expression.key) };
    case "call":
      return {
        ...expression,
        target: inside(expression.target),
        arguments: expression.arguments.map((given) => substitutedArgument(given, variable, replacement)),
      };
    case "built-in":
      return {
        ...expression,
        target: inside(expression.target),
        arguments: expression.arguments?.map((given) => substitutedArgument(given, variable, replacement)),
      };
    case "default":
      return {
        ...expression,
        target: inside(expression.target),
        fallback: expression.fallback === undefined ? undefined : inside(expression.fallback),
      };
    case "exists":
      return { ...expression, target: inside(expression.target) };
    case "unary":
      return { ...expression, operand: inside(expression.operand) };
    case "binary":
      return { ...expression, left: inside(expression.left), right: inside(expression.right) };
    case "range":
      return {
        ...expression,
        from: inside(expression.from),
        to: expression.to === undefined ? undefined : inside(expression.to),
      };
  }
}

/** The parameter of a lambda hides a variable of the same name. */
function substitutedArgument(argument: Argument, variable: string, replacement: Expression): Argument {
  if (argument.kind !== "lambda") return substituted(argument, variable, replacement);
  if (argument.parameter === variable) return argument;
  return { ...argument, body: substituted(argument.body, variable, replacement) };
}
