import type { Action, Variable } from "../../src/model/action.js";
import type { AssignStep, HttpStep, LoopStep, Step, UnknownStep } from "../../src/model/step.js";

/** An action with these steps. */
export function actionOf(steps: readonly Step[], variables: readonly Variable[] = []): Action {
  return { name: "Sample", description: "", variables, steps };
}

const ALWAYS = { executionCondition: "ALWAYS", customExecutionCondition: "" };

/** A GET request that always runs. */
export function http(name: string, rest: Partial<HttpStep> = {}): HttpStep {
  return {
    kind: "http",
    name,
    ...ALWAYS,
    method: "GET",
    url: `https://topdesk.example.com/${name}`,
    headers: [],
    escapeBodyValues: true,
    body: "",
    ...rest,
  };
}

/** A mail to admin@example.com that always goes out. */
export function mailStep(name: string, rest: Partial<HttpStep> = {}): HttpStep {
  return http(name, {
    method: "POST",
    url: "https://topdesk.example.com/services/email-v1/api/send",
    headers: [{ name: "Content-Type", value: "application/json" }],
    body: '{"to": "admin@example.com", "subject": "Sample", "body": "Text"}',
    ...rest,
  });
}

/** An assignment that always runs. */
export function assign(
  variableKey: string,
  valueTemplate: string,
  rest: Partial<AssignStep> = {},
): AssignStep {
  return {
    kind: "assign",
    name: `set_${variableKey}`,
    ...ALWAYS,
    assignmentType: "TEXT",
    variableKey,
    valueTemplate,
    ...rest,
  };
}

/** A loop that always runs; its steps read the item as `item`. */
export function loop(
  name: string,
  collectionTemplate: string,
  subSteps: readonly Step[],
  rest: Partial<LoopStep> = {},
): LoopStep {
  return { kind: "loop", name, ...ALWAYS, collectionTemplate, itemKey: "item", subSteps, ...rest };
}

/** A step of a type that nobody knows. */
export function unknownStep(name: string, rest: Partial<UnknownStep> = {}): UnknownStep {
  return { kind: "unknown", name, ...ALWAYS, type: "APPROVAL", ...rest };
}
