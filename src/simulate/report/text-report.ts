import { budgetInWords, budgetWarning, callBudget } from "../../topdesk/call-budget.js";
import type { Action } from "../../model/action.js";
import type { FilledVariable } from "../variables.js";
import { plural } from "../../check/format/stylish.js";
import { MASK } from "../engine/masking.js";
import { mailText } from "./mail-file.js";
import { STATEMENTS } from "../semantics.js";
import { INFERRED_READINGS } from "../topdesk/inferred.js";
import { printable, printableLines } from "./printable.js";
import type { SentMail, Summary } from "./summary.js";

/** Where a rehearsal happens. */
export interface Place {
  readonly inWords: string;
  /** False when a real TOPdesk answers. */
  readonly isSimulated: boolean;
}

/** What is about to be rehearsed. */
export function headText(action: Action, place: Place, variables: readonly FilledVariable[]): string {
  const lines = variables.map(({ name, value, origin, secret }) =>
    printable(`  ${name} = ${secret ? MASK : JSON.stringify(value)}  (${origin})`),
  );
  const filled = lines.length === 0 ? "" : `Variables\n${lines.join("\n")}\n`;
  return `Rehearsing "${printable(action.name)}" ${printable(place.inWords)}\n${filled}\nSteps\n`;
}

/** How much of what a rehearsal takes for granted nobody has confirmed. */
export function readingsText({ isSimulated }: Place): string {
  const engine = STATEMENTS.filter(({ evidence }) => evidence === "inferred").length;
  const world = isSimulated ? `, and ${INFERRED_READINGS.length} about the simulated TOPdesk` : "";
  return `Inferred: ${engine} of ${STATEMENTS.length} readings of how TOPdesk runs an action${world}; --json lists them.\n`;
}

const MAIL_WIDTH = 96;

/** What happened, in figures and mails. Without colours: it goes to standard output, which may be a file. */
export function summaryText(summary: Summary): string {
  const { done, skipped, failed, requests, milliseconds, paths, mails } = summary;
  const pathLines = paths.map(({ method, path, count, failed: broken }) => {
    const failures = broken === 0 ? "" : `  ${broken} failed`;
    return `  ${String(count).padStart(5)} × ${printable(`${method} ${path}`)}${failures}`;
  });
  const blocks = [
    ...(pathLines.length === 0 ? [] : [`Requests\n${pathLines.join("\n")}`]),
    ...mails.map((mail, index) => mailBlock(mail, index)),
    `${done} done, ${skipped} skipped, ${failed} failed; ${plural(requests, "request")}, ${plural(mails.length, "mail")}; ${duration(milliseconds)}`,
    ...unrenderedBlock(summary),
  ];
  return `\n${blocks.join("\n\n")}\n`;
}

function unrenderedBlock({ unrendered }: Summary): readonly string[] {
  if (unrendered.length === 0) return [];
  const lines = unrendered.map(({ step, code }) => `  ${printable(`${step}: ${code}`)}`);
  return [
    `Not rendered: this code is sent as it stands. Correct the text that holds it.\n${lines.join("\n")}`,
  ];
}

function mailBlock({ step, mail, accepted, sent }: SentMail, index: number): string {
  const fate = !sent ? "shown, not sent" : accepted ? "accepted" : "refused";
  const address = (word: string, values: readonly string[]) =>
    values.length === 0 ? [] : [`  ${word.padEnd(9)}${printable(values.join(", "))}`];
  const lines = [
    `Mail ${index + 1} of step ${printable(step)}: ${fate}`,
    ...address("From", mail.from === undefined ? [] : [mail.from]),
    ...address("To", mail.to),
    ...address("Cc", mail.cc),
    ...address("Bcc", mail.bcc),
    ...address("Reply to", mail.replyTo),
    `  ${"Subject".padEnd(9)}${printable(mail.subject)}`,
    "",
    ...printableLines(mailText(mail, MAIL_WIDTH))
      .split("\n")
      .map((line) => `  ${line}`.trimEnd()),
  ];
  return lines.join("\n");
}

function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** The most that a run can send, with a warning when that is more than `limit` requests. */
export function budgetText(action: Action, limit: number): string {
  const budget = callBudget(action);
  const warning = budgetWarning(budget, limit);
  return `Call budget: ${printable(budgetInWords(budget))}.${warning === undefined ? "" : `\n${warning}`}\n`;
}
