import type { Action } from "../model/action.js";
import type { JsonObject } from "../model/json.js";
import type { HttpStep, Step } from "../model/step.js";
import { runAction } from "./engine/run-action.js";
import { MOST_STEPS, type Exchange } from "./engine/surroundings.js";
import { faultsOf, withFaults, type Fault } from "./faults.js";
import type { FaultCase } from "./report/fault-table.js";
import { DEFAULT_SEMANTICS, type Semantics } from "./semantics.js";
import type { StepRun, Trace } from "./trace.js";
import { fillInVariables, secretValues, type FilledVariable, type FillingIn } from "./variables.js";

/** What a rehearsal needs besides the action. */
export interface Rehearsal {
  /** Sends requests, be it to a simulated TOPdesk or to a real one. */
  readonly exchange: Exchange;
  readonly filling: FillingIn;
  readonly card?: JsonObject | undefined;
  readonly request?: JsonObject | undefined;
  readonly currentOperator?: JsonObject | undefined;
  readonly faults?: readonly Fault[];
  /** Default: 1. */
  readonly seed?: number;
  readonly now: Date;
  /** Default: {@link DEFAULT_SEMANTICS}. */
  readonly semantics?: Semantics;
  readonly observe?: (run: StepRun) => void;
}

/** What an admin would have filled in. */
export function filledVariables(
  action: Action,
  { filling }: Pick<Rehearsal, "filling">,
): readonly FilledVariable[] {
  return fillInVariables(action, filling);
}

/** What must not be seen anywhere. */
export function secretsOf(action: Action, { filling }: Pick<Rehearsal, "filling">): readonly string[] {
  return [filling.login.password, ...secretValues(fillInVariables(action, filling))];
}

/**
 * Runs an action without the TOPdesk that it was made for.
 *
 * @returns everything that happened; credentials are masked
 * @example const trace = await rehearse(action, { exchange, filling, now: new Date() });
 */
export async function rehearse(action: Action, rehearsal: Rehearsal): Promise<Trace> {
  const variables = filledVariables(action, rehearsal);
  return runAction(action, {
    exchange: withFaults(rehearsal.exchange, rehearsal.faults ?? []),
    topdeskUrl: rehearsal.filling.topdeskUrl,
    variables: new Map(variables.map(({ name, value }) => [name, value])),
    card: rehearsal.card ?? {},
    request: rehearsal.request,
    currentOperator: rehearsal.currentOperator,
    seed: rehearsal.seed ?? 1,
    now: rehearsal.now,
    semantics: rehearsal.semantics ?? DEFAULT_SEMANTICS,
    mostSteps: MOST_STEPS,
    secrets: secretsOf(action, rehearsal),
    ...(rehearsal.observe === undefined ? {} : { observe: rehearsal.observe }),
  });
}

/**
 * Runs an action once for each thing that can go wrong with each of its requests.
 *
 * @param run rehearses with some faults, each time as if it were the first: what a run leaves behind must not reach the next
 */
export async function rehearseFaults(
  action: Action,
  run: (faults: readonly Fault[]) => Promise<Trace>,
): Promise<readonly FaultCase[]> {
  const cases: FaultCase[] = [];
  for (const fault of httpSteps(action.steps).flatMap(faultsOf)) {
    cases.push({ fault, trace: await run([fault]) });
  }
  return cases;
}

/** The steps of an action that send requests, also those inside loops. */
export function httpSteps(steps: readonly Step[]): readonly HttpStep[] {
  return steps.flatMap((step) => [
    ...(step.kind === "http" ? [step] : []),
    ...httpSteps(step.subSteps ?? []),
  ]);
}
