import type { RootKey } from "../model/action.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";
import { schemaOf } from "./schema.js";
import { walkSchema } from "./schema-node.js";

/** A key that stands in a file although no public evidence confirms it. */
export interface InferredKey {
  /** The key as a person would look for it: `trigger.schedule`, `LOOP.itemKey`. */
  readonly name: string;
  /** Where it stands first. */
  readonly path: readonly (string | number)[];
}

/** The keys of a file whose `x-evidence` is `inferred`, each once, in the order of the file. */
export function inferredKeys(value: JsonValue, root: RootKey): readonly InferredKey[] {
  const found = new Map<string, InferredKey>();
  walkSchema(schemaOf(root), value, (path, node, owner) => {
    if (node["x-evidence"] !== "inferred" || typeof path.at(-1) !== "string") return;
    const name = nameOf(path, node, owner);
    if (!found.has(name)) found.set(name, { name, path });
  });
  return [...found.values()];
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
