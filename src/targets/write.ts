import type { ActionFile, RootKey, Trigger, Variable } from "../model/action.js";
import type { JsonObject, JsonValue } from "../model/json.js";
import type { Header, Step } from "../model/step.js";
import type { ActionHeaderJson, ActionVariableJson } from "./action-file.gen.js";
import { ABSENT } from "./absent.js";
import { restored } from "./restore.js";

/**
 * The JSON value of a file, keys in the order in which TOPdesk writes them. The inverse of `readFile`.
 *
 * What a target cannot express must have been refused before (see {@link Target.refusals}).
 */
export function writeFile(file: ActionFile): JsonObject {
  const root = {
    formatVersion: file.formatVersion,
    exportDate: file.exportDate,
    [file.root]: writeAction(file),
  };
  return restored(root, file.residue?.root, ABSENT.root);
}

function writeAction(file: ActionFile): JsonObject {
  const { name, description, cardType, trigger } = file.action;
  const action = {
    name,
    description,
    ...(cardType === undefined ? {} : { structureName: cardType }),
    ...(trigger === undefined ? {} : { trigger: writeTrigger(trigger) }),
    configuration: writeConfiguration(file),
  };
  return restored(action, file.residue?.action, ABSENT.action);
}

function writeTrigger(trigger: Trigger): JsonValue {
  return trigger.type === "UNKNOWN" ? trigger.value : { ...trigger };
}

function writeConfiguration(file: ActionFile): JsonObject {
  const configuration = {
    variables: writeVariables(file),
    mappingDefinitions: [],
    steps: file.action.steps.map((step) => writeStep(step, file.root)),
  };
  return restored(configuration, file.residue?.configuration, ABSENT.configuration);
}

function writeVariables(file: ActionFile): JsonValue {
  const variables = file.action.variables.map((variable) => writeVariable(variable));
  if (file.residue?.variablesAs !== "map") return variables;
  return Object.fromEntries(
    file.action.variables.map(({ name, value, residue }) => [name, { value, ...residue?.unread }.value]),
  );
}

function writeVariable({ name, value, residue }: Variable): JsonObject {
  return restored({ name, value } satisfies ActionVariableJson, residue, ABSENT.named);
}

function writeHeader({ name, value, residue }: Header): JsonObject {
  return restored({ name, value } satisfies ActionHeaderJson, residue, ABSENT.named);
}

/** One step as it stands in a file. */
export function writeStep(step: Step, root: RootKey): JsonObject {
  const subSteps = step.subSteps?.map((subStep) => writeStep(subStep, root));
  return restored(stepObject(step, root, subSteps), step.residue, ABSENT.step);
}

function stepObject(step: Step, root: RootKey, subSteps: readonly JsonObject[] | undefined): JsonObject {
  const { name, executionCondition, customExecutionCondition } = step;
  const last = { executionCondition, customExecutionCondition };
  const nested = subSteps === undefined ? {} : { subSteps };
  switch (step.kind) {
    case "http": {
      const { method, url, escapeBodyValues, body } = step;
      const type = root === "action" ? { type: "HTTP_REQUEST" } : {};
      const headers = step.headers.map(writeHeader);
      return { ...type, name, method, url, headers, escapeBodyValues, body, ...last, ...nested };
    }
    case "assign": {
      const { assignmentType, variableKey, valueTemplate } = step;
      return {
        type: "ASSIGN_VARIABLE",
        name,
        assignmentType,
        variableKey,
        valueTemplate,
        ...last,
        ...nested,
      };
    }
    case "loop": {
      const { collectionTemplate, itemKey } = step;
      return { type: "LOOP", name, collectionTemplate, itemKey, ...nested, ...last };
    }
    case "unknown":
      return { type: step.type, name, ...last, ...nested };
  }
}
