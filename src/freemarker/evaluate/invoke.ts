import type { Argument } from "../tree.js";
import { NEXT, RETURN, type Signal } from "./compiled.js";
import { missing, wrongType } from "./describe.js";
import { Failure } from "./failure.js";
import { wrapped, type ModelMethod } from "./model.js";
import { plainOf } from "./plain.js";
import type { Content, Invocation, Routine } from "./routine.js";
import type { Run } from "./run.js";
import { scopeOf } from "./scope.js";
import { listValue, mapValue, type Value } from "./value.js";

/** Calls a method or a function with values. */
export function callValue(
  callee: Value,
  values: readonly (Value | undefined)[],
  expression: Argument,
  run: Run,
): Value | undefined {
  if (callee.kind === "method") {
    return typeof callee.method === "function"
      ? callOfModel(callee.method, values)
      : callee.method.bound(values);
  }
  if (callee.kind !== "routine") throw wrongType(expression, callee, "a method or a function", run);
  const { routine } = callee;
  if (routine.definition.kind === "macro") {
    const message = `The macro ${routine.definition.name} cannot be called in an expression.`;
    throw new Failure(
      "wrong-type",
      message,
      undefined,
      `Write <@${routine.definition.name} .../>, or make it a function.`,
    );
  }
  return callFunction(routine, values, run);
}

function callOfModel(method: ModelMethod, values: readonly (Value | undefined)[]): Value | undefined {
  const given = values.map((value) => plainOf(value));
  try {
    return wrapped(method(...given));
  } catch (error) {
    throw new Failure("wrong-arguments", error instanceof Error ? error.message : String(error), undefined);
  }
}

function callFunction(routine: Routine, values: readonly (Value | undefined)[], run: Run): Value | undefined {
  const locals = positionalLocals(routine, values);
  const output = run.output;
  run.returned = undefined;
  invoke(routine, locals, undefined, run);
  run.output = output;
  const returned = run.returned;
  run.returned = undefined;
  return returned;
}

/** Runs the body of a macro or function with its parameters set. */
export function invoke(
  routine: Routine,
  locals: Map<string, Value>,
  content: Content | undefined,
  run: Run,
): Signal {
  const { scope, invocation, place, quiet } = run;
  run.enter(routine.depth);
  const own: Invocation = { routine, locals, arguments: undefined, content, outer: invocation };
  run.scope = undefined;
  run.invocation = own;
  run.place = routine.definition;
  applyDefaults(own, run);
  if (routine.usesArguments) own.arguments = argumentsOf(own);
  const signal = routine.body(run);
  run.leave(routine.depth);
  run.scope = scope;
  run.invocation = invocation;
  run.place = place;
  run.quiet = quiet;
  return signal === RETURN ? NEXT : signal;
}

/** Renders the content of a macro call, as `#nested` does, with values for its variables. */
export function renderContent(content: Content, values: readonly (Value | undefined)[], run: Run): Signal {
  const { scope, invocation, place } = run;
  run.enter(content.depth);
  run.scope = content.scope;
  content.variables.forEach((name, index) => {
    run.scope = scopeOf(run.scope, name, values[index]);
  });
  run.invocation = content.invocation;
  const signal = content.body(run);
  run.leave(content.depth);
  run.scope = scope;
  run.invocation = invocation;
  run.place = place;
  return signal;
}

/** The parameters of a call that gives them in their order. */
export function positionalLocals(
  routine: Routine,
  values: readonly (Value | undefined)[],
): Map<string, Value> {
  const { parameters, definition } = routine;
  if (values.length > parameters.length && definition.rest === undefined) {
    const message = `The ${definition.kind} ${definition.name} takes ${parameters.length} parameters, but gets ${values.length}.`;
    throw new Failure("wrong-arguments", message, undefined);
  }
  const locals = new Map<string, Value>();
  parameters.forEach(({ name }, index) => {
    const value = values[index];
    if (value !== undefined) locals.set(name, value);
  });
  if (definition.rest !== undefined) locals.set(definition.rest, listValue(values.slice(parameters.length)));
  return locals;
}

/** The parameters of a call that gives them by name. */
export function namedLocals(
  routine: Routine,
  values: readonly (readonly [string, Value | undefined])[],
): Map<string, Value> {
  const { definition, names } = routine;
  const locals = new Map<string, Value>();
  const rest = new Map<string, Value | undefined>();
  for (const [name, value] of values) {
    if (names.has(name)) {
      if (value !== undefined) locals.set(name, value);
    } else if (definition.rest !== undefined) rest.set(name, value);
    else {
      const message = `The ${definition.kind} ${definition.name} has no parameter ${name}.`;
      const hint = names.size === 0 ? "It has none." : `It has: ${[...names].join(", ")}.`;
      throw new Failure("wrong-arguments", message, undefined, hint);
    }
  }
  if (definition.rest !== undefined) locals.set(definition.rest, mapValue(rest));
  return locals;
}

/** A default may use parameters that stand after it, so they are tried until none can be added. */
function applyDefaults({ routine, locals }: Invocation, run: Run): void {
  for (;;) {
    let added = false;
    let failure: Failure | undefined;
    for (const { name, fallback, expression } of routine.parameters) {
      if (locals.has(name)) continue;
      if (fallback === undefined || expression === undefined) throw requiredParameter(routine, name);
      const value = valueOrFailure(() => fallback(run), run);
      if (value instanceof Failure) failure ??= value;
      else if (value === undefined) failure ??= missing(expression, run);
      else {
        locals.set(name, value);
        added = true;
      }
    }
    if (failure === undefined) return;
    if (!added) throw failure;
  }
}

function valueOrFailure(work: () => Value | undefined, run: Run): Value | Failure | undefined {
  const checkpoint = run.checkpoint();
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== "missing-value") throw error;
    run.restore(checkpoint);
    return error;
  }
}

function requiredParameter({ definition }: Routine, name: string): Failure {
  const message = `The ${definition.kind} ${definition.name} needs its parameter ${name}, which is missing.`;
  return new Failure(
    "wrong-arguments",
    message,
    undefined,
    "Give it a value, or a default in the definition.",
  );
}

/** `.args`: the parameters of a macro by name, those of a function in their order. */
function argumentsOf({ routine, locals }: Invocation): Value {
  const { definition, parameters } = routine;
  const rest = definition.rest === undefined ? undefined : locals.get(definition.rest);
  const values = parameters.map(({ name }) => locals.get(name));
  if (definition.kind === "function") {
    const more =
      rest?.kind === "sequence" ? Array.from({ length: rest.size }, (_, index) => rest.at(index)) : [];
    return listValue([...values, ...more]);
  }
  const entries = new Map<string, Value | undefined>(
    parameters.map(({ name }, index) => [name, values[index]]),
  );
  if (rest?.kind === "hash" && rest.keys !== undefined)
    for (const key of rest.keys()) entries.set(key, rest.get(key));
  if (rest?.kind === "sequence" && rest.size > 0) {
    const message = "A macro that uses .args and takes the rest of its parameters must get them by name.";
    throw new Failure("wrong-arguments", message, undefined);
  }
  return mapValue(entries);
}
