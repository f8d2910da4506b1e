import { plural } from "../../check/format/stylish.js";
import type { Action } from "../../model/action.js";
import { faultRows } from "../../simulate/report/fault-table.js";
import { faultTable, faultVerdict } from "../../simulate/report/fault-table-text.js";
import { jsonFaults, jsonReport } from "../../simulate/report/json-report.js";
import { LiveList } from "../../simulate/report/live.js";
import { printable } from "../../simulate/report/printable.js";
import { summarize, type Summary } from "../../simulate/report/summary.js";
import {
  budgetText,
  headText,
  readingsText,
  summaryText,
  type Place,
} from "../../simulate/report/text-report.js";
import { filledVariables, rehearse, rehearseFaults, type Rehearsal } from "../../simulate/rehearse.js";
import { wasMet, type Fault } from "../../simulate/faults.js";
import type { Trace } from "../../simulate/trace.js";
import type { ExitCode, Terminal } from "../terminal.js";
import { writeMails } from "./mail-out.js";
import type { SimulateOptions } from "./options.js";

/** Everything of a rehearsal but the way to TOPdesk. */
export type RehearsalBase = Omit<Rehearsal, "exchange">;

/** Rehearses once: a live list for people, then the summary or the whole trace. */
export async function showRehearsal(
  action: Action,
  rehearsal: Rehearsal,
  place: Place,
  options: SimulateOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { color, overwrites = false } = terminal;
  const live = new LiveList({ write: (text) => terminal.err(text), color, overwrites });
  const variables = filledVariables(action, rehearsal);
  terminal.err(headText(action, place, variables));
  const trace = await rehearse(action, { ...rehearsal, observe: (run) => live.show(run) });
  live.end();
  const summary = summarize(trace);
  if (options.json) terminal.out(jsonReport({ action, place, variables, trace, summary }));
  else terminal.out(summaryText(summary));
  terminal.err(
    `${unmetFaults(rehearsal.faults ?? [], trace)}${budgetText(action, options.limit)}${readingsText(place)}`,
  );
  await keepMails(summary, options, rehearsal.now, terminal);
  return exitCodeOf(trace);
}

/** A fault that nothing ran into proves nothing. */
function unmetFaults(faults: readonly Fault[], trace: Trace): string {
  return faults
    .filter((fault) => !wasMet(fault, trace))
    .map(({ step, word }) => `The fault ${step}=${word} was not met: the step sent no request.\n`)
    .join("");
}

const MOST_NAMES = 6;

async function keepMails(
  { mails }: Summary,
  { mailOut }: SimulateOptions,
  now: Date,
  terminal: Terminal,
): Promise<void> {
  if (mailOut === undefined) return;
  const names = await writeMails(mails, mailOut, now, terminal);
  const listed = names.slice(0, MOST_NAMES).join(", ");
  const which = names.length === 0 ? "" : `: ${listed}${names.length > MOST_NAMES ? ", …" : ""}`;
  terminal.err(`${plural(names.length, "file")} written to ${mailOut}${which}\n`);
}

/** Rehearses once for each fault of each request, and shows a table. */
export async function showFaults(
  action: Action,
  inFreshWorld: <T>(run: (rehearsal: Rehearsal) => Promise<T>) => Promise<T>,
  place: Place,
  { json }: SimulateOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  terminal.err(
    `Rehearsing "${printable(action.name)}" ${place.inWords} with every fault of every request.\n\n`,
  );
  const run = (faults: readonly Fault[]) =>
    inFreshWorld((rehearsal) => rehearse(action, { ...rehearsal, faults }));
  const without = await run([]);
  const rows = faultRows(without, await rehearseFaults(action, run));
  terminal.out(json ? jsonFaults(action, place, summarize(without), rows) : faultTable(rows));
  const broken =
    exitCodeOf(without) === 0
      ? ""
      : "Without a fault, not all goes well either: rehearse it once without --fault.\n";
  terminal.err(`\n${broken}${faultVerdict(rows)}${readingsText(place)}`);
  return exitCodeOf(without) === 0 && rows.every(({ claim }) => claim !== "other") ? 0 : 1;
}

/** 0 when every step that ran went well, 1 when one failed or something was left unrendered. */
function exitCodeOf(trace: Trace): ExitCode {
  const isBroken = trace.steps.some(
    ({ outcome, deed }) =>
      outcome.kind === "failed" || (deed?.kind === "request" && deed.unrendered.length > 0),
  );
  return isBroken ? 1 : 0;
}
