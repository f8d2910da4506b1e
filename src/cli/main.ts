import yargs, { type Argv } from "yargs";
import { nearest } from "../model/nearest.js";
import type { Command } from "./command.js";
import { buildCommand } from "./commands/build.js";
import { explainCommand } from "./commands/explain.js";
import { initCommand } from "./commands/init.js";
import { importCommand } from "./commands/import.js";
import { diffCommand } from "./commands/diff.js";
import { learnCommand } from "./commands/learn.js";
import { listCommand } from "./commands/list.js";
import { mergeCommand } from "./commands/merge.js";
import { simulateCommand } from "./commands/simulate.js";
import { validateCommand } from "./commands/validate.js";
import { verifyCommand } from "./commands/verify.js";
import { withEnvironment } from "./environment.js";
import { packageVersion } from "./project.js";
import { CommandError, type ExitCode, type Terminal } from "./terminal.js";

export { ask, choose } from "./ask.js";

/** Every command. */
const commands: readonly Command[] = [
  buildCommand,
  validateCommand,
  simulateCommand,
  diffCommand,
  mergeCommand,
  verifyCommand,
  explainCommand,
  importCommand,
  learnCommand,
  listCommand,
  initCommand,
];

/**
 * Runs the command line.
 *
 * @param args what stands after the name of the program
 * @returns the exit code: 0 fine, 1 findings or a difference, 2 could not do it
 */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const done = (code: ExitCode) => {
    exitCode = code;
  };
  try {
    refuseUnknownCommand(args);
    const cli = await commandLine(terminal, done);
    // With a callback, yargs hands over what it prints (help, version, completion) instead of printing it.
    const first = args.find((word) => !word.startsWith("-"));
    const command = commands.find(({ name }) => name === first);
    const completed = command === undefined ? args : withEnvironment(args, command.options, terminal.env);
    await cli.parseAsync([...completed], {}, (_error, _argv, output) => {
      if (output !== "") terminal.out(`${output}\n`);
    });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    terminal.err(`topdesk-actions: ${error.message} ${error.hint}\n`);
    return 2;
  }
}

async function commandLine(terminal: Terminal, done: (code: ExitCode) => void): Promise<Argv> {
  const cli = yargs()
    .scriptName("topdesk-actions")
    .usage("$0 <command>\n\nTyped builders and checks for TOPdesk action sequences.")
    .locale("en")
    .parserConfiguration({ "strip-aliased": true, "camel-case-expansion": true, "strip-dashed": true })
    .version(await packageVersion())
    .help()
    .alias("help", "h")
    .wrap(100)
    .completion("completion", "Print a script that completes commands in your shell")
    .demandCommand(1, 1, "Say what to do: name a command.", "Name one command.")
    .strict()
    .check(eachOptionOnce, true)
    .exitProcess(false)
    .fail((message: string | null, error: Error | undefined) => {
      throw error === undefined || error.name === "YError"
        ? usageError(message ?? error?.message ?? "")
        : error;
    });
  return commands.reduce((all, command) => command.add(all, terminal, done), cli);
}

/** yargs says nothing of a wrong command when something follows it. */
function refuseUnknownCommand([first]: readonly string[]): void {
  if (first === undefined || first === "" || first.startsWith("-")) return;
  if (first === "completion" || commands.some(({ name }) => name === first)) return;
  throw usageError(`Unknown argument: ${first}`);
}

/** yargs makes a list of an option that is given twice, whatever its type says. */
function eachOptionOnce(given: Readonly<Record<string, unknown>>): true {
  const command = commands.find(({ name }) => Array.isArray(given["_"]) && given["_"].includes(name));
  for (const [name, { array }] of Object.entries(command?.options ?? {})) {
    const camelCase = name.replaceAll(/-([a-z])/g, (_dash, letter: string) => letter.toUpperCase());
    if (array === true || ![name, camelCase].some((key) => Array.isArray(given[key]))) continue;
    throw new CommandError(`--${name} is given more than once.`, "Give it once.");
  }
  return true;
}

/** What yargs says of wrong arguments, with the nearest right one. */
function usageError(message: string): CommandError {
  const unknown = /^Unknown (?:argument|command)s?: ([^,]*)/.exec(message)?.[1];
  if (message.startsWith("Not enough non-option arguments")) {
    return new CommandError("An argument is missing.", "Add --help to the command to see what it needs.");
  }
  if (unknown === undefined) return new CommandError(withFullStop(message), "See topdesk-actions --help.");
  const names = commands.map((command) => command.name);
  const options = commands.flatMap((command) => Object.keys(command.options));
  const near = nearest(unknown, [...options, ...names]);
  const word = near !== undefined && !names.includes(near) ? `--${near}` : near;
  return new CommandError(
    `"${unknown}" is not known here.`,
    word === undefined ? "See topdesk-actions --help." : `Did you mean "${word}"?`,
  );
}

/** yargs spreads some messages over several lines. */
function withFullStop(message: string): string {
  const line = message.trim().replace(/\s*\n\s*/g, " ");
  return line.endsWith(".") ? line : `${line}.`;
}
