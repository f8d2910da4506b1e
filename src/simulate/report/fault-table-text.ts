import { plural } from "../../check/format/stylish.js";
import type { FaultRow } from "./fault-table.js";
import { printable, shortened } from "./printable.js";

const LONGEST_NAME = 24;

/** What an action does under each fault: a block for each step, at most 100 columns wide. Without colours: it may go to a file. */
export function faultTable(rows: readonly FaultRow[]): string {
  const steps = [...new Set(rows.map(({ step }) => step))];
  return steps
    .map((step) =>
      block(
        step,
        rows.filter((row) => row.step === step),
      ),
    )
    .join("\n");
}

const HEAD = ["fault", "done", "skipped", "failed", "first failure", "mails"];

function block(step: string, rows: readonly FaultRow[]): string {
  const cells = rows.map((row) => [
    row.fault,
    String(row.done),
    String(row.skipped),
    String(row.failed),
    shortened(printable(row.firstFailure ?? "-"), LONGEST_NAME),
    mailsInWords(row),
  ]);
  const widths = HEAD.map((title, column) =>
    Math.max(title.length, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd();
  const body = cells.map(line);
  return `${printable(step)}\n${line(HEAD)}\n${body.join("\n")}\n`;
}

function mailsInWords({ met, claim, mails }: FaultRow): string {
  if (!met) return "the step did not run";
  switch (claim) {
    case "same":
      return `${plural(mails, "mail")}, as without`;
    case "no mail":
      return "none, as without";
    case "missed":
      return mails === 0 ? "missed" : `missed, ${plural(mails, "mail")} left`;
    case "other":
      return "OTHER than without";
  }
}

/** What the table means, in a few lines. */
export function faultVerdict(rows: readonly FaultRow[]): string {
  const other = rows.filter(({ claim }) => claim === "other").length;
  const missed = rows.filter(({ claim }) => claim === "missed").length;
  const left =
    missed === 0
      ? []
      : [
          `With ${plural(missed, "fault")} a mail is missed: nobody is told, until the next run that goes well.`,
        ];
  const verdict =
    other === 0
      ? "No fault makes the action send a mail that it would not send otherwise."
      : `With ${plural(other, "fault")} the action sends a mail that it would not send otherwise: what it claims may be false.`;
  return `${[...left, verdict].join("\n")}\n`;
}
