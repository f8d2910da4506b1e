import type { Options } from "yargs";
import type { Command } from "../command.js";
import { chosenShapes } from "../load-shapes.js";
import { CommandError } from "../terminal.js";

const options = {
  out: {
    type: "string",
    requiresArg: true,
    describe: "Write the code into this file instead of standard output",
  },
  force: { type: "boolean", default: false, describe: "Overwrite a file that exists" },
  as: {
    choices: ["customer"],
    requiresArg: true,
    describe:
      "Make a customer's file instead of code: for an action of this package that was changed by hand",
  },
  action: { type: "string", requiresArg: true, describe: "With --as customer: the action that was changed" },
  customer: { type: "string", requiresArg: true, describe: "With --as customer: the id of the customer" },
  customers: {
    type: "string",
    requiresArg: true,
    describe: "The folder of customers, with their shapes (default: customers)",
  },
} as const satisfies Readonly<Record<string, Options>>;

/** `import EXPORT.json` */
export const importCommand: Command = {
  name: "import",
  options,
  add: (cli, terminal, done) =>
    cli.command(
      "import <file>",
      "Turn an export into TypeScript that builds it again, or into a customer's file",
      (yargs) =>
        yargs
          .positional("file", { type: "string", demandOption: true, describe: "The export" })
          .options(options)
          .example("$0 import export.json --out actions/my-action.ts", "code that builds the same bytes")
          .example(
            "$0 import changed.json --as customer --action minimum-stock --customer acme",
            "what acme changed, as customers/acme.json",
          ),
      async ({ file, out, force, as, action, customer, customers }) => {
        if (as === undefined) {
          const stray = Object.entries({ action, customer }).find(([, value]) => value !== undefined);
          if (stray !== undefined) {
            throw new CommandError(
              `--${stray[0]} is for --as customer.`,
              "Add --as customer, or leave it out.",
            );
          }
          // Loaded when it is asked for: other commands start without it.
          const { importCode } = await import("../import/import.js");
          const shapes = await chosenShapes({ customers }, terminal);
          done(await importCode({ file, out, force, shapes }, terminal));
          return;
        }
        if (action === undefined || customer === undefined) {
          const missing = action === undefined ? "--action" : "--customer";
          throw new CommandError(
            `--as customer needs ${missing}.`,
            "Write: import changed.json --as customer --action minimum-stock --customer acme",
          );
        }
        if (out !== undefined) {
          throw new CommandError(
            "--out is for code.",
            "A customer's file goes into the folder of customers.",
          );
        }
        const { importCustomer } = await import("../import/customer.js");
        done(await importCustomer({ file, action, customer, customers, force }, terminal));
      },
    ),
};
