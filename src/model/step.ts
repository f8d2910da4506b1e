import type { JsonValue } from "./json.js";
import type { Residue } from "./residue.js";

/** One of the words of `T`, or a word of a newer TOPdesk that we have not met: it must survive a round trip. */
export type OpenEnum<T extends string> = T | (string & Record<never, never>);

export const HTTP_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export type HttpMethod = (typeof HTTP_METHODS)[number];

/** When a step runs, in TOPdesk's words. */
export const EXECUTION_CONDITIONS = [
  "ALWAYS",
  "ONLY_WHEN_PREVIOUS_SUCCEEDED",
  "CUSTOM",
  "ONLY_WHEN_PREVIOUS_SUCCEEDED_AND_CUSTOM",
] as const;
export type ExecutionCondition = (typeof EXECUTION_CONDITIONS)[number];

/** The two conditions that read `customExecutionCondition`. */
export function usesCustomCondition(condition: string): boolean {
  return condition === "CUSTOM" || condition === "ONLY_WHEN_PREVIOUS_SUCCEEDED_AND_CUSTOM";
}

/** A finding that the author accepts at this place, with the reason. */
export interface Suppression {
  readonly code: string;
  readonly reason: string;
}

interface StepBase {
  readonly name: string;
  readonly executionCondition: OpenEnum<ExecutionCondition>;
  /** FreeMarker text that must print `true` for the step to run; "" when `executionCondition` is not custom. */
  readonly customExecutionCondition: string;
  /** Set on any step that holds other steps; a loop always has them. */
  readonly subSteps?: readonly Step[];
  readonly suppressions?: readonly Suppression[];
  readonly residue?: Residue;
}

export interface Header {
  readonly name: string;
  /** FreeMarker text. */
  readonly value: string;
  readonly residue?: Residue;
}

/** Sends one HTTP request. `url`, header values and `body` are FreeMarker text. */
export interface HttpStep extends StepBase {
  readonly kind: "http";
  readonly method: OpenEnum<HttpMethod>;
  readonly url: string;
  readonly headers: readonly Header[];
  readonly escapeBodyValues: boolean;
  readonly body: string;
}

/** Gives a variable a new value: whatever `valueTemplate` (FreeMarker text) prints. */
export interface AssignStep extends StepBase {
  readonly kind: "assign";
  readonly assignmentType: OpenEnum<"TEXT">;
  readonly variableKey: string;
  readonly valueTemplate: string;
}

/** Runs `subSteps` once for each item of the list that `collectionTemplate` yields. */
export interface LoopStep extends StepBase {
  readonly kind: "loop";
  readonly collectionTemplate: string;
  /** The name by which the sub-steps' texts read the item of this turn. */
  readonly itemKey: string;
  readonly subSteps: readonly Step[];
}

/** A step of a type that the model does not know. It is kept as it stood. */
export interface UnknownStep extends StepBase {
  readonly kind: "unknown";
  readonly type: JsonValue;
}

export type Step = HttpStep | AssignStep | LoopStep | UnknownStep;
