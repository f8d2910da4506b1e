import type { ActionDefinition } from "../builders/define-action.js";
import type { TextSource } from "../builders/action-texts.js";
import { pointerTo, type Diagnostic } from "../check/diagnostic.js";
import { couldBeSecret } from "../check/secrets.js";
import { readCustomer } from "../customers/read.js";
import type { PatchOperation } from "../customers/customer.js";
import { makeAction } from "../dist/make.js";
import type { TargetId } from "../model/action.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";
import { readFile, rootKeyOf } from "../targets/read.js";
import { targets } from "../targets/index.js";
import { changesBetween, type Change } from "./json-difference.js";
import { nearestParameters } from "./parameter-search.js";

/** What an export says of the action that it was made from. */
export type CustomerFromExport =
  | {
      readonly kind: "found";
      readonly value: JsonObject;
      readonly target: TargetId;
      readonly changes: number;
      /** What `build` finds wrong with the outcome, so that it writes no file. */
      readonly errors: readonly Diagnostic[];
    }
  | { readonly kind: "failed"; readonly message: string; readonly hint: string };

/** Where an export is compared with an action of a catalogue. */
export interface CustomerQuestion {
  readonly id: string;
  readonly definition: ActionDefinition;
  readonly catalogue: readonly ActionDefinition[];
  readonly texts: TextSource;
}

/**
 * The smallest customer's file with which an action becomes an export that was made from it and then changed by hand.
 * When the export was made, and in which format version, is no change.
 */
export function customerFromExport(given: JsonObject, question: CustomerQuestion): CustomerFromExport {
  const root = rootKeyOf(given);
  const { definition } = question;
  const possible = definition.targets.filter((target) => targets[target].root === root);
  const attempts = possible.flatMap((target) => attemptFor(target, given, question) ?? []);
  const [best] = attempts.sort((left, right) => sizeOf(left.value) - sizeOf(right.value));
  if (best !== undefined && sizeOf(best.value) > sizeOf(given)) {
    return failed(
      `The export has so little in common with ${definition.id} that its changes are larger than itself.`,
      "Check --action, or import it as code, without --as customer.",
    );
  }
  if (best !== undefined) return { kind: "found", ...best };
  if (possible.length > 0) {
    return failed(
      `What ${definition.id} builds cannot be turned into this export by parameters, variables and a patch.`,
      "Import it as code instead, without --as customer.",
    );
  }
  return failed(
    `${definition.id} is never written with the root "${root ?? ""}".`,
    `It is written for: ${definition.targets.join(", ")}. Check --action.`,
  );
}

function failed(message: string, hint: string): CustomerFromExport {
  return { kind: "failed", message, hint };
}

type Attempt = Pick<
  Extract<CustomerFromExport, { readonly kind: "found" }>,
  "value" | "target" | "changes" | "errors"
>;

function attemptFor(target: TargetId, given: JsonObject, question: CustomerQuestion): Attempt | undefined {
  const { definition, texts } = question;
  const cardType = readFile(given)?.action.cardType;
  const built = (parameters: JsonObject, patch: readonly PatchOperation[] = [], variables = {}) => {
    const request = { definition, target, parameters, customer: question.id, patch, variables };
    const { files } = makeAction(request, { texts, insists: true });
    return (files.find((file) => file.cardType === cardType) ?? files[0])?.value;
  };
  const sample = built({});
  const wanted = sample === undefined ? given : asOfTheSameDay(given, sample);
  const nearest = nearestParameters(definition, wanted, (parameters) => built(parameters));
  if (nearest === undefined) return undefined;
  const { parameters } = nearest;
  const exact = asOfTheSameDay(given, nearest.built);
  const { variables, value: withVariables } = variableSettings(
    nearest.built,
    exact,
    definition,
    target,
    parameters,
    texts,
  );
  const patch = changesBetween(withVariables, exact).map((change) => patchEntry(change, exact));
  const action: JsonObject = {
    ...(definition.targets.length > 1 ? { targets: [target] } : {}),
    ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
    ...(Object.keys(variables).length === 0 ? {} : { variables }),
    ...(patch.length === 0 ? {} : { patch }),
  };
  const value: JsonObject = { actions: { [definition.id]: action } };
  const changes = Object.keys(parameters).length + Object.keys(variables).length + patch.length;
  const errors = errorsWhenRebuilt(value, exact, target, cardType, question);
  return errors && { value, target, changes, errors };
}

/** The export as if it had been made when the other file was. */
function asOfTheSameDay(given: JsonObject, other: JsonValue): JsonObject {
  if (!isJsonObject(other)) return given;
  const { formatVersion = null, exportDate = null } = other;
  const entries = Object.entries(given).map(([key, value]): [string, JsonValue] => {
    return [key, key === "formatVersion" ? formatVersion : key === "exportDate" ? exportDate : value];
  });
  return { ...Object.fromEntries(entries), formatVersion, exportDate };
}

/** What the customer says of variables, and the file with it. */
function variableSettings(
  built: JsonValue,
  wanted: JsonValue,
  definition: ActionDefinition,
  target: TargetId,
  parameters: JsonObject,
  texts: TextSource,
): { readonly variables: JsonObject; readonly value: JsonValue } {
  const [before, after] = [readFile(built)?.action.variables ?? [], readFile(wanted)?.action.variables ?? []];
  const outcome = definition.record(target, parameters, texts);
  const declared = outcome.kind === "recorded" ? outcome.action.variables : [];
  const settings = after.flatMap(({ name, value }): readonly [string, JsonObject][] => {
    const old = before.find((variable) => variable.name === name);
    if (old === undefined || old.value === value) return [];
    const isSecret = declared.find((variable) => variable.name === name)?.secret === true;
    return [[name, isSecret || !couldBeSecret(value) ? { hint: value } : { value }]];
  });
  const values = new Map(settings.map(([name, { hint, value }]) => [name, hint ?? value ?? ""]));
  return { variables: Object.fromEntries(settings), value: withValues(built, values) };
}

/** A file whose variables have other values. Our own files list them. */
function withValues(value: JsonValue, values: ReadonlyMap<string, JsonValue>): JsonValue {
  const root = rootKeyOf(value);
  const action = root !== undefined && isJsonObject(value) ? value[root] : undefined;
  const configuration = isJsonObject(action) ? action["configuration"] : undefined;
  const variables = isJsonObject(configuration) ? configuration["variables"] : undefined;
  if (root === undefined || !isJsonObject(value) || !isJsonObject(action) || !isJsonObject(configuration))
    return value;
  const changed = (isJsonArray(variables) ? variables : []).map((variable: JsonValue): JsonValue => {
    const name = isJsonObject(variable) ? variable["name"] : undefined;
    const other = typeof name === "string" ? values.get(name) : undefined;
    return other === undefined || !isJsonObject(variable) ? variable : { ...variable, value: other };
  });
  return { ...value, [root]: { ...action, configuration: { ...configuration, variables: changed } } };
}

function patchEntry(change: Change, wanted: JsonValue): JsonObject {
  const path = pointerTo(change.path);
  const value = change.op === "remove" ? {} : { value: change.value };
  return { op: change.op, path, ...value, reason: reasonFor(change, wanted) };
}

const VERBS = { add: "added", remove: "removed", replace: "changed" } as const;

/** Who changed it and why is not in the export; the step says at least what it is about. */
function reasonFor({ op, path }: Change, wanted: JsonValue): string {
  const names: string[] = [];
  let here: JsonValue | undefined = wanted;
  for (const key of path) {
    here = isJsonArray(here) ? here[Number(key)] : isJsonObject(here) ? here[String(key)] : undefined;
    const name = isJsonObject(here) ? here["name"] : undefined;
    if (typeof key === "number" && typeof name === "string") names.push(name);
  }
  const last = path.at(-1);
  const what = typeof last === "string" ? last : "an item";
  const inner = names.at(-1);
  const where = inner === undefined || op === "remove" ? "" : ` (${inner})`;
  return `By hand in TOPdesk: ${what}${where} was ${VERBS[op]}. Write here why.`;
}

/**
 * The errors of building a customer; undefined when that does not give the export again. The order of keys has no meaning.
 */
function errorsWhenRebuilt(
  value: JsonObject,
  wanted: JsonValue,
  target: TargetId,
  cardType: string | undefined,
  { id, definition, catalogue, texts }: CustomerQuestion,
): readonly Diagnostic[] | undefined {
  const { customer, diagnostics } = readCustomer(id, value, `${id}.json`, catalogue);
  const action = customer.actions.find((candidate) => candidate.definition === definition);
  if (action === undefined || diagnostics.some(({ severity }) => severity === "error")) return undefined;
  const { parameters, variables, patch } = action;
  const request = { definition, target, parameters, customer: id, variables, patch };
  const made = makeAction(request, { texts, insists: true });
  const file = made.files.find((candidate) => candidate.cardType === cardType) ?? made.files[0];
  if (file === undefined || changesBetween(file.value, wanted).length > 0) return undefined;
  return made.diagnostics.filter(({ severity }) => severity === "error");
}

function sizeOf(value: JsonObject): number {
  return JSON.stringify(value).length;
}
