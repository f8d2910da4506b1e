import type { Options } from "yargs";
import type { ActionDefinition } from "../../builders/define-action.js";
import type { TextSource } from "../../builders/action-texts.js";
import type { TargetId } from "../../model/action.js";
import { handlebarsTexts } from "../../text/handlebars-texts.js";
import {
  budgetInWords,
  budgetWarning,
  callBudget,
  formula,
  mostOf,
  REQUEST_LIMIT,
  type CallBudget,
} from "../../topdesk/call-budget.js";
import type { Command } from "../command.js";
import { loadProject } from "../load-config.js";

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
      async ({ json }) => {
        const { catalogue, library } = await loadProject(terminal.cwd);
        const texts = handlebarsTexts(library);
        terminal.out(json ? asJson(catalogue, texts) : asText(catalogue, texts));
        done(0);
      },
    ),
};

function asJson(catalogue: readonly ActionDefinition[], texts: TextSource): string {
  const actions = catalogue.map((definition) => {
    const { id, revision, targets, cardTypes, parameters } = definition;
    return {
      id,
      revision,
      targets,
      cardTypes,
      callBudgets: budgetsOf(definition, texts).map(({ target, budget: { requests, mails } }) => ({
        target,
        requests: { formula: formula(requests), most: mostOf(requests) ?? null },
        mails: { formula: formula(mails), most: mostOf(mails) ?? null },
      })),
      parameters: Object.entries(parameters).map(([name, { description, default: value, schema }]) => ({
        name,
        description,
        default: value,
        schema,
      })),
    };
  });
  return `${JSON.stringify(actions, null, 2)}\n`;
}

function asText(catalogue: readonly ActionDefinition[], texts: TextSource): string {
  const blocks = catalogue.map((definition) => {
    const { id, revision, targets, cardTypes, parameters } = definition;
    const cards = cardTypes.length > 0 ? `\n  card types  ${cardTypes.join(", ")}` : "";
    const budgets = budgetsOf(definition, texts).map(
      ({ target, budget }) => `\n  one run     ${budgetInWords(budget)} (${target})${warningOf(budget)}`,
    );
    const lines = Object.entries(parameters).map(
      ([name, { description, default: value }]) =>
        `    ${name} = ${JSON.stringify(value)}\n        ${description}`,
    );
    const head = `${id}\n  revision    ${revision}\n  targets     ${targets.join(", ")}${cards}${budgets.join("")}`;
    return `${head}\n  parameters\n${lines.join("\n")}\n`;
  });
  return blocks.join("\n");
}

function warningOf(budget: CallBudget): string {
  const warning = budgetWarning(budget, REQUEST_LIMIT);
  return warning === undefined ? "" : `\n              ${warning}`;
}

/** What an action sends at most with its default parameters, for each target that can be written with these. */
function budgetsOf(
  definition: ActionDefinition,
  texts: TextSource,
): readonly { readonly target: TargetId; readonly budget: CallBudget }[] {
  return definition.targets.flatMap((target) => {
    const outcome = definition.record(target, {}, texts);
    return outcome.kind === "recorded" ? [{ target, budget: callBudget(outcome.action) }] : [];
  });
}
