import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";

/**
 * The part of a schema that describes a value: references followed, and the branch of a discriminated `oneOf` chosen
 * by the value's own tag. Understands the keywords that the schemas of this project use.
 */
export function schemaNodeFor(
  schema: JsonObject,
  node: JsonValue | undefined,
  value: JsonValue,
): JsonObject | undefined {
  if (!isJsonObject(node)) return undefined;
  const reference = node["$ref"];
  if (typeof reference === "string") {
    const definitions = schema["$defs"];
    const name = reference.replace("#/$defs/", "");
    return isJsonObject(definitions) ? schemaNodeFor(schema, definitions[name], value) : undefined;
  }
  const branches = node["oneOf"];
  if (!isJsonArray(branches)) return node;
  const nodes = branches.map((branch) => schemaNodeFor(schema, branch, value));
  return nodes.find((branch) => branch !== undefined && matchesTag(branch, node, value)) ?? node;
}

function matchesTag(branch: JsonObject, { discriminator }: JsonObject, value: JsonValue): boolean {
  const tag = isJsonObject(discriminator) ? discriminator["propertyName"] : undefined;
  if (typeof tag !== "string" || !isJsonObject(value)) return false;
  const property = isJsonObject(branch["properties"]) ? branch["properties"][tag] : undefined;
  return isJsonObject(property) && property["const"] === value[tag];
}

/** The node for one key or item of a value, before references are followed. */
export function childNode(node: JsonObject, key: string | number): JsonValue | undefined {
  if (typeof key === "number") return node["items"];
  const properties = node["properties"];
  if (isJsonObject(properties) && Object.hasOwn(properties, key)) return properties[key];
  return node["additionalProperties"];
}

/** Visits every key and item of a value that the schema describes. `owner` is the object or list that it stands in. */
export function walkSchema(
  schema: JsonObject,
  value: JsonValue,
  visit: (path: readonly (string | number)[], node: JsonObject, owner: JsonValue) => void,
): void {
  const walk = (
    child: JsonValue,
    owner: JsonValue,
    unresolved: JsonValue | undefined,
    path: readonly (string | number)[],
  ): void => {
    const node = schemaNodeFor(schema, unresolved, child);
    if (node === undefined) return;
    visit(path, node, owner);
    const children: Iterable<[string | number, JsonValue]> = isJsonArray(child)
      ? child.entries()
      : isJsonObject(child)
        ? Object.entries(child)
        : [];
    for (const [key, inner] of children) walk(inner, child, childNode(node, key), [...path, key]);
  };
  walk(value, value, schema, []);
}
