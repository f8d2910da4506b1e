import { pathOf } from "../../check/diagnostic.js";
import type { Code } from "../../check/codes.js";
import { childNode, schemaNodeFor } from "../../check/schema-node.js";
import { validateWorld, worldSchema } from "../../check/validators.gen.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../model/json.js";
import { nearest } from "../../model/nearest.js";
import type { World } from "./world.js";

/** Something that is wrong with a world. */
export interface WorldFinding {
  readonly code: Code;
  readonly message: string;
  readonly hint: string;
  readonly path: readonly (string | number)[];
}

/** An error as ajv's compiled code reports it. */
interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

interface Validator {
  (value: unknown): boolean;
  readonly errors?: readonly SchemaError[] | null;
}

const validate: Validator = validateWorld;
const schema: JsonObject = worldSchema;

/** Whether a value is a world by schemas/world.schema.json. */
export function isWorld(value: unknown): value is World {
  return validate(value);
}

/** What schemas/world.schema.json finds wrong with a value. */
export function worldSchemaFindings(value: JsonValue): readonly WorldFinding[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => {
    const place = pathOf(error.instancePath);
    const data = place.reduce<JsonValue | undefined>(childOf, value);
    return finding(error, place, data);
  });
}

function finding(
  { keyword, params, message }: SchemaError,
  place: readonly string[],
  data: JsonValue | undefined,
): WorldFinding {
  switch (keyword) {
    case "additionalProperties": {
      const key = String(params["additionalProperty"]);
      const near = nearest(key, knownKeys(place));
      return {
        code: "TA102",
        message: `The key "${key}" is not known here.`,
        hint: near === undefined ? SEE_SCHEMA : `Did you mean "${near}"?`,
        path: [...place, key],
      };
    }
    case "required":
      return {
        code: "TA101",
        message: `The key "${String(params["missingProperty"])}" is missing.`,
        hint: SEE_SCHEMA,
        path: place,
      };
    case "enum": {
      const words = Array.isArray(params["allowedValues"]) ? params["allowedValues"].map(String) : [];
      const near = typeof data === "string" ? nearest(data, words) : undefined;
      return {
        code: "TA103",
        message: `The value ${shortened(data)} is not known here.`,
        hint: near === undefined ? `Known are: ${words.join(", ")}.` : `Did you mean "${near}"?`,
        path: place,
      };
    }
    default:
      return {
        code: "TA101",
        message: `The value ${shortened(data)} ${message ?? "does not fit"}.`,
        hint: SEE_SCHEMA,
        path: place,
      };
  }
}

const SEE_SCHEMA = "Compare it with schemas/world.schema.json, or with a world that comes with the package.";

/** The keys that the schema knows at a place. */
function knownKeys(place: readonly string[]): readonly string[] {
  const node = place.reduce<JsonObject | undefined>((here, key) => {
    const child = here && childNode(here, here["items"] === undefined ? key : Number(key));
    return schemaNodeFor(schema, child, null);
  }, schema);
  const properties = node?.["properties"];
  return isJsonObject(properties) ? Object.keys(properties) : [];
}

function childOf(value: JsonValue | undefined, key: string): JsonValue | undefined {
  if (isJsonArray(value)) return value[Number(key)];
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** A value for a message. What is inside of a list or an object may be long and is left out. */
function shortened(value: JsonValue | undefined): string {
  if (isJsonArray(value)) return "[...]";
  if (isJsonObject(value)) return "{...}";
  const json = value === undefined ? "nothing" : JSON.stringify(value);
  return json.length > 60 ? `${json.slice(0, 57)}...` : json;
}
