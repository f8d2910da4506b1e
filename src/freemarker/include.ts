import { yesOrNo } from "./constant.js";
import type { ExpressionParser } from "./expression-parser.js";
import { fixedText } from "./string-literal.js";
import { ParseFailure } from "./template-error.js";
import type { TemplateParser } from "./template-parser.js";
import type { Expression } from "./tree.js";

const PARAMETERS = ["parse", "encoding", "ignore_missing"] as const;
type ParameterName = (typeof PARAMETERS)[number];

/** Reads what follows `#include`: what to include, and the values of its parameters. */
export function includeHead(head: ExpressionParser, parser: TemplateParser): readonly Expression[] {
  const expressions = [head.expression()];
  const values = new Map<ParameterName, Expression>();
  if (head.isOperator(";")) head.take();
  while (head.peek().kind === "name") {
    const { text, start, end } = head.take();
    head.takeOperator("=");
    const value = head.expression();
    const name = parameterOf(text);
    if (name === undefined) {
      const message = `#include has no parameter "${text}".`;
      const hint = `It has ${PARAMETERS.join(", ")}.`;
      throw new ParseFailure("wrong-arguments", message, start, end, hint);
    }
    if (name === "ignore_missing") parser.scope.checkNaming(text, start);
    values.set(name, value);
    expressions.push(value);
  }
  parser.tagEnd(head, true);
  // FreeMarker looks at the values in this order, at the last one of each name.
  for (const name of ["encoding", "parse", "ignore_missing"] as const) {
    const value = values.get(name);
    const expected = value === undefined ? undefined : expectedInstead(name, value);
    if (value === undefined || expected === undefined) continue;
    const { start, end } = value.span;
    const message = `The value of ${name} must be ${expected}.`;
    throw new ParseFailure("wrong-literal", message, start.offset, end.offset);
  }
  return expressions;
}

function parameterOf(word: string): ParameterName | undefined {
  const name = word === "ignoreMissing" ? "ignore_missing" : word.toLowerCase();
  return PARAMETERS.find((candidate) => candidate === name);
}

/** What the value of a parameter must be, when it is a literal that is something else. */
function expectedInstead(name: ParameterName, value: Expression): string | undefined {
  switch (value.kind) {
    case "parenthesis":
      return expectedInstead(name, value.inner);
    case "string":
      if (name === "encoding" || (name === "parse" && yesOrNo(fixedText(value)) !== undefined))
        return undefined;
      break;
    case "boolean":
      if (name !== "encoding") return undefined;
      break;
    case "number":
    case "sequence":
    case "hash":
    case "range":
      break;
    default:
      return undefined;
  }
  return name === "encoding" ? "a text" : "true or false";
}
