import type { Options } from "yargs";
import { LANGUAGES } from "../../customers/customer.js";
import type { Command } from "../command.js";
import { CommandError } from "../terminal.js";

/** How the sheet can be written. */
export const SHEET_FORMATS = ["text", "markdown", "html"] as const;

const options = {
  sheet: { type: "boolean", default: false, describe: "Print the sheet that an admin follows" },
  language: {
    choices: LANGUAGES,
    default: "nl",
    requiresArg: true,
    describe: "With --sheet: its language",
  },
  format: {
    choices: SHEET_FORMATS,
    default: "text",
    requiresArg: true,
    describe: "With --sheet: text for a terminal, or a page to print or mail",
  },
  customer: { type: "string", requiresArg: true, describe: "Keep what was learned as this customer's shape" },
  "all-customers": {
    type: "boolean",
    default: false,
    describe: "Keep it for all customers without a shape of their own; without exports: that of --customer",
  },
  customers: {
    type: "string",
    requiresArg: true,
    describe: "Folder with the customers (default: customers)",
  },
  new: { type: "boolean", default: false, describe: "Forget what was learned before" },
  json: { type: "boolean", default: false, describe: "The findings as JSON on standard output" },
} as const satisfies Readonly<Record<string, Options>>;

/** `learn EXPORT..` */
export const learnCommand: Command = {
  name: "learn",
  options,
  add: (cli, terminal, done) =>
    cli.command(
      "learn [exports..]",
      "Learn from an export how a customer's TOPdesk writes actions",
      (yargs) =>
        yargs
          .positional("exports", {
            type: "string",
            array: true,
            default: [],
            describe: "Exports of the action that the sheet describes",
          })
          .options(options)
          .example("$0 learn --sheet --language en --format html > sheet.html", "what the admin is to do")
          .example("$0 learn export.json", "what does the export confirm?")
          .example("$0 learn export.json --customer acme", "build for acme as its TOPdesk writes")
          .example("$0 learn --customer acme --all-customers", "make that the shape of all customers"),
      async ({ sheet, language, format, exports, customer, allCustomers, customers, new: forget, json }) => {
        // Loaded when it is asked for: other commands start without it.
        const { learnFrom, printSheet, shareShape } = await import("../learn/learn.js");
        if (sheet) {
          if (exports.length > 0) {
            throw new CommandError(
              "--sheet takes no exports.",
              "Print the sheet first, then learn from the export.",
            );
          }
          done(await printSheet({ language, format }, terminal));
        } else if (exports.length > 0) {
          const request = { exports, customer, allCustomers, customers, forget, json };
          done(await learnFrom(request, terminal));
        } else if (allCustomers && customer !== undefined) {
          done(await shareShape({ customer, customers }, terminal));
        } else {
          throw new CommandError(
            "There is nothing to learn from.",
            "Name an export, or print the sheet that says how to make one: topdesk-actions learn --sheet.",
          );
        }
      },
    ),
};
