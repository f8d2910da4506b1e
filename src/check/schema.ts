import type { RootKey } from "../model/action.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";
import { nearest } from "../model/nearest.js";
import { schema as actionSchema } from "../targets/action-file.gen.js";
import { schema as actionSequenceSchema } from "../targets/action-sequence-file.gen.js";
import type { Code } from "./codes.js";
import { pathOf, type Severity } from "./diagnostic.js";
import { schemaNodeFor, childNode } from "./schema-node.js";
import type { Finding } from "./subject.js";
import { validateAction, validateActionSequence } from "./validators.gen.js";

/**
 * How strict to be about what the schemas do not know. `closed` is for our own files: anything unknown is an error.
 * `open` is for exports of any origin, which newer versions of TOPdesk may have written: unknown keys, types and words
 * are warnings.
 */
export type Strictness = "closed" | "open";

/** An error as ajv's compiled code reports it. */
interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

interface Validator {
  (value: JsonValue): boolean;
  readonly errors?: readonly SchemaError[] | null;
}

const formats: Readonly<Record<RootKey, { readonly validate: Validator; readonly schema: JsonObject }>> = {
  action: { validate: validateAction, schema: actionSchema },
  actionSequence: { validate: validateActionSequence, schema: actionSequenceSchema },
};

/** The JSON Schema of a format. */
export function schemaOf(root: RootKey): JsonObject {
  return formats[root].schema;
}

/** What the schema of a format finds wrong with a file. */
export function schemaFindings(
  value: JsonValue,
  root: RootKey,
  strictness: Strictness,
): readonly (Finding & { readonly severity: Severity })[] {
  const { validate, schema } = formats[root];
  if (validate(value)) return [];
  return (validate.errors ?? []).filter(isTelling).map((error) => {
    const place = pathOf(error.instancePath);
    const { code, message, hint, key } = explained(error, valueAt(value, place), () =>
      knownKeys(schema, value, place),
    );
    const severity = code === "TA101" || strictness === "closed" ? "error" : "warning";
    const path = [...place, ...(key === undefined ? [] : [key])];
    const step = stepAt(value, path);
    return { code, severity, message, hint, path, ...(step === undefined ? {} : { step }) };
  });
}

/** Keywords that only repeat that one of their parts failed. */
function isTelling(error: SchemaError): boolean {
  return error.keyword !== "oneOf";
}

interface Explanation {
  readonly code: Code;
  readonly message: string;
  readonly hint: string;
  /** The key below the error's place that it is really about. */
  readonly key?: string;
}

function explained(
  error: SchemaError,
  data: JsonValue | undefined,
  known: () => readonly string[],
): Explanation {
  const { params } = error;
  switch (error.keyword) {
    case "additionalProperties": {
      const key = String(params["additionalProperty"]);
      return { ...unknownKey(key, known()), key };
    }
    case "required":
      return {
        code: "TA101",
        message: `The key "${String(params["missingProperty"])}" is missing.`,
        hint: "TOPdesk writes this key in every file that was seen.",
      };
    case "discriminator":
      return { ...unknownType(String(params["tag"]), params["tagValue"]), key: String(params["tag"]) };
    case "enum":
      return unknownWord(
        data,
        Array.isArray(params["allowedValues"]) ? params["allowedValues"].map(String) : [],
      );
    case "const":
      return unknownWord(data, [String(params["allowedValue"])]);
    case "maxItems":
      return {
        code: "TA103",
        message: "The list is not empty, where every file that was seen has an empty list.",
        hint: "It is kept as it is; what it means is not known.",
      };
    case "type": {
      const types = Array.isArray(params["type"]) ? params["type"] : [params["type"]];
      return misfit(`The value is ${withArticle(typeOf(data))}, not ${types.map(withArticle).join(" or ")}.`);
    }
    default:
      return misfit(`The value ${shortened(data)} ${error.message ?? "does not fit"}.`);
  }
}

function misfit(message: string): Explanation {
  return { code: "TA101", message, hint: "Compare it with the description of this key in schemas/." };
}

function typeOf(value: JsonValue | undefined): string {
  if (value === null) return "null";
  return isJsonArray(value) ? "array" : typeof value;
}

function withArticle(type: unknown): string {
  const name = type === "array" ? "list" : String(type);
  if (name === "null") return name;
  return `${/^[aeio]/.test(name) ? "an" : "a"} ${name}`;
}

function unknownKey(key: string, known: readonly string[]): Explanation {
  const near = nearest(key, known);
  return {
    code: "TA102",
    message: `The key "${key}" is not known here.`,
    hint:
      near === undefined
        ? "It is kept as it is; what TOPdesk does with it is not known."
        : `Did you mean "${near}"?`,
  };
}

function unknownType(tag: string, value: unknown): Explanation {
  if (value === undefined) {
    return {
      code: "TA103",
      message: `The key "${tag}" is missing.`,
      hint: "A step without a type is read as an HTTP request, as in classic action sequences.",
    };
  }
  return {
    code: "TA103",
    message: `The ${tag} ${shortened(value)} is not known.`,
    hint: "It is kept as it is; the checks cannot look inside it.",
  };
}

function unknownWord(data: JsonValue | undefined, words: readonly string[]): Explanation {
  const near = typeof data === "string" ? nearest(data, words) : undefined;
  return {
    code: typeof data === "string" ? "TA103" : "TA101",
    message: `The value ${shortened(data)} is not known here.`,
    hint: near === undefined ? `Known are: ${words.join(", ")}.` : `Did you mean "${near}"?`,
  };
}

/** A word or number for a message. What is inside of a list or an object may be a secret and is left out. */
function shortened(value: unknown): string {
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "[...]" : "{...}";
  const json = value === undefined ? "nothing" : JSON.stringify(value);
  return json.length > 60 ? `${json.slice(0, 57)}...` : json;
}

/** The keys that the schema knows at a place. */
function knownKeys(schema: JsonObject, value: JsonValue, path: readonly string[]): readonly string[] {
  let here: JsonValue | undefined = value;
  let node = schemaNodeFor(schema, schema, value);
  for (const key of path) {
    const child = node && childNode(node, isJsonArray(here) ? Number(key) : key);
    here = childOf(here, key);
    node = here === undefined ? undefined : schemaNodeFor(schema, child, here);
  }
  const properties = node?.["properties"];
  return isJsonObject(properties) ? Object.keys(properties) : [];
}

function valueAt(value: JsonValue, path: readonly string[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>(childOf, value);
}

function childOf(value: JsonValue | undefined, key: string): JsonValue | undefined {
  if (isJsonArray(value)) return value[Number(key)];
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The name of the innermost step around a place, if there is one. */
function stepAt(value: JsonValue, path: readonly string[]): string | undefined {
  let here: JsonValue | undefined = value;
  let name: string | undefined;
  for (const [index, key] of path.entries()) {
    here = childOf(here, key);
    const list = path[index - 1];
    const own = isJsonObject(here) ? here["name"] : undefined;
    if ((list === "steps" || list === "subSteps") && typeof own === "string") name = own;
  }
  return name;
}
