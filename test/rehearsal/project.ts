import { readdirSync, readFileSync } from "node:fs";
import { catalogue } from "../../src/actions/catalogue.js";
import type { ActionDefinition } from "../../src/builders/define-action.js";
import type { Action, TargetId } from "../../src/model/action.js";
import type { JsonObject } from "../../src/model/json.js";
import type { TextSource } from "../../src/builders/action-texts.js";
import { handlebarsTexts } from "../../src/text/handlebars-texts.js";

const root = new URL("../../templates/", import.meta.url);

/** The templates of the package, read once. */
export const library = new Map(
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".hbs"))
    .map((path) => [path.replaceAll("\\", "/"), readFileSync(new URL(path, root), "utf8")] as const),
);

export const texts = handlebarsTexts(library);

/** The action of the catalogue with this id. */
export function definitionOf(id: string): ActionDefinition {
  const definition = catalogue.find((candidate) => candidate.id === id);
  if (definition === undefined) throw new Error(`no action ${id}`);
  return definition;
}

/** Records an action of the catalogue, which must succeed. */
export function recorded(
  id: string,
  target: TargetId,
  parameters: JsonObject = {},
  words: TextSource = texts,
): Action {
  const outcome = definitionOf(id).record(target, parameters, words);
  if (outcome.kind !== "recorded") throw new Error(`${id} was not recorded: ${JSON.stringify(outcome)}`);
  return outcome.action;
}
