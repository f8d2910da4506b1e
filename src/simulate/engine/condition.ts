import { EXECUTION_CONDITIONS, usesCustomCondition, type Step } from "../../model/step.js";
import type { Outcome } from "../trace.js";
import type { Memory } from "./memory.js";

export interface Decision {
  /** How the step ends without running; undefined when it runs. */
  readonly outcome: Outcome | undefined;
  /** What its own condition printed. */
  readonly printed?: string;
}

/** Whether a step runs. */
export function decide(step: Step, previousSucceeded: boolean, memory: Memory): Decision {
  const known = EXECUTION_CONDITIONS.find((candidate) => candidate === step.executionCondition);
  switch (known) {
    case "ALWAYS":
      return { outcome: undefined };
    case "CUSTOM":
      return decideByText(step, memory);
    case "ONLY_WHEN_PREVIOUS_SUCCEEDED":
    case "ONLY_WHEN_PREVIOUS_SUCCEEDED_AND_CUSTOM":
      if (!previousSucceeded) return { outcome: { kind: "skipped", reason: "the step before it failed" } };
      return usesCustomCondition(known) ? decideByText(step, memory) : { outcome: undefined };
    case undefined: {
      const message = `The execution condition "${step.executionCondition}" is not known.`;
      const hint = `Known are ${EXECUTION_CONDITIONS.join(", ")}.`;
      return { outcome: { kind: "failed", failure: { kind: "not simulated", message, hint } } };
    }
  }
}

function decideByText(step: Step, memory: Memory): Decision {
  const rendered = memory.render("customExecutionCondition", step.customExecutionCondition, "nothing");
  if (!rendered.ok) return { outcome: { kind: "failed", failure: rendered.failure } };
  const printed = memory.secrets.hide(rendered.text);
  if (rendered.text.trim() === "true") return { outcome: undefined, printed };
  const reason = `its condition prints ${JSON.stringify(printed)}, not "true"`;
  return { outcome: { kind: "skipped", reason }, printed };
}
