import type { ActionTexts, TextSource } from "../builders/action-texts.js";
import type { ActionDefinition } from "../builders/define-action.js";
import { html, text } from "../builders/text.js";
import type { TargetId, Variable } from "../model/action.js";
import type { JsonObject } from "../model/json.js";

/** Texts that hold their own name: for recordings of which only the variables are looked at. */
const namesOfTexts: ActionTexts = {
  line: (name) => name,
  plain: (name) => text`${name}`,
  html: (name) => html`${name}`,
};
const withoutTexts: TextSource = { of: () => namesOfTexts };

/**
 * The variables that an action declares for any of the targets, by name.
 *
 * @returns undefined when that is not known, because the action is recorded for none of them
 */
export function declaredVariables(
  definition: ActionDefinition,
  targets: readonly TargetId[],
  parameters: JsonObject,
): ReadonlyMap<string, Variable> | undefined {
  const recordings = targets.map((target) => variablesFor(definition, target, parameters));
  if (recordings.every((variables) => variables === undefined)) return undefined;
  return new Map(
    recordings.flatMap((variables) => variables ?? []).map((variable) => [variable.name, variable]),
  );
}

function variablesFor(
  definition: ActionDefinition,
  target: TargetId,
  parameters: JsonObject,
): readonly Variable[] | undefined {
  try {
    const outcome = definition.record(target, parameters, withoutTexts);
    return outcome.kind === "recorded" ? outcome.action.variables : undefined;
  } catch {
    // Building records the action again, and says what is wrong with it.
    return undefined;
  }
}
