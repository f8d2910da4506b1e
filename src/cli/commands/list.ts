import type { Options } from "yargs";
import { catalogue } from "../../actions/catalogue.js";
import type { Command } from "../command.js";

const options = {
  json: { type: "boolean", default: false, describe: "List as JSON" },
} as const satisfies Readonly<Record<string, Options>>;

/** `list` */
export const listCommand: Command = {
  name: "list",
  options,
  add: (cli, terminal, done) =>
    cli.command(
      "list",
      "List the actions, their parameters with defaults, and their targets",
      (yargs) => yargs.options(options).example("$0 list", "what can be built, and what can be set"),
      ({ json }) => {
        terminal.out(json ? asJson() : asText());
        done(0);
      },
    ),
};

function asJson(): string {
  const actions = catalogue.map(({ id, revision, targets, cardTypes, parameters }) => ({
    id,
    revision,
    targets,
    cardTypes,
    parameters: Object.entries(parameters).map(([name, { description, default: value, schema }]) => ({
      name,
      description,
      default: value,
      schema,
    })),
  }));
  return `${JSON.stringify(actions, null, 2)}\n`;
}

function asText(): string {
  const blocks = catalogue.map(({ id, revision, targets, cardTypes, parameters }) => {
    const cards = cardTypes.length > 0 ? `\n  card types  ${cardTypes.join(", ")}` : "";
    const lines = Object.entries(parameters).map(
      ([name, { description, default: value }]) =>
        `    ${name} = ${JSON.stringify(value)}\n        ${description}`,
    );
    const head = `${id}\n  revision    ${revision}\n  targets     ${targets.join(", ")}${cards}`;
    return `${head}\n  parameters\n${lines.join("\n")}\n`;
  });
  return blocks.join("\n");
}
