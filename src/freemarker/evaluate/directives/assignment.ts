import type { Assign, AssignDirective, Assignment, Capture, Expression } from "../../tree.js";
import { compileBody } from "../compile-elements.js";
import { compileExpression } from "../compile-expression.js";
import { NEXT, type Evaluate, type Execute } from "../compiled.js";
import { asNumeric } from "../coerce.js";
import { describeValue, missing } from "../describe.js";
import { Failure, notSimulated } from "../failure.js";
import type { Numeric } from "../numeric.js";
import { added, calculated } from "../operators.js";
import type { Run } from "../run.js";
import type { Surroundings } from "../surroundings.js";
import { textValue, type Value } from "../value.js";

/** `#assign`, `#local` and `#global` with values in the tag. */
export function compileAssign(element: Assign, around: Surroundings): Execute {
  const { assignments, directive, namespace } = element;
  if (namespace !== undefined) return refuseNamespace(namespace);
  const compiled = assignments.map((assignment) => ({
    // FreeMarker places mistakes at the tag when it holds one assignment only.
    place: assignments.length === 1 ? element : assignment,
    name: assignment.name,
    evaluate: compileValue(assignment, directive, around),
  }));
  return (run) => {
    for (const { place, name, evaluate } of compiled) {
      run.place = place;
      variablesOf(directive, run).set(name, evaluate(run));
    }
    return NEXT;
  };
}

/** `<#assign name>...</#assign>`: what the content prints. Where the output is escaped, that is markup. */
export function compileCapture(element: Capture, around: Surroundings): Execute {
  const { name, directive, namespace } = element;
  if (namespace !== undefined) return refuseNamespace(namespace);
  const body = compileBody(element.body, around);
  return (run) => {
    run.place = element;
    const before = run.output;
    run.output = "";
    const signal = body(run);
    const text = run.output;
    run.output = before;
    if (signal !== NEXT) return signal;
    const format = around.format ?? run.format;
    const isMarkup = around.autoEscapes && format.escape !== undefined;
    const value: Value = isMarkup
      ? { kind: "markup", format, markup: text, source: undefined }
      : textValue(text);
    variablesOf(directive, run).set(name, value);
    return NEXT;
  };
}

function refuseNamespace(namespace: Expression): Execute {
  return () => {
    throw notSimulated("assignments in a namespace", namespace);
  };
}

function variablesOf(directive: AssignDirective, run: Run): Map<string, Value> {
  switch (directive) {
    case "assign":
      return run.variables;
    case "global":
      return run.globals;
    case "local":
      if (run.invocation === undefined)
        throw new Failure("invalid-value", "#local must be inside a macro or function.", undefined);
      return run.invocation.locals;
  }
}

function compileValue(
  { name, operator, value }: Assignment,
  directive: AssignDirective,
  around: Surroundings,
): (run: Run) => Value {
  const before = (run: Run): Value => {
    const found = variablesOf(directive, run).get(name);
    if (found !== undefined) return found;
    const hint = `Set it first: <#${directive} ${name} = ...>.`;
    throw new Failure(
      "missing-value",
      `${operator} needs ${name} to have a value from #${directive}.`,
      undefined,
      hint,
    );
  };
  if (value === undefined) return (run) => changedByOne(name, operator === "++", before(run));
  const evaluate = compileExpression(value, around);
  switch (operator) {
    case "=":
    case "++":
    case "--":
      return (run) => present(evaluate(run), value, run);
    case "+=":
      return (run) => {
        const left = before(run);
        return added(left, present(evaluate(run), value, run), { left: value, right: value }, run);
      };
    case "-=":
      return arithmetic("-", name, value, evaluate, before);
    case "*=":
      return arithmetic("*", name, value, evaluate, before);
    case "/=":
      return arithmetic("/", name, value, evaluate, before);
    case "%=":
      return arithmetic("%", name, value, evaluate, before);
  }
}

function arithmetic(
  operator: "-" | "*" | "/" | "%",
  name: string,
  expression: Expression,
  evaluate: Evaluate,
  before: (run: Run) => Value,
): (run: Run) => Value {
  return (run) => {
    const left = numberOf(name, before(run));
    return calculated(operator, left, asNumeric(evaluate(run), expression, run));
  };
}

function changedByOne(name: string, isUp: boolean, before: Value): Value {
  return calculated(isUp ? "+" : "-", numberOf(name, before), 1);
}

function numberOf(name: string, value: Value): Numeric {
  if (value.kind === "number") return value.value;
  throw new Failure("wrong-type", `${name} must be a number, but is ${describeValue(value)}.`, undefined);
}

function present(value: Value | undefined, expression: Expression, run: Run): Value {
  if (value === undefined) throw missing(expression, run);
  return value;
}
