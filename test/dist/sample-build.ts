import type { TextSource } from "../../src/builders/action-texts.js";
import { defineAction, type ActionDefinition } from "../../src/builders/define-action.js";
import { choiceParameter } from "../../src/builders/parameter.js";
import { text } from "../../src/builders/text.js";
import type { Action } from "../../src/model/action.js";
import type { BuiltFile } from "../../src/dist/build.js";

/** Texts that are their own names. */
export const texts: TextSource = {
  of: (actionId, language) => ({
    line: (name) => `${actionId} ${name} ${language}`,
    plain: (name) => text`${name}`,
    html: () => {
      throw new Error("no HTML in these tests");
    },
  }),
};

/** An action with one choice and no steps. */
export const greet = defineAction({
  id: "greet",
  revision: "2024-02-29",
  parameters: { language: choiceParameter({ description: "Language.", choices: ["nl", "en"], default: "nl" }) },
  targets: ["action"],
  language: ({ language }) => language,
  body: { record: () => undefined },
});

/** A definition without parameters that records this action for every target. */
export function recording(action: Action, fields: Partial<ActionDefinition> = {}): ActionDefinition {
  return {
    id: "sample",
    revision: "2024-02-29",
    parameters: {},
    targets: ["action"],
    cardTypes: [],
    problems: () => [],
    record: () => ({ kind: "recorded", action }),
    ...fields,
  };
}

/** A file as a build leaves it. */
export function built(path: string, content = "{}", fields: Partial<BuiltFile> = {}): BuiltFile {
  return {
    kind: "action",
    path,
    content,
    customer: path.split("/")[0] ?? "",
    action: "greet",
    target: "action",
    revision: "2024-02-29",
    ...fields,
  };
}
