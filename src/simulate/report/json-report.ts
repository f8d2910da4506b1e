import type { Action } from "../../model/action.js";
import { callBudget, formula, mostOf } from "../../topdesk/call-budget.js";
import { MASK } from "../engine/masking.js";
import { STATEMENTS } from "../semantics.js";
import type { Trace } from "../trace.js";
import type { FilledVariable } from "../variables.js";
import type { Summary } from "./summary.js";

export interface ReportedRehearsal {
  readonly action: Action;
  readonly place: string;
  readonly variables: readonly FilledVariable[];
  readonly trace: Trace;
  readonly summary: Summary;
}

/** Everything about a rehearsal, for programs. */
export function jsonReport({ action, place, variables, trace, summary }: ReportedRehearsal): string {
  const { requests, mails } = callBudget(action);
  const report = {
    action: action.name,
    place,
    variables: variables.map(({ name, value, origin, secret }) => ({
      name,
      value: secret ? MASK : value,
      origin,
    })),
    semantics: STATEMENTS,
    steps: trace.steps,
    summary,
    callBudget: {
      requests: { formula: formula(requests), most: mostOf(requests) ?? null },
      mails: { formula: formula(mails), most: mostOf(mails) ?? null },
    },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
