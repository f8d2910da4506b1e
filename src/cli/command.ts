import type { Argv, Options } from "yargs";
import type { ExitCode, Terminal } from "./terminal.js";

/** A command of the command line. */
export interface Command {
  readonly name: string;
  /** Its options by name, for "did you mean". */
  readonly options: Readonly<Record<string, Options>>;
  /** Adds it to the command line. It says with `done` how it ended. */
  readonly add: (cli: Argv, terminal: Terminal, done: (code: ExitCode) => void) => Argv;
}
