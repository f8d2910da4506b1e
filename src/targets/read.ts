import type { Action, ActionFile, RootKey, Trigger, Variable } from "../model/action.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";
import type { Header, Step } from "../model/step.js";
import { ABSENT } from "./absent.js";
import { FieldReader } from "./field-reader.js";
import { own } from "./restore.js";
import { readTrigger } from "./read-trigger.js";

/** The root key of a file, or undefined when it has none that is known, or both. */
export function rootKeyOf(value: JsonValue): RootKey | undefined {
  if (!isJsonObject(value)) return undefined;
  const keys = (["action", "actionSequence"] as const).filter((key) => isJsonObject(own(value, key)));
  return keys.length === 1 ? keys[0] : undefined;
}

/**
 * Reads any export into the model, deciding by root key and `type`, never by formatVersion.
 *
 * Nothing is lost: keys, types and words that the model does not know are kept, and `writeFile` puts them back.
 *
 * @returns undefined when the value has no known root
 */
export function readFile(value: JsonValue): ActionFile | undefined {
  const root = rootKeyOf(value);
  if (root === undefined || !isJsonObject(value)) return undefined;
  const top = new FieldReader(value);
  const action = new FieldReader(top.object(root));
  const configuration = new FieldReader(action.object("configuration"));
  const variables = readVariables(configuration);
  const model = readAction(action, configuration, variables.variables, root);
  return {
    root,
    formatVersion: top.text("formatVersion", ABSENT.root.formatVersion),
    exportDate: top.number("exportDate", ABSENT.root.exportDate),
    action: model,
    residue: {
      root: top.residue(),
      action: action.residue(),
      configuration: configuration.residue(),
      variablesAs: variables.as,
    },
  };
}

function readAction(
  action: FieldReader,
  configuration: FieldReader,
  variables: readonly Variable[],
  root: RootKey,
): Action {
  const cardType = root === "actionSequence" ? action.optionalText("structureName") : undefined;
  const trigger: Trigger | undefined =
    root === "action" ? readTrigger(action.optional("trigger")) : undefined;
  configuration.emptyList("mappingDefinitions");
  return {
    name: action.text("name", ABSENT.action.name),
    description: action.text("description", ABSENT.action.description),
    ...(cardType === undefined ? {} : { cardType }),
    ...(trigger === undefined ? {} : { trigger }),
    variables,
    steps: configuration.objects("steps")?.map((step) => readStep(step, root)) ?? [],
  };
}

function readVariables(configuration: FieldReader): {
  readonly variables: readonly Variable[];
  readonly as: "list" | "map";
} {
  const map = configuration.map("variables");
  if (map === undefined) {
    return { variables: configuration.objects("variables")?.map(readNamed) ?? [], as: "list" };
  }
  const variables = Object.entries(map).map(([name, value]): Variable => {
    if (typeof value === "string") return { name, value };
    return { name, value: ABSENT.named.value, residue: { keys: ["value"], unread: { value } } };
  });
  return { variables, as: "map" };
}

function readNamed(object: JsonObject): Header & Variable {
  const fields = new FieldReader(object);
  const name = fields.text("name", ABSENT.named.name);
  const value = fields.text("value", ABSENT.named.value);
  return { name, value, residue: fields.residue() };
}

function readStep(object: JsonObject, root: RootKey): Step {
  const fields = new FieldReader(object);
  const step = readFields(fields, root);
  return { ...step, residue: fields.residue() };
}

function readFields(fields: FieldReader, root: RootKey): Step {
  const given = root === "action" ? fields.optional("type") : undefined;
  const type = given === undefined ? ABSENT.step.type : given;
  const subSteps = fields.objects("subSteps")?.map((subStep) => readStep(subStep, root));
  const common = {
    name: fields.text("name", ABSENT.step.name),
    executionCondition: fields.text("executionCondition", ABSENT.step.executionCondition),
    customExecutionCondition: fields.text("customExecutionCondition", ABSENT.step.customExecutionCondition),
    ...(subSteps === undefined ? {} : { subSteps }),
  };
  switch (type) {
    case "HTTP_REQUEST":
      return {
        kind: "http",
        ...common,
        method: fields.text("method", ABSENT.step.method),
        url: fields.text("url", ABSENT.step.url),
        headers: fields.objects("headers")?.map(readNamed) ?? [],
        escapeBodyValues: fields.truth("escapeBodyValues", ABSENT.step.escapeBodyValues),
        body: fields.text("body", ABSENT.step.body),
      };
    case "ASSIGN_VARIABLE":
      return {
        kind: "assign",
        ...common,
        assignmentType: fields.text("assignmentType", ABSENT.step.assignmentType),
        variableKey: fields.text("variableKey", ABSENT.step.variableKey),
        valueTemplate: fields.text("valueTemplate", ABSENT.step.valueTemplate),
      };
    case "LOOP":
      return {
        kind: "loop",
        ...common,
        collectionTemplate: fields.text("collectionTemplate", ABSENT.step.collectionTemplate),
        itemKey: fields.text("itemKey", ABSENT.step.itemKey),
        subSteps: subSteps ?? [],
      };
    default:
      return { kind: "unknown", ...common, type };
  }
}
