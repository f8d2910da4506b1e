import { wasMet, type Fault } from "../faults.js";
import type { Mail } from "../mail.js";
import type { Trace } from "../trace.js";
import { summarize } from "./summary.js";

/** What an action does when one thing goes wrong. */
export interface FaultCase {
  readonly fault: Fault;
  readonly trace: Trace;
}

/** How the mails of a run with a fault compare with those of the run without. */
export type MailClaim =
  /** The same mails were accepted. */
  | "same"
  /** Neither run sends a mail. */
  | "no mail"
  /** Some mails are missing, and no other was sent: who should have been told is not told. */
  | "missed"
  /** A mail was sent that the run without the fault does not send: what it claims may be false. */
  | "other";

/** One line of the table. */
export interface FaultRow {
  readonly step: string;
  readonly fault: string;
  /** Runs of steps, turns of loops counted one by one. */
  readonly done: number;
  readonly skipped: number;
  readonly failed: number;
  /** The names of the steps that were done at least once, in the order in which they ran. */
  readonly stepsDone: readonly string[];
  /** The step that failed first, if one did. */
  readonly firstFailure: string | undefined;
  /** How many mails were accepted. */
  readonly mails: number;
  readonly claim: MailClaim;
  /** Whether the fault was met at all: a step that does not run cannot fail. */
  readonly met: boolean;
}

/** One row for each fault. @param without the run in which nothing went wrong */
export function faultRows(without: Trace, cases: readonly FaultCase[]): readonly FaultRow[] {
  const usual = acceptedMails(without);
  return cases.map(({ fault, trace }) => {
    const { done, skipped, failed } = summarize(trace);
    const mails = acceptedMails(trace);
    return {
      step: fault.step,
      fault: fault.word,
      done,
      skipped,
      failed,
      stepsDone: [
        ...new Set(trace.steps.filter(({ outcome }) => outcome.kind === "done").map(({ step }) => step)),
      ],
      firstFailure: trace.steps.find(({ outcome }) => outcome.kind === "failed")?.step,
      mails: mails.length,
      claim: claimOf(usual, mails),
      met: wasMet(fault, trace),
    };
  });
}

function acceptedMails(trace: Trace): readonly string[] {
  return summarize(trace)
    .mails.filter(({ accepted }) => accepted)
    .map(({ mail }) => fingerprint(mail));
}

function fingerprint(mail: Mail): string {
  return JSON.stringify(mail);
}

function claimOf(usual: readonly string[], mails: readonly string[]): MailClaim {
  const left = [...usual];
  for (const mail of mails) {
    const index = left.indexOf(mail);
    if (index < 0) return "other";
    left.splice(index, 1);
  }
  if (left.length > 0) return "missed";
  return usual.length === 0 ? "no mail" : "same";
}
