import { AuthoringError } from "../builders/authoring-error.js";
import type { ActionDefinition, ActionOutcome } from "../builders/define-action.js";
import { TARGET_IDS } from "../model/action.js";
import { nearest } from "../model/nearest.js";
import type { Config } from "./config.js";

/** Something that a config says and that cannot be. */
export interface ConfigProblem {
  readonly message: string;
  readonly hint: string;
}

export type ConfigReading =
  | { readonly kind: "read"; readonly config: Config }
  | { readonly kind: "wrong"; readonly problem: ConfigProblem };

const FOLDERS = ["customers", "out", "templates"] as const;
const KEYS: readonly string[] = ["actions", ...FOLDERS];

/** Reads what a config module exports by default. It may be plain JavaScript, so nothing is known of its types. */
export function readConfig(exported: unknown): ConfigReading {
  if (!isRecord(exported)) {
    return wrong("It exports no config.", "Write: export default defineConfig({ actions: [] })");
  }
  const unknown = Object.keys(exported).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) {
    const near = nearest(unknown, KEYS);
    const hint = near === undefined ? `Its keys are: ${KEYS.join(", ")}.` : `Did you mean "${near}"?`;
    return wrong(`The key "${unknown}" has no meaning in a config.`, hint);
  }
  const folder = FOLDERS.find((key) => exported[key] !== undefined && !isFolder(exported[key]));
  if (folder !== undefined)
    return wrong(`${folder} is no folder.`, 'Write a path in quotes, such as "customers".');
  const given = exported["actions"] ?? [];
  if (!Array.isArray(given)) return wrong("actions is no list.", "Write: actions: [myAction]");
  const actions: ActionDefinition[] = [];
  for (const [index, action] of given.entries()) {
    const problem = isAction(action) ? actionProblem(action, actions) : notAnAction(index);
    if (problem !== undefined) return { kind: "wrong", problem };
    if (isAction(action)) actions.push(guarded(action));
  }
  const folders = FOLDERS.flatMap((key) => {
    const value = exported[key];
    return isFolder(value) ? [[key, value] as const] : [];
  });
  return { kind: "read", config: { actions, ...Object.fromEntries(folders) } };
}

/** The actions that can be built: the project's own, and those of the catalogue whose place none takes. */
export function withOwnActions(
  catalogue: readonly ActionDefinition[],
  own: readonly ActionDefinition[],
): readonly ActionDefinition[] {
  const byId = new Map([...catalogue, ...own].map((definition) => [definition.id, definition]));
  return [...byId.values()];
}

function actionProblem(
  { id, revision, targets, parameters }: ActionDefinition,
  before: readonly ActionDefinition[],
): ConfigProblem | undefined {
  const name = `The action ${JSON.stringify(id)}`;
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id) || id.length > 60) {
    const hint = "Write lower-case words joined by hyphens, at most 60 characters: it is the name of a file.";
    return { message: `${name} has an id that cannot be used.`, hint };
  }
  if (before.some((other) => other.id === id)) {
    return { message: `${name} is listed twice.`, hint: "Give one of them another id." };
  }
  if (!isDay(revision)) {
    const hint = 'Write the day on which it last changed, such as "2025-03-31".';
    return { message: `${name} has a revision that is no day: ${JSON.stringify(revision)}.`, hint };
  }
  const target = targets.find((candidate) => !TARGET_IDS.includes(candidate));
  if (targets.length === 0 || target !== undefined) {
    const message = target === undefined ? `${name} has no target.` : `${name} has the target "${target}".`;
    return { message, hint: `Choose one or more of: ${TARGET_IDS.join(", ")}.` };
  }
  const refused = Object.keys(parameters).find((key) => key === "__proto__" || key === "");
  return refused === undefined
    ? undefined
    : { message: `${name} has a parameter ${JSON.stringify(refused)}.`, hint: "Give it another name." };
}

/** `YYYY-MM-DD`, of a day that there is. */
function isDay(revision: string): boolean {
  const time = Date.parse(`${revision}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === revision;
}

/**
 * An action whose own mistakes are told like any mistake of an author. A config is loaded beside this program, so its
 * errors are of a class of the same name, not of the same class.
 */
function guarded(definition: ActionDefinition): ActionDefinition {
  return {
    ...definition,
    record: (target, values, texts): ActionOutcome => {
      try {
        return definition.record(target, values, texts);
      } catch (error) {
        if (error instanceof AuthoringError || !(error instanceof Error)) throw error;
        if (error.name === "AuthoringError" && "hint" in error) {
          throw new AuthoringError(error.message, String(error.hint));
        }
        const place = /[^/\\(\s]+\.[cm]?[jt]s(?:\?[^:]*)?:\d+/
          .exec(error.stack ?? "")?.[0]
          .replace(/\?[^:]*/, "");
        throw new AuthoringError(
          `The action "${definition.id}" failed: ${error.name}: ${error.message}${place === undefined ? "" : ` (${place})`}.`,
          "Correct its record function.",
        );
      }
    },
  };
}

function notAnAction(index: number): ConfigProblem {
  return {
    message: `The item ${index} of actions is no action.`,
    hint: "Make it with defineAction or extendAction.",
  };
}

function isAction(value: unknown): value is ActionDefinition {
  return (
    isRecord(value) &&
    typeof value["id"] === "string" &&
    typeof value["revision"] === "string" &&
    isRecord(value["parameters"]) &&
    Array.isArray(value["targets"]) &&
    Array.isArray(value["cardTypes"]) &&
    typeof value["problems"] === "function" &&
    typeof value["record"] === "function"
  );
}

function isFolder(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function wrong(message: string, hint: string): ConfigReading {
  return { kind: "wrong", problem: { message, hint } };
}
