import type { ActionDefinition } from "../builders/define-action.js";
import type { Diagnostic } from "../check/diagnostic.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";
import type { Customer, CustomerAction } from "./customer.js";
import { NO_OBJECT, type CustomerFile } from "./customer-file.js";
import { Findings, meant } from "./findings.js";
import { withInherited } from "./inherit.js";
import { readAction, type ActionSurroundings } from "./read-action.js";
import {
  readBranding,
  readLanguage,
  readTargets,
  readVariables,
  reportUnknownKeys,
  reportUnknownName,
} from "./read-values.js";
import { reportSecrets } from "./secrets.js";

/** A customer as far as the file could be read, and everything that is wrong with the file. */
export interface CustomerReading {
  readonly customer: Customer;
  /** Whether the file is a base for others, which is not built itself. */
  readonly isBase: boolean;
  /** Also about the files that it extends. When one of them is an error, the customer cannot be built. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What belongs to a customer's file beside what stands in it. */
export interface CustomerSurroundings {
  /** The file as it was read, for lines and columns. */
  readonly text?: string;
  /** The files that it extends, nearest first. */
  readonly ancestors?: readonly CustomerFile[];
  /** The customer's own text templates and those it inherits. */
  readonly texts?: ReadonlyMap<string, string>;
  /** The files of these texts as messages name them. */
  readonly textFiles?: ReadonlyMap<string, string>;
}

/** The keys of a customer's file. */
export const CUSTOMER_KEYS = [
  "$schema",
  "name",
  "abstract",
  "extends",
  "language",
  "branding",
  "targets",
  "variables",
  "actions",
] as const;

/**
 * Reads a customer's file with what it inherits. An action that is wrong is left out of the customer; the findings say
 * why.
 *
 * @param id the name of the file without `.json`
 * @param file the file's name for messages
 */
export function readCustomer(
  id: string,
  value: JsonValue,
  file: string,
  catalogue: readonly ActionDefinition[],
  { text = "", ancestors = [], texts = new Map(), textFiles = new Map() }: CustomerSurroundings = {},
): CustomerReading {
  if (!isJsonObject(value)) {
    const diagnostic: Diagnostic = { ...NO_OBJECT, code: "TA501", severity: "error", file };
    return unusableCustomer(id, [diagnostic]);
  }
  const own: CustomerFile = { id, name: file, text, value };
  const findings = new Findings([own, ...ancestors]);
  reportSecrets(own, findings);
  const merged = inherited([own, ...ancestors], findings);
  const isBase = value["abstract"] === true;
  const name = readName(merged["name"], id, findings);
  reportUnknownKeys(value, CUSTOMER_KEYS, [], findings);
  reportWrongAbstract(value["abstract"], findings);
  const language = readLanguage(merged["language"], findings);
  const branding = readBranding(merged["branding"], value["branding"], findings);
  const actions = readActions(merged, own, catalogue, {
    findings,
    isBase,
    language,
    targets: readTargets(merged["targets"], ["targets"], findings),
    variables: readVariables(merged["variables"], value["variables"], ["variables"], findings),
    knownVariables: new Set(),
  });
  const customer = { id, name, language, branding, actions: isBase ? [] : actions, texts, textFiles };
  return { customer, isBase, diagnostics: findings.diagnostics() };
}

/** The reading of a customer of whom nothing can be known. */
export function unusableCustomer(id: string, diagnostics: readonly Diagnostic[]): CustomerReading {
  const customer = {
    id,
    name: id,
    language: undefined,
    branding: {},
    actions: [],
    texts: new Map<string, string>(),
    textFiles: new Map<string, string>(),
  };
  return { customer, isBase: false, diagnostics };
}

/** All files in one, from the one that extends none down to the customer's own. */
function inherited(files: readonly CustomerFile[], findings: Findings): JsonObject {
  let merged: JsonObject | undefined;
  for (const file of files.toReversed()) {
    const { value, problems } = withInherited(merged, file.value);
    for (const { path, message, hint } of problems) findings.reportAt("TA506", { file, path }, message, hint);
    merged = value;
  }
  return merged ?? {};
}

function readName(value: JsonValue | undefined, id: string, findings: Findings): string {
  if (value === undefined) return id;
  if (typeof value === "string" && value.trim() !== "") return value;
  findings.report(
    "TA501",
    ["name"],
    "The name is no text.",
    "Write what people call the customer, in quotes.",
  );
  return id;
}

function reportWrongAbstract(value: JsonValue | undefined, findings: Findings): void {
  if (value === undefined || typeof value === "boolean") return;
  findings.report(
    "TA501",
    ["abstract"],
    "The value of abstract is not true or false.",
    "Write true, without quotes.",
  );
}

function readActions(
  merged: JsonObject,
  own: CustomerFile,
  catalogue: readonly ActionDefinition[],
  surroundings: ActionSurroundings,
): readonly CustomerAction[] {
  const { findings, isBase, knownVariables } = surroundings;
  const ids = catalogue.map((definition) => definition.id);
  const actions = merged["actions"];
  if (!isJsonObject(actions)) {
    if (actions === undefined && isBase) return [];
    const hint = `Name the actions to build: ${ids.join(", ")}.`;
    findings.report("TA501", ["actions"], 'The key "actions" is missing or no object.', hint);
    return [];
  }
  const ownActions = isJsonObject(own.value["actions"]) ? own.value["actions"] : {};
  for (const id of Object.keys(ownActions).filter((candidate) => !ids.includes(candidate))) {
    const name = { code: "TA502", path: ["actions", id], message: `There is no action "${id}".` } as const;
    reportUnknownName({ ...name, hint: meant(id, ids) }, ids, isBase, findings);
  }
  const read = Object.entries(actions).flatMap(([id, settings]) => {
    const definition = catalogue.find((candidate) => candidate.id === id);
    const ownSettings = Object.hasOwn(ownActions, id) ? ownActions[id] : undefined;
    return (definition && readAction(definition, settings, ownSettings, surroundings)) ?? [];
  });
  if (!isBase) reportUnusedVariables(own.value["variables"], knownVariables, findings);
  return read;
}

/** Variables of the customer's own file that none of its actions has. Not known while an action is wrong. */
function reportUnusedVariables(
  own: JsonValue | undefined,
  known: ReadonlySet<string>,
  findings: Findings,
): void {
  if (!isJsonObject(own) || findings.count > 0) return;
  for (const name of Object.keys(own).filter((candidate) => !known.has(candidate))) {
    const message = `No action of this customer has a variable "${name}".`;
    findings.report("TA511", ["variables", name], message, meant(name, [...known], "Take it away."));
  }
}
