import type { Options } from "yargs";
import type { Command } from "../command.js";
import { CommandError } from "../terminal.js";

/** How an explanation can be written. */
export const EXPLAIN_FORMATS = ["text", "markdown", "html", "json"] as const;

const options = {
  language: {
    choices: ["nl", "en", "de"],
    default: "nl",
    requiresArg: true,
    describe: "The language of the sentences",
  },
  format: {
    choices: EXPLAIN_FORMATS,
    default: "text",
    requiresArg: true,
    describe: "How to write it: text for a terminal, a page, or the facts for a program",
  },
} as const satisfies Readonly<Record<string, Options>>;

/** `explain FILE` */
export const explainCommand: Command = {
  name: "explain",
  options,
  add: (cli, terminal, done) =>
    cli.command(
      "explain <file>",
      "Say in plain sentences what an action does: for a change board",
      (yargs) =>
        yargs
          .positional("file", { type: "string", demandOption: true, describe: "The action's file" })
          .options(options)
          .check(eachOptionOnce)
          .example("$0 explain export.json --language en", "read it in the terminal")
          .example("$0 explain export.json --format html > export.html", "a page to print or to mail")
          .example("$0 explain export.json --format json", "the facts for a program"),
      async ({ file, language, format }) => {
        // Loaded when it is asked for: other commands start without it.
        const { explainInTerminal } = await import("../explain/explain.js");
        done(await explainInTerminal({ file, language, format }, terminal));
      },
    ),
};

/** yargs makes a list of an option that is given twice, whatever its type says. */
function eachOptionOnce(given: Readonly<Record<string, unknown>>): true {
  const twice = Object.keys(options).find((name) => Array.isArray(given[name]));
  if (twice === undefined) return true;
  throw new CommandError(`--${twice} is given more than once.`, "Give it once.");
}
