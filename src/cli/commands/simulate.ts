import type { Options } from "yargs";
import { REQUEST_LIMIT } from "../../topdesk/call-budget.js";
import type { Command } from "../command.js";
import { shapeOptions } from "../load-shapes.js";

const options = {
  world: {
    type: "string",
    requiresArg: true,
    describe: "World file, or the name of one that comes along: school, hospital",
  },
  stocks: {
    type: "number",
    requiresArg: true,
    conflicts: ["world"],
    describe: "Make up a world with this many stocks instead",
  },
  seed: { type: "number", requiresArg: true, default: 1, describe: "For what is made up or random" },
  url: {
    type: "string",
    requiresArg: true,
    conflicts: ["world", "stocks"],
    describe: "Rehearse against this TOPdesk: GET requests are sent, everything else is only shown",
  },
  card: { type: "string", requiresArg: true, describe: "JSON file with the fields of the card" },
  request: { type: "string", requiresArg: true, describe: "JSON file with what starts a webhook (_request)" },
  variable: {
    type: "string",
    array: true,
    requiresArg: true,
    default: [],
    describe: "Value of a variable: NAME=VALUE",
  },
  fault: {
    type: "string",
    array: true,
    requiresArg: true,
    default: [],
    describe: "Let a step's request go wrong: STEP=401, =500, =timeout, =malformed, =empty, =slow; or all",
  },
  limit: {
    type: "number",
    requiresArg: true,
    default: REQUEST_LIMIT,
    describe: "Warn when a run may send more requests",
  },
  record: { type: "string", requiresArg: true, describe: "Keep the real answers as a world in this file" },
  "mail-out": {
    type: "string",
    requiresArg: true,
    describe: "Write each mail as .html and .eml into this folder",
  },
  json: { type: "boolean", default: false, describe: "The whole trace as JSON on standard output" },
  ...shapeOptions,
} as const satisfies Readonly<Record<string, Options>>;

/** `simulate FILE` */
export const simulateCommand: Command = {
  name: "simulate",
  options,
  add: (cli, terminal, done) =>
    cli.command(
      "simulate <file>",
      "Rehearse an action without TOPdesk: every step, every request, every mail",
      (yargs) =>
        yargs
          .positional("file", { type: "string", demandOption: true, describe: "The action's file" })
          .options(options)
          .example("$0 simulate dist/default/minimum-stock.action.json", "in the world that comes along")
          .example("$0 simulate export.json --fault all", "what it does when something goes wrong")
          .example("$0 simulate export.json --url https://topdesk.example.com", "read from a real TOPdesk"),
      async (given) => {
        // Loaded when it is asked for: other commands start without it.
        const { simulate } = await import("../simulate/simulate.js");
        done(await simulate(given, terminal));
      },
    ),
};
