import { compileFunction } from "node:vm";
import type { ActionDefinition } from "../builders/define-action.js";
import type { TextSource } from "../builders/action-texts.js";
import type { JsonObject } from "../model/json.js";
import { targets } from "../targets/index.js";
import { fileFor } from "../targets/target.js";
import { writeFile } from "../targets/write.js";

/** What `import { ... } from "topdesk-actions"` takes from: the package's own exports. */
export type PackageExports = Readonly<Record<string, unknown>>;

/**
 * Runs generated code and gives the action that it defines. Such code imports from this package only, has one export and
 * no types, so that it runs as it stands.
 *
 * @param name the constant that it exports
 * @throws Error when it does not run
 */
export function loadedModule(code: string, name: string, exports: PackageExports): ActionDefinition {
  const body = code
    .replace(/^import \{([^}]*)\} from "topdesk-actions";/, "const {$1} = topdeskActions;")
    .replace(/(?<=\n)export (?=const )/, "");
  const run = compileFunction(`"use strict";${body}\nreturn ${name};`, ["topdeskActions"]);
  const result: unknown = Reflect.apply(run, undefined, [exports]);
  if (!isDefinition(result)) throw new TypeError(`${name} is no action`);
  return result;
}

function isDefinition(value: unknown): value is ActionDefinition {
  return typeof value === "object" && value !== null && "record" in value && "targets" in value;
}

const NO_TEXTS: TextSource = {
  of: (actionId) => {
    const missing = (): never => {
      throw new Error(`${actionId} has no texts`);
    };
    return { line: missing, plain: missing, html: missing };
  },
};

/** The file of an action that needs nothing from outside, as it is built. */
export function rebuiltValue(definition: ActionDefinition): JsonObject {
  const [target] = definition.targets;
  const outcome = definition.record(target, {}, NO_TEXTS);
  if (outcome.kind !== "recorded") throw new Error(`${definition.id} cannot be recorded`);
  const [cardType] = definition.cardTypes;
  const action = cardType === undefined ? outcome.action : { ...outcome.action, cardType };
  const exportDate = Date.parse(`${definition.revision}T00:00:00Z`);
  return writeFile(fileFor(targets[target], action, exportDate));
}
