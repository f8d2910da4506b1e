import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Action } from "../../model/action.js";
import { readOnlyExchange, simulatedExchange } from "../../simulate/exchange.js";
import { readFault, type Fault } from "../../simulate/faults.js";
import { faultRows } from "../../simulate/report/fault-table.js";
import { jsonReport } from "../../simulate/report/json-report.js";
import { LiveList } from "../../simulate/report/live.js";
import { summarize, type Summary } from "../../simulate/report/summary.js";
import { budgetText, faultTable, headText, summaryText } from "../../simulate/report/text-report.js";
import {
  filledVariables,
  httpSteps,
  rehearse,
  rehearseFaults,
  type Rehearsal,
} from "../../simulate/rehearse.js";
import { createTopdesk } from "../../simulate/topdesk/answer.js";
import { startServer } from "../../simulate/topdesk/server.js";
import type { Trace } from "../../simulate/trace.js";
import { loopbackTransport, networkTransport } from "../../simulate/transport.js";
import { recordingTransport, worldOf } from "../../simulate/world/record.js";
import { SAMPLE_ADDRESS, type World } from "../../simulate/world/world.js";
import { CommandError, type ExitCode, type Terminal } from "../terminal.js";
import { readCredentials } from "./credentials.js";
import { loadAction, loadObject, loadWorld, readVariables } from "./inputs.js";
import { writeMails } from "./mail-out.js";

export interface SimulateOptions {
  readonly file: string;
  readonly world: string | undefined;
  readonly stocks: number | undefined;
  readonly seed: number;
  readonly url: string | undefined;
  readonly card: string | undefined;
  readonly request: string | undefined;
  readonly variable: readonly string[];
  readonly fault: readonly string[];
  readonly limit: number;
  readonly record: string | undefined;
  readonly mailOut: string | undefined;
  readonly json: boolean;
}

/** Rehearses an action, and shows what would happen. */
export async function simulate(options: SimulateOptions, terminal: Terminal): Promise<ExitCode> {
  const action = await loadAction(options.file, terminal);
  return options.url === undefined
    ? inWorld(action, options, terminal)
    : againstTopdesk(action, options.url, options, terminal);
}

/** The address that mails go to where nobody said another. It is nobody's: RFC 2606 keeps the domain free. */
const SAMPLE_MAIL = { from: "topdesk@example.com", to: "admin@example.com" };

/** Any password does for a simulated TOPdesk. */
const SAMPLE_PASSWORD = "sample-password";

async function inWorld(action: Action, options: SimulateOptions, terminal: Terminal): Promise<ExitCode> {
  if (options.record !== undefined) {
    throw new CommandError("--record keeps real answers.", "Use it with --url.");
  }
  const world = await loadWorld(options, terminal);
  const base = await rehearsalBase(action, options, terminal, {
    login: { user: world.account?.login ?? "api", password: SAMPLE_PASSWORD },
    topdeskUrl: world.url ?? SAMPLE_ADDRESS,
    world,
  });
  const inFreshWorld = <T>(run: (rehearsal: Rehearsal) => Promise<T>) => withServer(world, base, run);
  if (options.fault.includes("all")) return showFaults(action, inFreshWorld, options, terminal);
  const faults = options.fault.map((text) => chosenFault(text, action));
  return inFreshWorld((rehearsal) =>
    showRehearsal(action, { ...rehearsal, faults }, `in the world "${world.name}"`, options, terminal),
  );
}

/** Everything of a rehearsal but the way to TOPdesk. */
type RehearsalBase = Omit<Rehearsal, "exchange">;

async function rehearsalBase(
  action: Action,
  options: SimulateOptions,
  terminal: Terminal,
  place: Pick<Rehearsal["filling"], "login" | "topdeskUrl"> & { readonly world?: World },
): Promise<RehearsalBase> {
  const { login, topdeskUrl, world } = place;
  return {
    filling: {
      given: readVariables(options.variable, action),
      ofWorld: new Map(Object.entries(world?.variables ?? {})),
      mail: SAMPLE_MAIL,
      login,
      topdeskUrl,
    },
    card: (await loadObject(options.card, terminal)) ?? world?.cards?.[cardTypeOf(action) ?? ""],
    request: (await loadObject(options.request, terminal)) ?? world?.request,
    currentOperator: world?.currentOperator,
    seed: options.seed,
    now: new Date(),
  };
}

function cardTypeOf({ cardType, trigger }: Action): string | undefined {
  return cardType ?? (trigger?.type === "EVENT" ? trigger.cardType : undefined);
}

/** Lets a simulated TOPdesk run as long as a rehearsal takes. */
async function withServer<T>(
  world: World,
  base: RehearsalBase,
  run: (rehearsal: Rehearsal) => Promise<T>,
): Promise<T> {
  const server = await startServer(createTopdesk(world));
  try {
    return await run({ ...base, exchange: simulatedExchange(loopbackTransport(server.url)) });
  } finally {
    await server.close();
  }
}

function chosenFault(text: string, action: Action): Fault {
  const fault = readFault(text, httpSteps(action.steps));
  if ("problem" in fault) throw new CommandError(fault.problem, fault.hint);
  return fault;
}

async function againstTopdesk(
  action: Action,
  url: string,
  options: SimulateOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new CommandError(
      `"${url}" is no address of a TOPdesk.`,
      "Write --url https://topdesk.example.com.",
    );
  }
  const topdeskUrl = url.replace(/\/+$/, "");
  const login = await readCredentials(terminal);
  const base = await rehearsalBase(action, options, terminal, { login, topdeskUrl });
  const recording = recordingTransport(networkTransport);
  const rehearsal = { ...base, exchange: readOnlyExchange(topdeskUrl, recording.transport) };
  const code = await showRehearsal(action, rehearsal, `against ${topdeskUrl}, read-only`, options, terminal);
  if (options.record !== undefined) {
    const world = worldOf(recording.recorded());
    await writeFile(resolve(terminal.cwd, options.record), `${JSON.stringify(world, null, 2)}\n`);
    terminal.err(`${recording.recorded().length} answers kept in ${options.record}.\n`);
  }
  return code;
}

async function showRehearsal(
  action: Action,
  rehearsal: Rehearsal,
  place: string,
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
  else terminal.out(summaryText(summary, terminal.color));
  terminal.err(budgetText(action, options.limit));
  await keepMails(summary, options, rehearsal.now, terminal);
  return exitCodeOf(trace);
}

async function keepMails(
  { mails }: Summary,
  { mailOut }: SimulateOptions,
  now: Date,
  terminal: Terminal,
): Promise<void> {
  if (mailOut === undefined) return;
  const names = await writeMails(mails, mailOut, now, terminal);
  terminal.err(
    `${names.length} files written to ${mailOut}${names.length === 0 ? "" : `: ${names.join(", ")}`}\n`,
  );
}

async function showFaults(
  action: Action,
  inFreshWorld: <T>(run: (rehearsal: Rehearsal) => Promise<T>) => Promise<T>,
  options: SimulateOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  terminal.err(`Rehearsing "${action.name}" with every fault of every request.\n\n`);
  const without = await inFreshWorld((rehearsal) => rehearse(action, rehearsal));
  const cases = await inFreshWorld((rehearsal) =>
    rehearseFaults(action, (faults) => ({ ...rehearsal, faults })),
  );
  const rows = faultRows(without, cases);
  terminal.out(options.json ? `${JSON.stringify(rows, null, 2)}\n` : faultTable(rows, terminal.color));
  const others = rows.filter(({ claim }) => claim === "other").length;
  terminal.err(
    others === 0
      ? "No fault makes the action send a mail that it would not send otherwise.\n"
      : `With ${others} faults the action sends a mail that it would not send otherwise: what it claims may be false.\n`,
  );
  return others === 0 && exitCodeOf(without) === 0 ? 0 : 1;
}

/** 0 when every step that ran went well, 1 when one failed or could not be rendered. */
function exitCodeOf(trace: Trace): ExitCode {
  return trace.steps.some(({ outcome }) => outcome.kind === "failed") ? 1 : 0;
}
