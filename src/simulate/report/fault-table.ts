import type { Fault } from "../faults.js";
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
  /** Some mails are missing, and no other was sent. */
  | "none"
  /** A mail was sent that the run without the fault does not send: what it claims may be false. */
  | "other";

export interface FaultRow {
  readonly step: string;
  readonly fault: string;
  readonly done: number;
  readonly skipped: number;
  readonly failed: number;
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
      mails: mails.length,
      claim: claimOf(usual, mails),
      met: trace.steps.some(({ deed }) => deed?.kind === "request" && deed.fault !== undefined),
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
  return left.length === 0 ? "same" : "none";
}
