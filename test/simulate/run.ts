import type { Action } from "../../src/model/action.js";
import { runAction } from "../../src/simulate/engine/run-action.js";
import type { Exchanged, Surroundings } from "../../src/simulate/engine/surroundings.js";
import { MOST_STEPS } from "../../src/simulate/engine/surroundings.js";
import type { HttpAnswer, HttpRequest } from "../../src/simulate/http.js";
import { DEFAULT_SEMANTICS } from "../../src/simulate/semantics.js";
import type { StepRun, Trace } from "../../src/simulate/trace.js";

/** Answers requests by the name of the step that sends them. */
export type Answers = Readonly<
  Record<string, Partial<HttpAnswer> | ((request: HttpRequest) => Partial<HttpAnswer>)>
>;

export interface Ran {
  readonly trace: Trace;
  /** What was sent, unmasked. */
  readonly requests: readonly HttpRequest[];
  /** `step: done`, `step: skipped` or `step: failed` for each run of a step. */
  readonly outcomes: readonly string[];
}

/** Runs an action; a step without an answer of its own gets `{}` with status 200. */
export async function run(
  action: Action,
  answers: Answers = {},
  rest: Partial<Surroundings> = {},
): Promise<Ran> {
  const requests: HttpRequest[] = [];
  const trace = await runAction(action, {
    exchange: (request, { name }): Promise<Exchanged> => {
      requests.push(request);
      const given = answers[name] ?? {};
      const answer = typeof given === "function" ? given(request) : given;
      return Promise.resolve({
        kind: "answered",
        answer: { status: 200, headers: {}, body: "{}", ...answer },
        sent: true,
      });
    },
    topdeskUrl: "https://topdesk.example.com",
    variables: new Map(action.variables.map(({ name, value }) => [name, value])),
    card: {},
    request: undefined,
    currentOperator: undefined,
    seed: 1,
    now: new Date("2026-01-05T08:00:00Z"),
    semantics: DEFAULT_SEMANTICS,
    mostSteps: MOST_STEPS,
    secrets: [],
    ...rest,
  });
  return {
    trace,
    requests,
    outcomes: trace.steps.map(({ step, outcome }) => `${step}: ${outcome.kind}`),
  };
}

/** The failure of the first step that failed. */
export function failureIn({ steps }: Trace): Extract<StepRun["outcome"], { kind: "failed" }>["failure"] {
  const failed = steps.map(({ outcome }) => outcome).find((outcome) => outcome.kind === "failed");
  if (failed?.kind !== "failed") throw new Error("no step failed");
  return failed.failure;
}

/** The values that variables were given, in order. */
export function assignedIn({ steps }: Trace): readonly string[] {
  return steps.flatMap(({ deed }) => (deed?.kind === "assignment" ? [`${deed.variable}=${deed.value}`] : []));
}
