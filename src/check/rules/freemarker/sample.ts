import type { Trigger } from "../../../model/action.js";
import type { AssignStep, HttpStep, LoopStep, Step } from "../../../model/step.js";

/** A small action that shows what a rule means. */
export interface Sample {
  readonly steps: readonly Step[];
  readonly trigger?: Trigger;
}

const run = { executionCondition: "ONLY_WHEN_PREVIOUS_SUCCEEDED", customExecutionCondition: "" };
const json = { name: "Content-Type", value: "application/json" };

/** A request. */
export function request(fields: Partial<HttpStep> = {}): HttpStep {
  return {
    kind: "http",
    name: "send",
    method: "GET",
    url: "https://example.com",
    headers: [],
    escapeBodyValues: true,
    body: "",
    ...run,
    ...fields,
  };
}

/** A step that runs when a condition prints true. */
export function custom(customExecutionCondition: string) {
  return { executionCondition: "CUSTOM", customExecutionCondition };
}

/** A variable assignment. */
export function assignment(variableKey: string, valueTemplate: string): AssignStep {
  return {
    kind: "assign",
    name: `set_${variableKey}`,
    assignmentType: "TEXT",
    variableKey,
    valueTemplate,
    ...run,
  };
}

/** A loop over a list. */
export function loop(itemKey: string, collectionTemplate: string, subSteps: readonly Step[]): LoopStep {
  return { kind: "loop", name: `each_${itemKey}`, itemKey, collectionTemplate, subSteps, ...run };
}

/** Steps one after the other. */
export function steps(...all: readonly Step[]): Sample {
  return { steps: all };
}

/** The same on a schedule, where there is no card. */
export function scheduled(sample: Sample): Sample {
  const schedule = { frequency: "DAILY", time: "12:00", timeZone: "Europe/Amsterdam" } as const;
  return { ...sample, trigger: { type: "SCHEDULED", schedule } };
}

/** A text in the URL of a request. */
export function inUrl(url: string): Sample {
  return steps(request({ url }));
}

/** A text in the JSON body of a request. */
export function inBody(body: string, escapeBodyValues = true): Sample {
  return steps(request({ method: "POST", headers: [json], body, escapeBodyValues }));
}

/** A text as the condition of a request. */
export function inCondition(condition: string): Sample {
  return steps(request(custom(condition)));
}

/** A text that a variable is set to. */
export function inAssignment(valueTemplate: string): Sample {
  return steps(assignment("note", valueTemplate));
}
