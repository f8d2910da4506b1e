import type { Code } from "../check/codes.js";
import { mostOf, REQUEST_LIMIT, type CallBudget } from "../topdesk/call-budget.js";
import type { RequestFacts, Risk, Source, StepFacts, System } from "./facts.js";
import { answersOf, privacyOf } from "./personal.js";
import { distinct } from "./templates.js";

/** What `validate` says as well, so that it is not said twice. */
export const SAID_AS_RISK: readonly Code[] = ["TA901"];

/** What a change board should know of what the steps do. */
export function risksOf(
  steps: readonly StepFacts[],
  budget: CallBudget,
  inferredKeys: readonly string[],
): readonly Risk[] {
  const all = flattened(steps);
  const requests = all.flatMap((step): readonly Request[] =>
    step.deed.kind === "request" ? [{ step: step.name, facts: step.deed }] : [],
  );
  return [
    ...unencrypted(requests),
    ...credentialsThatLeave(requests),
    ...personalDataThatLeaves(requests, all),
    ...personalDataInMails(requests, all),
    ...addressesFromData(requests),
    ...missingAddresses(requests),
    ...named(
      "deletes",
      requests.filter(({ facts }) => facts.effect === "deletes" || facts.method === "DELETE"),
    ),
    ...named(
      "unknown method",
      requests.filter(({ facts }) => facts.effect === "unknown"),
    ),
    ...named(
      "unknown step",
      all.filter(({ deed }) => deed.kind === "unknown").map(({ name }) => ({ step: name })),
    ),
    ...budgetRisks(budget),
    ...(inferredKeys.length === 0 ? [] : [{ kind: "unconfirmed keys", keys: inferredKeys } as const]),
  ];
}

interface Request {
  readonly step: string;
  readonly facts: RequestFacts;
}

/** All steps, each before those in it. */
export function flattened(steps: readonly StepFacts[]): readonly StepFacts[] {
  return steps.flatMap((step) => [step, ...flattened(step.steps)]);
}

function named(
  kind: "deletes" | "unknown method" | "unknown step",
  found: readonly { readonly step: string }[],
): readonly Risk[] {
  return found.length === 0 ? [] : [{ kind, steps: found.map(({ step }) => step) }];
}

/** Requests by the system that they go to. */
function bySystem(
  requests: readonly Request[],
): readonly { readonly system: System; readonly requests: readonly Request[] }[] {
  const groups = new Map<string, { readonly system: System; readonly requests: Request[] }>();
  for (const request of requests) {
    const key = JSON.stringify(request.facts.system);
    const group = groups.get(key) ?? { system: request.facts.system, requests: [] };
    group.requests.push(request);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function stepsOf(requests: readonly Request[]): readonly string[] {
  return requests.map(({ step }) => step);
}

function unencrypted(requests: readonly Request[]): readonly Risk[] {
  return bySystem(requests.filter(({ facts }) => facts.system.isEncrypted === false)).map(
    ({ system, requests }) => ({ kind: "unencrypted", steps: stepsOf(requests), system }),
  );
}

function credentialsThatLeave(requests: readonly Request[]): readonly Risk[] {
  const inTopdesk = new Set(
    requests.filter(({ facts }) => facts.system.kind === "topdesk").flatMap(({ facts }) => facts.credentials),
  );
  const leaving = requests.filter(
    ({ facts }) => facts.system.kind === "other" && facts.credentials.length > 0,
  );
  return bySystem(leaving).map(({ system, requests }) => {
    const variables = [...new Set(requests.flatMap(({ facts }) => facts.credentials))];
    return {
      kind: "credentials leave",
      steps: stepsOf(requests),
      system,
      variables,
      opensTopdesk: variables.some((name) => inTopdesk.has(name)),
    };
  });
}

function personalDataThatLeaves(requests: readonly Request[], steps: readonly StepFacts[]): readonly Risk[] {
  return bySystem(requests.filter(({ facts }) => facts.system.kind === "other")).flatMap(
    ({ system, requests }): readonly Risk[] => {
      const found = privateData(requests, steps);
      return found === undefined
        ? []
        : [{ kind: "personal data leaves", steps: stepsOf(requests), system, ...found }];
    },
  );
}

function personalDataInMails(requests: readonly Request[], steps: readonly StepFacts[]): readonly Risk[] {
  return requests
    .filter(({ facts }) => facts.effect === "sends mail")
    .flatMap((request): readonly Risk[] => {
      const found = privateData([request], steps);
      return found === undefined ? [] : [{ kind: "personal data mailed", steps: [request.step], ...found }];
    });
}

interface PrivateData {
  readonly personal: readonly Source[];
  readonly freeText: readonly Source[];
}

function privateData(requests: readonly Request[], steps: readonly StepFacts[]): PrivateData | undefined {
  const answers = answersOf(steps);
  const data = requests.flatMap(({ facts }) => facts.data);
  const of = (privacy: ReturnType<typeof privacyOf>) =>
    distinct(data.filter((source) => privacyOf(source, answers) === privacy));
  const [personal, freeText] = [of("personal"), of("free text")];
  return personal.length + freeText.length === 0 ? undefined : { personal, freeText };
}

function addressesFromData(requests: readonly Request[]): readonly Risk[] {
  return requests.flatMap(({ step, facts: { system } }): readonly Risk[] =>
    system.address.kind === "data"
      ? [{ kind: "address from data", steps: [step], from: system.address.from }]
      : [],
  );
}

function missingAddresses(requests: readonly Request[]): readonly Risk[] {
  return requests.flatMap(({ step, facts: { system } }): readonly Risk[] =>
    system.address.kind === "not an address"
      ? [{ kind: "no address", steps: [step], text: system.address.text }]
      : [],
  );
}

function budgetRisks({ requests }: CallBudget): readonly Risk[] {
  const most = mostOf(requests);
  if (most !== undefined)
    return most > REQUEST_LIMIT ? [{ kind: "many requests", most, limit: REQUEST_LIMIT }] : [];
  const lists = requests
    .flatMap((term) => term.lists)
    .flatMap((list) => (list.most === undefined ? [list.name] : []));
  return [{ kind: "endless", lists: [...new Set(lists)] }];
}
