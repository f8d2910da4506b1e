import type { Mail } from "../mail.js";
import type { StepRun, Trace, Unrendered } from "../trace.js";

/** A request path, and how often it was asked for. */
export interface PathCount {
  readonly method: string;
  /** The address without its query, ids in it replaced by `{id}`. */
  readonly path: string;
  readonly count: number;
  readonly failed: number;
}

/** What a mail was, and whether the mail service took it. */
export interface SentMail {
  readonly step: string;
  readonly mail: Mail;
  readonly accepted: boolean;
  /** False when it was only shown. */
  readonly sent: boolean;
}

/** A rehearsal in figures. */
export interface Summary {
  readonly done: number;
  readonly skipped: number;
  readonly failed: number;
  readonly requests: number;
  readonly paths: readonly PathCount[];
  readonly mails: readonly SentMail[];
  /** Template code that was sent as it stands, once for each step and code. */
  readonly unrendered: readonly (Unrendered & { readonly step: string })[];
  readonly milliseconds: number;
}

export function summarize({ steps, milliseconds }: Trace): Summary {
  const count = (kind: StepRun["outcome"]["kind"]) =>
    steps.filter(({ outcome }) => outcome.kind === kind).length;
  return {
    done: count("done"),
    skipped: count("skipped"),
    failed: count("failed"),
    requests: steps.filter(({ deed }) => deed?.kind === "request").length,
    paths: pathCounts(steps),
    mails: sentMails(steps),
    unrendered: unrenderedCode(steps),
    milliseconds,
  };
}

function pathCounts(steps: readonly StepRun[]): readonly PathCount[] {
  const counts = new Map<string, PathCount>();
  for (const { deed, outcome } of steps) {
    if (deed?.kind !== "request") continue;
    const { method } = deed.request;
    const path = withoutIds(deed.request.url);
    const before = counts.get(`${method} ${path}`) ?? { method, path, count: 0, failed: 0 };
    const failed = before.failed + (outcome.kind === "failed" ? 1 : 0);
    counts.set(`${method} ${path}`, { method, path, count: before.count + 1, failed });
  }
  return [...counts.values()];
}

function withoutIds(url: string): string {
  const path = (url.split(/[?#]/, 1)[0] ?? "").replace(/^https?:\/\/[^/]+/, "");
  return path.replace(/\/(?:[0-9a-f]{8}-[0-9a-f-]{27,}|\d{3,})(?=\/|$)/gi, "/{id}");
}

function sentMails(steps: readonly StepRun[]): readonly SentMail[] {
  return steps.flatMap(({ step, deed, outcome }) =>
    deed?.kind === "request" && deed.mail !== undefined
      ? [{ step, mail: deed.mail, accepted: outcome.kind === "done", sent: deed.sent }]
      : [],
  );
}

function unrenderedCode(steps: readonly StepRun[]): Summary["unrendered"] {
  const all = steps.flatMap(({ step, deed }) =>
    deed?.kind === "request" ? deed.unrendered.map((each) => ({ step, ...each })) : [],
  );
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
}
