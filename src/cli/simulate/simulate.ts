import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { plural } from "../../check/format/stylish.js";
import type { Action } from "../../model/action.js";
import { readOnlyExchange, simulatedExchange } from "../../simulate/exchange.js";
import { readFault, type Fault } from "../../simulate/faults.js";
import { httpSteps, secretsOf, type Rehearsal } from "../../simulate/rehearse.js";
import type { Place } from "../../simulate/report/text-report.js";
import { createTopdesk } from "../../simulate/topdesk/answer.js";
import { startServer } from "../../simulate/topdesk/server.js";
import { loopbackTransport, networkTransport } from "../../simulate/transport.js";
import { recordingTransport, worldOf, type RecordingTransport } from "../../simulate/world/record.js";
import { SAMPLE_ADDRESS, type World } from "../../simulate/world/world.js";
import { chosenShapes } from "../load-shapes.js";
import { CommandError, type ExitCode, type Terminal } from "../terminal.js";
import { readCredentials } from "./credentials.js";
import { loadAction, loadObject, loadWorld, readVariables } from "./inputs.js";
import { prepareFolder, reasonOf } from "./mail-out.js";
import { checkOptions, readUrl, type SimulateOptions } from "./options.js";
import { showFaults, showRehearsal, type RehearsalBase } from "./show.js";

/** Rehearses an action, and shows what would happen. */
export async function simulate(options: SimulateOptions, terminal: Terminal): Promise<ExitCode> {
  checkOptions(options);
  const action = await loadAction(options.file, await chosenShapes(options, terminal), terminal);
  if (options.mailOut !== undefined) await prepareFolder(options.mailOut, terminal);
  return options.url === undefined
    ? inWorld(action, options, terminal)
    : againstTopdesk(action, readUrl(options.url), options, terminal);
}

/** The address that mails go to where nobody said another. It is nobody's: RFC 2606 keeps the domain free. */
const SAMPLE_MAIL = { from: "topdesk@example.com", to: "admin@example.com" };

/** Any password does for a simulated TOPdesk. */
const SAMPLE_PASSWORD = "sample-password";

async function inWorld(action: Action, options: SimulateOptions, terminal: Terminal): Promise<ExitCode> {
  const world = await loadWorld(options, terminal);
  const base = await rehearsalBase(action, options, terminal, {
    login: { user: world.account?.login ?? "api", password: SAMPLE_PASSWORD },
    topdeskUrl: world.url ?? SAMPLE_ADDRESS,
    world,
  });
  const faults = options.fault.filter((text) => text !== "all").map((text) => chosenFault(text, action));
  const place: Place = { inWords: `in the world "${world.name}"`, isSimulated: true };
  const inFreshWorld = <T>(run: (rehearsal: Rehearsal) => Promise<T>) => withServer(world, base, run);
  return options.fault.includes("all")
    ? showFaults(action, inFreshWorld, place, options, terminal)
    : inFreshWorld((rehearsal) => showRehearsal(action, { ...rehearsal, faults }, place, options, terminal));
}

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
  topdeskUrl: string,
  options: SimulateOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const faults = options.fault.map((text) => chosenFault(text, action));
  const login = await readCredentials(terminal);
  const base = await rehearsalBase(action, options, terminal, { login, topdeskUrl });
  const recording = recordingTransport(networkTransport, secretsOf(action, base));
  const rehearsal = { ...base, faults, exchange: readOnlyExchange(topdeskUrl, recording.transport) };
  const place: Place = { inWords: `against ${topdeskUrl}, read-only`, isSimulated: false };
  const code = await showRehearsal(action, rehearsal, place, options, terminal);
  if (options.record !== undefined) await keepWorld(recording, topdeskUrl, options.record, terminal);
  return code;
}

async function keepWorld(
  { recorded }: RecordingTransport,
  topdeskUrl: string,
  file: string,
  { cwd, err }: Terminal,
): Promise<void> {
  const answers = recorded();
  try {
    await writeFile(resolve(cwd, file), `${JSON.stringify(worldOf(answers, topdeskUrl), null, 2)}\n`);
  } catch (error) {
    throw new CommandError(
      `The answers cannot be kept in ${file}: ${reasonOf(error)}.`,
      "Name another file.",
    );
  }
  err(
    `${plural(answers.length, "answer")} kept in ${file}. Look through it before you share it: it holds real data.\n`,
  );
}
