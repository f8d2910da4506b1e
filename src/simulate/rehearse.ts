import type { Action } from "../model/action.js";
import type { JsonObject } from "../model/json.js";
import type { HttpStep, Step } from "../model/step.js";
import { maskOf } from "./engine/masking.js";
import { runAction } from "./engine/run-action.js";
import { MOST_STEPS, type Exchange } from "./engine/surroundings.js";
import { faultsOf, withFaults, type Fault } from "./faults.js";
import type { FaultCase } from "./report/fault-table.js";
import { DEFAULT_SEMANTICS, type Semantics } from "./semantics.js";
import type { StepRun, Trace } from "./trace.js";
import { fillInVariables, type FilledVariable, type FillingIn } from "./variables.js";

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
export function filledVariables(action: Action, { filling }: Rehearsal): readonly FilledVariable[] {
  return fillInVariables(action, filling);
}

/**
 * Runs an action without the TOPdesk that it was made for.
 *
 * @returns everything that happened; credentials are masked
 * @example const trace = await rehearse(action, { exchange, filling, now: new Date() });
 */
export async function rehearse(action: Action, rehearsal: Rehearsal): Promise<Trace> {
  const variables = filledVariables(action, rehearsal);
  const { login, topdeskUrl } = rehearsal.filling;
  const secrets = [
    { user: login.user, secret: login.password },
    ...variables.filter(({ secret }) => secret).map(({ value }) => ({ user: login.user, secret: value })),
  ];
  return runAction(action, {
    exchange: withFaults(rehearsal.exchange, rehearsal.faults ?? []),
    topdeskUrl,
    variables: new Map(variables.map(({ name, value }) => [name, value])),
    card: rehearsal.card ?? {},
    request: rehearsal.request,
    currentOperator: rehearsal.currentOperator,
    seed: rehearsal.seed ?? 1,
    now: rehearsal.now,
    semantics: rehearsal.semantics ?? DEFAULT_SEMANTICS,
    mostSteps: MOST_STEPS,
    mask: maskOf(secrets),
    ...(rehearsal.observe === undefined ? {} : { observe: rehearsal.observe }),
  });
}

/** Runs an action once for each thing that can go wrong with each of its requests. */
export async function rehearseFaults(
  action: Action,
  rehearsalOf: (faults: readonly Fault[]) => Rehearsal,
): Promise<readonly FaultCase[]> {
  const cases: FaultCase[] = [];
  for (const fault of httpSteps(action.steps).flatMap(faultsOf)) {
    cases.push({ fault, trace: await rehearse(action, rehearsalOf([fault])) });
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
