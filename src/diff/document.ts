import type { RootKey } from "../model/action.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";
import { own } from "../targets/restore.js";
import { rootKeyOf } from "../targets/read.js";

/** Keys and indexes from the root of a file. */
export type Path = readonly (string | number)[];

/** A variable or a header: something that is found by its name. */
export interface NamedEntry {
  readonly name: string;
  /** Everything but the name. */
  readonly fields: JsonObject;
  /** As it stands in the file. */
  readonly source: JsonObject;
  readonly path: Path;
}

/** Variables or headers, and how they were written. */
export interface NamedEntries {
  readonly entries: readonly NamedEntry[];
  readonly as: "list" | "map";
}

/** One step of a file. Steps are kept in one flat list, so that a step is its index. */
export interface StepEntry {
  /** "" when the step has no name that is a text. */
  readonly name: string;
  /** Every key that is not looked at in a way of its own: without name, headers and sub-steps. */
  readonly fields: JsonObject;
  /** Undefined when there are none, or none that are a list of objects. */
  readonly headers: NamedEntries | undefined;
  /** Indexes of the sub-steps; undefined when the step has no list of them. */
  readonly children: readonly number[] | undefined;
  /** Index of the container around it; undefined for a step of the action itself. */
  readonly parent: number | undefined;
  /** Place among the steps beside it, from 0. */
  readonly position: number;
  readonly source: JsonObject;
  readonly path: Path;
}

/**
 * An export, cut into the parts that are compared in their own way. Whatever does not have the expected type stays
 * among the fields of the part that holds it, so that nothing is lost.
 */
export interface Document {
  readonly root: RootKey;
  /** The keys beside the action. */
  readonly file: JsonObject;
  /** The action's keys, without its configuration. */
  readonly action: JsonObject;
  /** The configuration's keys, without variables and steps. Undefined when there is no configuration. */
  readonly configuration: JsonObject | undefined;
  readonly variables: NamedEntries | undefined;
  /** All steps, each container before its sub-steps. */
  readonly steps: readonly StepEntry[];
  /** Indexes of the action's own steps; undefined when it has no list of them. */
  readonly topSteps: readonly number[] | undefined;
  readonly source: JsonObject;
}

/**
 * Cuts an export into its parts.
 *
 * @returns undefined when the value is no export: it has no key `action` or `actionSequence`
 */
export function readDocument(source: JsonValue): Document | undefined {
  const root = rootKeyOf(source);
  if (root === undefined || !isJsonObject(source)) return undefined;
  const action = own(source, root);
  if (!isJsonObject(action)) return undefined;
  const configuration = own(action, "configuration");
  const place = [root, "configuration"];
  const held = isJsonObject(configuration) ? configuration : undefined;
  const variables = held && readVariables(held, place);
  const objects = held && objectsOf(own(held, "steps"));
  const steps: StepEntry[] = [];
  const topSteps = objects && readSteps(objects, undefined, [...place, "steps"], steps);
  return {
    root,
    file: without(source, [root]),
    action: held === undefined ? action : without(action, ["configuration"]),
    configuration:
      held &&
      without(held, [
        ...(variables === undefined ? [] : ["variables"]),
        ...(topSteps === undefined ? [] : ["steps"]),
      ]),
    variables,
    steps,
    topSteps,
    source,
  };
}

function readSteps(
  objects: readonly JsonObject[],
  parent: number | undefined,
  path: Path,
  steps: StepEntry[],
): readonly number[] {
  return objects.map((source, position) => {
    const index = steps.length;
    const here = [...path, position];
    const headers = readNamed(own(source, "headers"), [...here, "headers"]);
    const subSteps = objectsOf(own(source, "subSteps"));
    const name = own(source, "name");
    const fields = without(source, [
      ...(typeof name === "string" ? ["name"] : []),
      ...(headers === undefined ? [] : ["headers"]),
      ...(subSteps === undefined ? [] : ["subSteps"]),
    ]);
    const entry = {
      name: typeof name === "string" ? name : "",
      fields,
      headers,
      parent,
      position,
      source,
      path: here,
    };
    steps.push({ ...entry, children: undefined });
    const children = subSteps && readSteps(subSteps, index, [...here, "subSteps"], steps);
    steps[index] = { ...entry, children };
    return index;
  });
}

function readVariables(configuration: JsonObject, path: Path): NamedEntries | undefined {
  const value = own(configuration, "variables");
  if (!isJsonObject(value)) return readNamed(value, [...path, "variables"]);
  const entries = Object.entries(value).map(([name, held]): NamedEntry => {
    const fields = { value: held };
    return { name, fields, source: { name, value: held }, path: [...path, "variables", name] };
  });
  return { entries, as: "map" };
}

/** A list of objects that all have a name. */
function readNamed(value: JsonValue | undefined, path: Path): NamedEntries | undefined {
  const objects = objectsOf(value);
  if (objects === undefined) return undefined;
  const entries: NamedEntry[] = [];
  for (const [index, source] of objects.entries()) {
    const name = own(source, "name");
    if (typeof name !== "string") return undefined;
    entries.push({ name, fields: without(source, ["name"]), source, path: [...path, index] });
  }
  return { entries, as: "list" };
}

function objectsOf(value: JsonValue | undefined): readonly JsonObject[] | undefined {
  return isJsonArray(value) && value.every(isJsonObject) ? value : undefined;
}

/** The steps of one container, or of the action itself. */
export function siblingsIn({ steps, topSteps }: Document, parent: number | undefined): readonly number[] {
  return (parent === undefined ? topSteps : steps[parent]?.children) ?? [];
}

/** An object without some of its keys. */
export function without(object: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}
