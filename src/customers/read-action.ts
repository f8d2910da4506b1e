import type { ActionDefinition } from "../builders/define-action.js";
import type { TargetId } from "../model/action.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";
import type { CustomerAction, Language, VariableSetting } from "./customer.js";
import { declaredVariables } from "./declared-variables.js";
import { meant, type Findings } from "./findings.js";
import { readPatch } from "./read-patch.js";
import {
  readTargets,
  readVariables,
  reportUnknownKeys,
  reportUnknownName,
  type Path,
} from "./read-values.js";
import { SECRET_HINT } from "./secrets.js";

/** What the settings of an action are read with. */
export interface ActionSurroundings {
  readonly findings: Findings;
  /** Whether the file is a base that is not built itself. */
  readonly isBase: boolean;
  readonly language: Language | undefined;
  readonly targets: readonly TargetId[] | undefined;
  /** What the customer says of variables of any action. */
  readonly variables: ReadonlyMap<string, VariableSetting>;
  /** Every variable that an action has, filled in as actions are read. */
  readonly knownVariables: Set<string>;
}

const KEYS = ["targets", "parameters", "variables", "patch"];

/**
 * Reads the settings of one action, with all that is inherited.
 *
 * @param own the settings in the customer's own file
 * @returns undefined when something is wrong with them; the findings say what
 */
export function readAction(
  definition: ActionDefinition,
  settings: JsonValue,
  own: JsonValue | undefined,
  surroundings: ActionSurroundings,
): CustomerAction | undefined {
  const { findings } = surroundings;
  const path = ["actions", definition.id];
  if (!isJsonObject(settings)) {
    const message = `The settings of ${definition.id} are no object.`;
    findings.report("TA501", path, message, "Write {} to take every default.");
    return undefined;
  }
  const before = findings.count;
  reportUnknownKeys(own, KEYS, path, findings);
  const ownKeys = isJsonObject(own) ? own : {};
  const targets =
    readTargets(settings["targets"], [...path, "targets"], findings) ??
    usualTargets(definition, surroundings);
  const parameters = readParameters(definition, settings["parameters"], ownKeys["parameters"], surroundings);
  const variables = readActionVariables(
    definition,
    settings["variables"],
    ownKeys["variables"],
    surroundings,
  );
  const patch = readPatch(settings["patch"], [...path, "patch"], findings);
  const isRight = findings.count === before;
  const known = checkedVariables(
    { definition, targets, parameters, variables, patch },
    isRight,
    surroundings,
  );
  return findings.count === before
    ? { definition, targets, parameters, variables: Object.fromEntries(known), patch }
    : undefined;
}

/** Of the targets that the customer wants for every action, those that this one is made for. */
function usualTargets(
  definition: ActionDefinition,
  { targets = [] }: ActionSurroundings,
): readonly TargetId[] {
  const possible = targets.filter((target) => definition.targets.includes(target));
  return possible.length > 0 ? possible : definition.targets;
}

function readParameters(
  definition: ActionDefinition,
  value: JsonValue | undefined,
  own: JsonValue | undefined,
  { findings, isBase, language }: ActionSurroundings,
): JsonObject {
  const path = ["actions", definition.id, "parameters"];
  const names = Object.keys(definition.parameters);
  if (value !== undefined && !isJsonObject(value)) {
    findings.report(
      "TA504",
      path,
      "The parameters are no object.",
      `The parameters are: ${names.join(", ")}.`,
    );
    return {};
  }
  const given = Object.entries(value ?? {});
  const isUnknown = (name: string) => !names.includes(name);
  const ownUnknown = Object.entries(isJsonObject(own) ? own : {}).filter(([name]) => isUnknown(name));
  const used = Object.fromEntries(given.filter(([name]) => !isUnknown(name)));
  const takesLanguage =
    language !== undefined && names.includes("language") && !Object.hasOwn(used, "language");
  const parameters = takesLanguage ? { ...used, language } : used;
  for (const problem of definition.problems({ ...parameters, ...Object.fromEntries(ownUnknown) })) {
    const message = `${problem.parameter}: ${problem.message}`;
    const here = [...path, problem.parameter, ...problem.path];
    if (problem.unknown) {
      const name = { code: "TA503", path: here, message, hint: problem.hint } as const;
      reportUnknownName(name, names, isBase, findings);
    } else if (takesLanguage && problem.parameter === "language") {
      const missing = `The action ${definition.id} has no texts in the language ${JSON.stringify(language)}.`;
      findings.report("TA504", ["language"], missing, "Set the parameter language of this action.");
    } else {
      findings.report("TA504", here, message, problem.hint);
    }
  }
  return parameters;
}

function readActionVariables(
  definition: ActionDefinition,
  value: JsonValue | undefined,
  own: JsonValue | undefined,
  { findings, variables }: ActionSurroundings,
): Readonly<Record<string, VariableSetting>> {
  const specific = readVariables(value, own, ["actions", definition.id, "variables"], findings);
  const names = [...new Set([...variables.keys(), ...specific.keys()])];
  return Object.fromEntries(names.map((name) => [name, { ...variables.get(name), ...specific.get(name) }]));
}

/**
 * The settings of variables, checked against those that the action has. Recording the action, which tells, waits until
 * all else is right; hints that are only inherited may be for another action, so they need no check.
 */
function checkedVariables(
  { definition, targets, parameters, variables }: CustomerAction,
  isRight: boolean,
  { findings, isBase, variables: general, knownVariables }: ActionSurroundings,
): readonly (readonly [string, VariableSetting])[] {
  const settings = Object.entries(variables);
  if (settings.length === 0) return [];
  const needsCheck = settings.some(
    ([name, { value }]) =>
      value !== undefined ||
      findings.isOwn(["variables", name]) ||
      findings.isOwn(["actions", definition.id, "variables", name]),
  );
  const declared = isRight && needsCheck ? declaredVariables(definition, targets, parameters) : undefined;
  if (declared === undefined) {
    for (const name of general.keys()) knownVariables.add(name);
    return settings;
  }
  for (const name of declared.keys()) knownVariables.add(name);
  const names = [...declared.keys()];
  return settings.flatMap(([name, setting]) => {
    const path = ["actions", definition.id, "variables", name];
    const found = declared.get(name);
    if (found !== undefined) {
      const place = valuePlace(path, findings);
      if (found.secret === true && setting.value !== undefined && !findings.isReported("TA510", place)) {
        findings.report("TA510", place, secretMessage(name), SECRET_HINT);
      }
      return [[name, setting] as const];
    }
    if (findings.isOwn(path)) {
      const message = `The action ${definition.id} has no variable "${name}".`;
      reportUnknownName({ code: "TA511", path, message, hint: meant(name, names) }, names, isBase, findings);
    }
    return [];
  });
}

/** A value stands with the action, or with what is said of all actions. */
function valuePlace(path: readonly string[], findings: Findings): Path {
  const here = [...path, "value"];
  const general = [...path.slice(2), "value"];
  return findings.has(here) ? here : general;
}

function secretMessage(name: string): string {
  return `The variable "${name}" is secret: no file may hold its value.`;
}
