import type { Macro } from "../../tree.js";
import { compileBody } from "../compile-elements.js";
import { compileExpression } from "../compile-expression.js";
import { NEXT, type Execute } from "../compiled.js";
import type { Routine } from "../routine.js";
import { apart, type Surroundings } from "../surroundings.js";
import type { RoutineValue } from "../value.js";

/** `#macro` and `#function`: sets the variable of that name. They are known from the start of the template, too. */
export function compileMacro(definition: Macro, around: Surroundings): Execute {
  const value = compileRoutine(definition, around);
  around.macros.push(value);
  return (run) => {
    run.variables.set(definition.name, value);
    return NEXT;
  };
}

function compileRoutine(definition: Macro, around: Surroundings): RoutineValue {
  const inside = apart(around);
  const parameters = definition.parameters.map(({ name, fallback }) => ({
    name,
    expression: fallback,
    fallback: fallback === undefined ? undefined : compileExpression(fallback, inside),
  }));
  const body = compileBody(definition.body, inside);
  const routine: Routine = {
    definition,
    parameters,
    names: new Set(parameters.map(({ name }) => name)),
    body,
    depth: inside.shared.mostStacked - around.stacked,
    usesArguments: inside.shared.usesArguments,
  };
  return { kind: "routine", routine, definition };
}
