import type { Action } from "../../model/action.js";
import { callBudget, formula, mostOf } from "../../topdesk/call-budget.js";
import { MASK } from "../engine/masking.js";
import { STATEMENTS } from "../semantics.js";
import { INFERRED_READINGS } from "../topdesk/inferred.js";
import type { Trace } from "../trace.js";
import type { FilledVariable } from "../variables.js";
import type { FaultRow } from "./fault-table.js";
import { printableJson } from "./printable.js";
import type { Place } from "./text-report.js";
import type { Summary } from "./summary.js";

export interface ReportedRehearsal {
  readonly action: Action;
  readonly place: Place;
  readonly variables: readonly FilledVariable[];
  readonly trace: Trace;
  readonly summary: Summary;
}

/** Everything about a rehearsal, for programs. */
export function jsonReport({ action, place, variables, trace, summary }: ReportedRehearsal): string {
  const { requests, mails } = callBudget(action);
  const report = {
    action: action.name,
    place: place.inWords,
    variables: variables.map(({ name, value, origin, secret }) => ({
      name,
      value: secret ? MASK : value,
      origin,
    })),
    ...readingsOf(place),
    steps: trace.steps,
    summary,
    callBudget: {
      requests: { formula: formula(requests), most: mostOf(requests) ?? null },
      mails: { formula: formula(mails), most: mostOf(mails) ?? null },
    },
  };
  return `${printableJson(report)}\n`;
}

/** The table of faults, for programs. @param without the run in which nothing went wrong */
export function jsonFaults(
  action: Action,
  place: Place,
  without: Summary,
  rows: readonly FaultRow[],
): string {
  const report = { action: action.name, place: place.inWords, ...readingsOf(place), without, faults: rows };
  return `${printableJson(report)}\n`;
}

function readingsOf({ isSimulated }: Place): object {
  return {
    semantics: STATEMENTS,
    ...(isSimulated ? { simulatedTopdesk: INFERRED_READINGS } : {}),
  };
}
