import type { ActionDefinition } from "../builders/define-action.js";
import type { Parameter } from "../builders/parameter.js";
import { TARGET_IDS, type Variable } from "../model/action.js";
import { isJsonArray, isJsonObject, parseJson, type JsonObject, type JsonValue } from "../model/json.js";
import { LANGUAGES, PATCH_OPERATIONS, type Branding } from "./customer.js";
import { declaredVariables } from "./declared-variables.js";
import { BRANDING } from "./read-values.js";

/**
 * The JSON Schema (2020-12) of a customer's file: for completion, hover texts and red lines in editors. It knows the
 * parameters and variables of every action. What is inherited is not known to it, so it asks for no key.
 */
export function customerSchema(catalogue: readonly ActionDefinition[]): JsonObject {
  const variables = catalogue.map((definition) => ({ definition, variables: variablesOf(definition) }));
  const anyVariable = new Map(variables.flatMap((entry) => [...entry.variables]));
  const actions = variables.map(({ definition, variables: own }): [string, JsonObject] => [
    definition.id,
    actionSchema(definition, own),
  ]);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "urn:topdesk-actions:schema:customer",
    title: "Customer",
    description: "What is built for one customer, or a base that customers extend.",
    type: "object",
    properties: {
      $schema: { type: "string", description: "The path of this schema, for editors." },
      name: described("What people call the customer. Default: the name of the file.", text()),
      abstract: {
        type: "boolean",
        default: false,
        description: "true: a base that other files extend; nothing is built for it.",
      },
      extends: {
        type: "string",
        minLength: 1,
        description:
          "The customer or base whose values this file takes over, by the name of its file without .json. Keys here win; null takes an inherited key away; {{parent}} in a text, or as an item of a list, stands for the inherited value.",
      },
      language: described("The language of mails and guides.", { enum: [...LANGUAGES] }),
      branding: brandingSchema(),
      targets: described(
        "The kinds of file to write, for the actions that are made for them. Default: each action's own.",
        { $ref: "#/$defs/targets" },
      ),
      variables: described(
        "What admins see in variables until they fill them in, and values that are no secret; for every action that has the variable.",
        { ...variablesSchema(anyVariable), additionalProperties: variableSchema("") },
      ),
      actions: described("The actions to build. {} takes every default.", {
        type: "object",
        properties: Object.fromEntries(actions),
        additionalProperties: ownActionSchema(),
      }),
    },
    additionalProperties: false,
    $defs: {
      parent: {
        description: "The inherited value, or a text with the inherited text in it.",
        type: "string",
        pattern: "\\{\\{\\s*parent\\s*\\}\\}",
      },
      targets: {
        type: "array",
        items: { anyOf: [{ enum: [...TARGET_IDS] }, { $ref: "#/$defs/parent" }] },
        minItems: 1,
        uniqueItems: true,
      },
      patch: patchSchema(),
    },
  };
}

function variablesOf(definition: ActionDefinition): ReadonlyMap<string, Variable> {
  return declaredVariables(definition, TARGET_IDS, {}) ?? new Map<string, Variable>();
}

function actionSchema(definition: ActionDefinition, variables: ReadonlyMap<string, Variable>): JsonObject {
  const { id, targets, cardTypes } = definition;
  const parameters = Object.entries(definition.parameters).map(([name, parameter]): [string, JsonObject] => [
    name,
    parameterSchema(parameter),
  ]);
  const cards = cardTypes.length === 0 ? "" : ` Card types: ${cardTypes.join(", ")}.`;
  return described(`The action ${id}.${cards} {} takes every default.`, {
    type: "object",
    properties: {
      targets: described(`The kinds of file to write. Default: ${targets.join(", ")}.`, {
        $ref: "#/$defs/targets",
      }),
      parameters: described("What differs from the defaults.", {
        type: "object",
        properties: Object.fromEntries(parameters),
        additionalProperties: false,
      }),
      variables: described(
        "What admins see in variables until they fill them in, and values that are no secret.",
        variablesSchema(variables),
      ),
      patch: described("The last resort: changes of the finished file. They act last and win.", {
        $ref: "#/$defs/patch",
      }),
    },
    additionalProperties: false,
  });
}

/** An action of the project's own: this schema cannot know its parameters and variables. */
function ownActionSchema(): JsonObject {
  return described("An action of your own, from topdesk-actions.config.ts. {} takes every default.", {
    type: "object",
    properties: {
      targets: described("The kinds of file to write.", { $ref: "#/$defs/targets" }),
      parameters: described("What differs from the defaults.", { type: "object" }),
      variables: described("What admins see in variables until they fill them in.", {
        type: "object",
        additionalProperties: variableSchema(""),
      }),
      patch: described("The last resort: changes of the finished file. They act last and win.", {
        $ref: "#/$defs/patch",
      }),
    },
    additionalProperties: false,
  });
}

function parameterSchema({ description, default: value, schema }: Parameter<unknown>): JsonObject {
  const json = parseJson(JSON.stringify(value));
  return {
    description: `${description} Default: ${JSON.stringify(value)}.`,
    default: json,
    anyOf: [withParentItems(schema), { $ref: "#/$defs/parent" }, { type: "null" }],
  };
}

/** A list may hold {{parent}} among its items. */
function withParentItems(schema: JsonObject): JsonObject {
  const items = schema["items"];
  return isJsonObject(items) ? { ...schema, items: { anyOf: [items, { $ref: "#/$defs/parent" }] } } : schema;
}

const BRANDING_DESCRIPTIONS = {
  organisation: "The name of the organisation in mails.",
  logoUrl: "The address of the logo in mails; https only.",
  accentColor: "The colour of headings in mails, such as #0a5ea8.",
  signature: "The lines under a mail: plain text.",
} as const satisfies Readonly<Record<keyof Branding, string>>;

function brandingSchema(): JsonObject {
  const property = (key: keyof Branding): JsonObject => ({
    description: BRANDING_DESCRIPTIONS[key],
    anyOf: [
      { type: "string", pattern: BRANDING[key].pattern.source },
      { $ref: "#/$defs/parent" },
      { type: "null" },
    ],
  });
  return described("How the customer's mails look.", {
    type: "object",
    properties: {
      organisation: property("organisation"),
      logoUrl: property("logoUrl"),
      accentColor: property("accentColor"),
      signature: property("signature"),
    },
    additionalProperties: false,
  });
}

function variablesSchema(variables: ReadonlyMap<string, Variable>): JsonObject {
  const properties = [...variables].map(([name, { value, secret }]): [string, JsonObject] => {
    const kept = secret === true ? " Secret: the admin fills it in, no file holds it." : "";
    return [name, variableSchema(`${value}.${kept}`, secret)];
  });
  return { type: "object", properties: Object.fromEntries(properties), additionalProperties: false };
}

function variableSchema(description: string, secret = false): JsonObject {
  const hint = described("What the admin sees until it is filled in.", text());
  const value = described("The value, so that the admin has nothing to fill in.", text());
  return described(description === "" ? "A variable of an action." : description, {
    type: "object",
    properties: secret ? { hint } : { hint, value },
    additionalProperties: false,
  });
}

function patchSchema(): JsonObject {
  const pointer = { type: "string", pattern: "^(?:/(?:[^~/]|~[01])*)*$" };
  const entry = {
    type: "object",
    description: "One change of the finished file, by RFC 6902, and why it is made.",
    properties: {
      op: described("What to do.", { enum: [...PATCH_OPERATIONS] }),
      path: described("Where: keys and indexes after slashes, such as /action/name.", pointer),
      value: { description: "What to put there; for add, replace and test." },
      from: described("Where it comes from; for move and copy.", pointer),
      reason: described("Why the file is changed.", { type: "string", minLength: 1 }),
      targets: described("Only in files of these targets. Default: in all that are built.", {
        $ref: "#/$defs/targets",
      }),
    },
    required: ["op", "path", "reason"],
    additionalProperties: false,
  };
  return { type: "array", items: { anyOf: [entry, { $ref: "#/$defs/parent" }] } };
}

function text(): JsonObject {
  return { type: "string" };
}

/** A schema with a hover text. `null` takes the inherited value away, so it is allowed wherever a type is asked for. */
function described(description: string, schema: JsonObject): JsonObject {
  const { type, enum: words, ...rest } = schema;
  const nullable: readonly (readonly [string, JsonValue])[] = [
    ...(type === undefined ? [] : [["type", isJsonArray(type) ? type : [type, "null"]] as const]),
    ...(isJsonArray(words) ? [["enum", [...words, null]] as const] : []),
  ];
  return { description, ...Object.fromEntries(nullable), ...rest };
}
