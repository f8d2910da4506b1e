import type { RootKey } from "../model/action.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";
import { confirms } from "../shapes/confirms.js";
import type { Shape } from "../shapes/shape.js";
import { schemaOf } from "./schema.js";
import { walkSchema } from "./schema-node.js";

/** A key that stands in a file although no public evidence confirms it. */
export interface InferredKey {
  /** The key as a person would look for it: `trigger.schedule`, `LOOP.itemKey`. */
  readonly name: string;
  /** Where it stands first. */
  readonly path: readonly (string | number)[];
}

/**
 * The keys of a file whose `x-evidence` is `inferred`, each once, in the order of the file.
 *
 * @param shape a shape that was learned from a TOPdesk confirms the keys that it was learned with
 */
export function inferredKeys(value: JsonValue, root: RootKey, shape?: Shape): readonly InferredKey[] {
  const found = new Map<string, InferredKey>();
  walkSchema(schemaOf(root), value, (path, node, owner) => {
    if (node["x-evidence"] !== "inferred" || typeof path.at(-1) !== "string") return;
    const name = nameOf(path, node, owner);
    if (!found.has(name)) found.set(name, { name, path });
  });
  const keys = [...found.values()];
  if (shape === undefined) return keys;
  const frequency = keys
    .map(({ name }) => /\.frequency = (\w+)$/.exec(name)?.[1])
    .find((word) => word !== undefined);
  return keys.filter(({ name }) => !confirms(shape, name, frequency));
}

/** Keys of steps are named by the step's type, others by their place. Tags are named with their value. */
function nameOf(path: readonly (string | number)[], node: JsonObject, owner: JsonValue): string {
  const key = String(path.at(-1));
  const type = isJsonObject(owner) ? owner["type"] : undefined;
  const inStep = path.includes("steps") && typeof type === "string";
  const name = inStep ? `${type}.${key}` : path.slice(1).join(".");
  const tag = node["const"];
  return typeof tag === "string" ? `${name} = ${tag}` : name;
}
