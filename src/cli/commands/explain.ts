import type { Options } from "yargs";
import type { Command } from "../command.js";
import { chosenShapes, shapeOptions } from "../load-shapes.js";

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
  ...shapeOptions,
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
          .example("$0 explain export.json --language en", "read it in the terminal")
          .example("$0 explain export.json --format html > export.html", "a page to print or to mail")
          .example("$0 explain export.json --format json", "the facts for a program"),
      async ({ file, language, format, customer, customers }) => {
        // Loaded when it is asked for: other commands start without it.
        const { explainInTerminal } = await import("../explain/explain.js");
        const shapes = await chosenShapes({ customer, customers }, terminal);
        done(await explainInTerminal({ file, language, format, shapes }, terminal));
      },
    ),
};
