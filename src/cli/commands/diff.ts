import type { Command } from "../command.js";
import { diffOptions } from "../diff/options.js";

/** `diff A B` */
export const diffCommand: Command = {
  name: "diff",
  options: diffOptions,
  add: (cli, terminal, done) =>
    cli.command(
      "diff <files..>",
      "Say how two exports differ: by step and by line, not by byte",
      (yargs) =>
        yargs
          .positional("files", {
            type: "string",
            array: true,
            demandOption: true,
            describe: "Two files, two folders, or one file with --customer",
          })
          .options(diffOptions)
          .example("$0 diff before.json after.json", "what was changed?")
          .example(
            "$0 diff export.json --customer acme --action minimum-stock",
            "what would an import change?",
          )
          .example("$0 diff before/ dist/ --format markdown", "for a pull request"),
      async (given) => {
        // Loaded when it is asked for: other commands start without it.
        const { diff } = await import("../diff/diff.js");
        done(await diff(given, terminal));
      },
    ),
};
