import type { Options } from "yargs";
import type { Command } from "../command.js";
import { shapeOptions } from "../load-shapes.js";

const options = {
  out: { type: "string", requiresArg: true, describe: "File to write to (default: standard output)" },
  prefer: {
    choices: ["ours", "theirs"],
    describe: "Let this side win where both changed the same (default: write nothing)",
  },
  customers: shapeOptions.customers,
  json: { type: "boolean", default: false, describe: "Conflicts as JSON on standard output; needs --out" },
} as const satisfies Readonly<Record<string, Options>>;

/** `merge BASE OURS THEIRS` */
export const mergeCommand: Command = {
  name: "merge",
  options,
  add: (cli, terminal, done) =>
    cli.command(
      "merge <base> <ours> <theirs>",
      "Bring a customer's hand-changed copy to a new release",
      (yargs) =>
        yargs
          .positional("base", {
            type: "string",
            demandOption: true,
            describe: "The release that was changed",
          })
          .positional("ours", { type: "string", demandOption: true, describe: "The customer's copy" })
          .positional("theirs", { type: "string", demandOption: true, describe: "The new release" })
          .options(options)
          .example("$0 merge old-release.json export.json new-release.json --out upgraded.json", "upgrade"),
      async ({ base, ours, theirs, out, prefer, customers, json }) => {
        // Loaded when it is asked for: other commands start without it.
        const { merge } = await import("../diff/merge.js");
        done(await merge({ base, ours, theirs, out, prefer, customers, json }, terminal));
      },
    ),
};
