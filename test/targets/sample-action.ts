import type { Action } from "../../src/model/action.js";
import type { AssignStep, HttpStep, LoopStep, UnknownStep } from "../../src/model/step.js";

/** A request that reads the stocks. */
export function request(fields: Partial<HttpStep> = {}): HttpStep {
  return {
    kind: "http",
    name: "get_stocks",
    method: "GET",
    url: "${_topdeskUrl?no_esc}/stocks",
    headers: [],
    escapeBodyValues: true,
    body: "",
    executionCondition: "ALWAYS",
    customExecutionCondition: "",
    ...fields,
  };
}

/** A loop over the stocks, with one request in each turn. */
export function loop(fields: Partial<LoopStep> = {}): LoopStep {
  return {
    kind: "loop",
    name: "each_stock",
    collectionTemplate: "${_responses.get_stocks.body}",
    itemKey: "stock",
    subSteps: [request({ name: "count", url: "${_topdeskUrl?no_esc}/stocks/${stock.id}" })],
    executionCondition: "ALWAYS",
    customExecutionCondition: "",
    ...fields,
  };
}

/** A step that gives the variable `short` a value. */
export function assignment(fields: Partial<AssignStep> = {}): AssignStep {
  return {
    kind: "assign",
    name: "remember",
    assignmentType: "TEXT",
    variableKey: "short",
    valueTemplate: "${_variables.short!}x",
    executionCondition: "CUSTOM",
    customExecutionCondition: "${(1 < 2)?c}",
    ...fields,
  };
}

/** A step of a type that only a newer TOPdesk knows. */
export function newerStep(fields: Partial<UnknownStep> = {}): UnknownStep {
  return {
    kind: "unknown",
    type: "WAIT",
    name: "wait",
    executionCondition: "ALWAYS",
    customExecutionCondition: "",
    ...fields,
  };
}

/** An action with one request and nothing that a target refuses. */
export function action(fields: Partial<Action> = {}): Action {
  return {
    name: "Tell about stock – été",
    description: "Line 1\nLine 2",
    variables: [{ name: "mail_to", value: "Enter an address" }],
    steps: [request()],
    ...fields,
  };
}
