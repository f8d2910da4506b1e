import type { Simple } from "../../tree.js";
import { asText } from "../coerce.js";
import { compileExpression } from "../compile-expression.js";
import { BREAK, CONTINUE, NEXT, RETURN, type Execute } from "../compiled.js";
import { Failure, notSimulated } from "../failure.js";
import { renderContent } from "../invoke.js";
import type { Surroundings } from "../surroundings.js";

/** The directives without content. */
export function compileSimple(element: Simple, around: Surroundings): Execute | undefined {
  switch (element.name) {
    case "t":
    case "lt":
    case "rt":
    case "nt":
    case "flush":
      return undefined;
    case "break":
      return () => BREAK;
    case "continue":
      return () => CONTINUE;
    case "return":
      return compileReturn(element, around);
    case "nested":
      return compileNested(element, around);
    case "stop":
      return compileStop(element, around);
    case "fallback":
    case "include":
    case "import":
    case "visit":
    case "recurse":
      return () => {
        throw notSimulated(`#${element.name}`, element);
      };
  }
}

function compileReturn(element: Simple, around: Surroundings): Execute {
  const [expression] = element.expressions;
  if (expression === undefined) return () => RETURN;
  const evaluate = compileExpression(expression, around);
  return (run) => {
    run.place = element;
    run.returned = evaluate(run);
    return RETURN;
  };
}

function compileNested(element: Simple, around: Surroundings): Execute {
  const evaluates = element.expressions.map((expression) => compileExpression(expression, around));
  return (run) => {
    run.place = element;
    const content = run.invocation?.content;
    const values = evaluates.map((evaluate) => evaluate(run));
    return content === undefined ? NEXT : renderContent(content, values, run);
  };
}

function compileStop(element: Simple, around: Surroundings): Execute {
  const [expression] = element.expressions;
  const evaluate = expression === undefined ? undefined : compileExpression(expression, around);
  return (run) => {
    run.place = element;
    const message =
      expression === undefined || evaluate === undefined ? "" : asText(evaluate(run), expression, run);
    throw new Failure("stop", message, element);
  };
}
