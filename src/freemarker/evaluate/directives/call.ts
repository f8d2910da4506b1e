import type { Call } from "../../tree.js";
import { compileBody } from "../compile-elements.js";
import { compileExpression } from "../compile-expression.js";
import { NEXT, type Evaluate, type Execute, type Signal } from "../compiled.js";
import { missing, wrongType } from "../describe.js";
import { Failure } from "../failure.js";
import { invoke, namedLocals, positionalLocals } from "../invoke.js";
import type { ModelDirective, ModelValue } from "../model.js";
import { plainOf } from "../plain.js";
import type { Content } from "../routine.js";
import type { Run } from "../run.js";
import { apart, type Surroundings } from "../surroundings.js";
import type { Value } from "../value.js";

interface CompiledCall {
  readonly element: Call;
  readonly positional: readonly Evaluate[];
  readonly named: readonly { readonly name: string; readonly evaluate: Evaluate }[];
  readonly body: Execute | undefined;
  readonly depth: number;
}

/** `<@callee .../>` */
export function compileDirectiveCall(element: Call, around: Surroundings): Execute {
  const evaluate = compileExpression(element.callee, around);
  const inside = apart(around);
  const call: CompiledCall = {
    element,
    positional: element.positional.map((argument) => compileExpression(argument, around)),
    named: element.named.map(({ name, value }) => ({ name, evaluate: compileExpression(value, around) })),
    body: element.body === undefined ? undefined : compileBody(element.body, inside),
    depth: inside.shared.mostStacked - around.stacked,
  };
  // Its parts are nested in what is around the call, too.
  around.shared.mostStacked = Math.max(around.shared.mostStacked, inside.shared.mostStacked);
  around.shared.usesArguments ||= inside.shared.usesArguments;
  return (run) => {
    run.place = element;
    const callee = evaluate(run);
    if (callee === undefined) throw missing(element.callee, run);
    return callDirective(callee, call, run);
  };
}

function callDirective(callee: Value, call: CompiledCall, run: Run): Signal {
  const { element } = call;
  if (callee.kind === "directive") return callOfModel(callee.directive, call, run);
  if (callee.kind !== "routine") throw wrongType(element.callee, callee, "a macro or a directive", run);
  const { routine, definition } = callee;
  if (definition.kind === "function") {
    const message = `${definition.name} is a function, and cannot be called as a directive.`;
    throw new Failure("wrong-type", message, undefined, `Write \${${definition.name}(...)}.`);
  }
  const locals =
    call.named.length > 0
      ? namedLocals(
          routine,
          call.named.map(({ name, evaluate }) => [name, evaluate(run)]),
        )
      : positionalLocals(
          routine,
          call.positional.map((evaluate) => evaluate(run)),
        );
  return invoke(routine, locals, contentOf(call, run), run);
}

function contentOf({ element, body, depth }: CompiledCall, run: Run): Content | undefined {
  if (body === undefined) return undefined;
  return { body, depth, variables: element.loopVariables, scope: run.scope, invocation: run.invocation };
}

function callOfModel(directive: ModelDirective, { named, body }: CompiledCall, run: Run): Signal {
  const parameters: Record<string, ModelValue> = Object.create(null) as Record<string, ModelValue>;
  for (const { name, evaluate } of named) parameters[name] = plainOf(evaluate(run));
  const before = run.output;
  run.output = "";
  const signal = body?.(run) ?? NEXT;
  const content = run.output;
  run.output = before;
  run.print(directive.print(content, parameters));
  return signal;
}
