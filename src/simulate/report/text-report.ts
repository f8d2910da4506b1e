import { budgetInWords, callBudget, mostOf } from "../../topdesk/call-budget.js";
import type { Action } from "../../model/action.js";
import type { FilledVariable } from "../variables.js";
import { plural } from "../../check/format/stylish.js";
import { MASK } from "../engine/masking.js";
import { mailText } from "./mail-file.js";
import type { FaultRow } from "./fault-table.js";
import { paintWith } from "./paint.js";
import type { SentMail, Summary } from "./summary.js";

/** What is about to be rehearsed. */
export function headText(action: Action, place: string, variables: readonly FilledVariable[]): string {
  const lines = variables.map(
    ({ name, value, origin, secret }) => `  ${name} = ${secret ? MASK : JSON.stringify(value)}  (${origin})`,
  );
  const filled = lines.length === 0 ? "" : `Variables\n${lines.join("\n")}\n`;
  return `Rehearsing "${action.name}" ${place}\n${filled}\nSteps\n`;
}

const MAIL_WIDTH = 96;

/** What happened, in figures and mails. */
export function summaryText(summary: Summary, color: boolean): string {
  const paint = paintWith(color);
  const { done, skipped, failed, requests, milliseconds, paths, mails } = summary;
  const pathLines = paths.map(({ method, path, count, failed: broken }) => {
    const failures = broken === 0 ? "" : paint("red", `  ${broken} failed`);
    return `  ${String(count).padStart(5)} × ${method} ${path}${failures}`;
  });
  const blocks = [
    ...(pathLines.length === 0 ? [] : [`Requests\n${pathLines.join("\n")}`]),
    ...mails.map((mail, index) => mailBlock(mail, index)),
    `${done} done, ${skipped} skipped, ${failed} failed; ${plural(requests, "request")}, ${plural(mails.length, "mail")}; ${duration(milliseconds)}`,
  ];
  return `\n${blocks.join("\n\n")}\n`;
}

function mailBlock({ step, mail, accepted, sent }: SentMail, index: number): string {
  const fate = !sent ? "shown, not sent" : accepted ? "accepted" : "refused";
  const address = (word: string, values: readonly string[]) =>
    values.length === 0 ? [] : [`  ${word.padEnd(9)}${values.join(", ")}`];
  const lines = [
    `Mail ${index + 1} of step ${step}: ${fate}`,
    ...address("From", mail.from === undefined ? [] : [mail.from]),
    ...address("To", mail.to),
    ...address("Cc", mail.cc),
    ...address("Bcc", mail.bcc),
    ...address("Reply to", mail.replyTo),
    `  ${"Subject".padEnd(9)}${mail.subject}`,
    "",
    ...mailText(mail, MAIL_WIDTH)
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
  const most = mostOf(budget.requests);
  const warning =
    most !== undefined && most > limit
      ? `\nWarning: that is more than ${limit} requests. Let the first request ask for fewer cards.`
      : "";
  return `Call budget: ${budgetInWords(budget)}.${warning}\n`;
}

/** What an action does under each fault, as a table. */
export function faultTable(rows: readonly FaultRow[], color: boolean): string {
  const paint = paintWith(color);
  const head = ["step", "fault", "done", "skipped", "failed", "mails", "what the mails claim"];
  const cells = rows.map((row) => [
    row.step,
    row.fault,
    String(row.done),
    String(row.skipped),
    String(row.failed),
    String(row.mails),
    CLAIMS[row.met ? row.claim : "not met"],
  ]);
  const widths = head.map((title, column) =>
    Math.max(title.length, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  const body = cells.map((row, index) =>
    rows[index]?.claim === "other" ? paint("red", line(row)) : line(row),
  );
  return `${paint("bold", line(head))}\n${body.join("\n")}\n`;
}

const CLAIMS = {
  same: "same as without a fault",
  none: "mail left out",
  other: "OTHER: a mail that the run without a fault does not send",
  "not met": "the step did not run",
} as const;
