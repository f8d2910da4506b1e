import { nearest } from "../model/nearest.js";
import type { HttpStep, Step } from "../model/step.js";
import type { Exchange, Exchanged } from "./engine/surroundings.js";
import type { Trace } from "./trace.js";
import { isMailRequest } from "../topdesk/mail-service.js";

/** What can go wrong with a request, on purpose. */
export type FaultKind =
  | { readonly kind: "status"; readonly status: number }
  | { readonly kind: "mail error"; readonly code: string }
  | { readonly kind: "timeout" }
  /** The answer is cut off in the middle. */
  | { readonly kind: "malformed" }
  /** The answer has the status 200 and no body. */
  | { readonly kind: "empty" }
  /** The answer comes, but late. */
  | { readonly kind: "slow" };

export interface Fault {
  /** The step whose requests it hits; `mail` hits every mail. */
  readonly step: string;
  /** As it was written, such as `500`. */
  readonly word: string;
  readonly effect: FaultKind;
}

/** How late a slow answer is, in milliseconds. */
export const SLOW = 60_000;

/** Errors of TOPdesk's mail service. Source: email-v1 API, POST /api/send, status 400. */
const MAIL_ERRORS = ["no_recipients_provided", "value_invalid", "sender_domain_not_allowed"];

const STATUSES = [400, 401, 403, 404, 409, 429, 500, 502, 503];

const PLAIN_FAULTS: ReadonlyMap<string, FaultKind> = new Map<string, FaultKind>([
  ["timeout", { kind: "timeout" }],
  ["malformed", { kind: "malformed" }],
  ["empty", { kind: "empty" }],
  ["slow", { kind: "slow" }],
  ...STATUSES.map((status): [string, FaultKind] => [String(status), { kind: "status", status }]),
  ...MAIL_ERRORS.map((code): [string, FaultKind] => [code, { kind: "mail error", code }]),
]);

/** Every word that a fault can be given by. */
export const FAULT_WORDS: readonly string[] = [...PLAIN_FAULTS.keys()];

/** The faults that `--fault all` tries on a step. */
export function faultsOf(step: HttpStep): readonly Fault[] {
  const words = ["401", "403", "500", "timeout", "malformed", "empty", "slow"];
  const all = isMailRequest(step) ? [...words, ...MAIL_ERRORS] : words;
  return all.flatMap((word) => {
    const effect = PLAIN_FAULTS.get(word);
    return effect === undefined ? [] : [{ step: step.name, word, effect }];
  });
}

/** Every mail, in a fault; also when no step is called so. */
const MAIL = "mail";

/**
 * Reads a fault such as `get_stocks=500`.
 *
 * @returns the fault, or in words what is wrong and what to do
 */
export function readFault(
  text: string,
  steps: readonly Step[],
): Fault | { readonly problem: string; readonly hint: string } {
  const separator = text.indexOf("=");
  const step = separator < 0 ? text : text.slice(0, separator);
  const word = separator < 0 ? "" : text.slice(separator + 1);
  const senders = steps.filter((candidate) => candidate.kind === "http");
  const names = [...senders.map(({ name }) => name), ...(senders.some(isMailRequest) ? [MAIL] : [])];
  if (!names.includes(step)) {
    const problem =
      step === MAIL ? "The action sends no mail." : `The action has no step "${step}" that sends a request.`;
    const listed =
      names.length === 0 ? "It sends no requests." : `Faults are for ${names.join(", ")}, or all.`;
    return { problem, hint: meant(step, [...names, "all"]) ?? listed };
  }
  if (word === "") {
    return {
      problem: `The fault for ${step} is missing.`,
      hint: `Write ${step}=500, or one of ${FAULT_WORDS.join(", ")}.`,
    };
  }
  const effect = PLAIN_FAULTS.get(word);
  if (effect === undefined) {
    const hint = meant(word, FAULT_WORDS) ?? `Faults are ${FAULT_WORDS.join(", ")}.`;
    return { problem: `"${word}" is no fault.`, hint };
  }
  return { step, word, effect };
}

function meant(written: string, known: readonly string[]): string | undefined {
  const near = nearest(written, known);
  return near === undefined ? undefined : `Did you mean "${near}"?`;
}

/** Whether a run of an action met a fault: a step that does not run cannot fail. */
export function wasMet({ step, word }: Fault, { steps }: Trace): boolean {
  return steps.some(
    (run) =>
      run.deed?.kind === "request" &&
      run.deed.fault === word &&
      (run.step === step || (step === MAIL && isMailRequest(run.deed.request))),
  );
}

/** Puts faults into what a step gets as an answer. */
export function withFaults(exchange: Exchange, faults: readonly Fault[]): Exchange {
  return async (request, step) => {
    const fault = faults.find(
      (candidate) => candidate.step === step.name || (candidate.step === MAIL && isMailRequest(request)),
    );
    if (fault === undefined) return exchange(request, step);
    const exchanged = await withFault(fault.effect, () => exchange(request, step));
    return { ...exchanged, fault: fault.word };
  };
}

async function withFault(effect: FaultKind, send: () => Promise<Exchanged>): Promise<Exchanged> {
  switch (effect.kind) {
    case "status":
      return answered(effect.status, {
        errors: [{ errorMessage: `Fault ${effect.status} put in on purpose` }],
      });
    case "mail error":
      return answered(400, { errors: [{ errorCode: effect.code }] });
    case "timeout":
      return { kind: "unanswered", reason: "timeout", message: "No answer came in time." };
    case "malformed":
      return changed(await send(), (body) => body.slice(0, Math.ceil(body.length / 2)));
    case "empty":
      return changed(await send(), () => "");
    case "slow": {
      const exchanged = await send();
      return exchanged.kind === "answered" ? { ...exchanged, delay: SLOW } : exchanged;
    }
  }
}

/** The request does not reach TOPdesk: nothing is done there. */
function answered(status: number, body: object): Exchanged {
  const headers = { "content-type": "application/json" };
  return { kind: "answered", answer: { status, headers, body: JSON.stringify(body) }, sent: true };
}

function changed(exchanged: Exchanged, change: (body: string) => string): Exchanged {
  if (exchanged.kind === "unanswered") return exchanged;
  const { answer } = exchanged;
  return { ...exchanged, answer: { ...answer, body: change(answer.body) } };
}
