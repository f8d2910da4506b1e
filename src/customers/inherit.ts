import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";
import { nearest } from "../model/nearest.js";

type Path = readonly (string | number)[];

/** Something that a file asks of its parent and does not get. */
export interface InheritanceProblem {
  readonly path: Path;
  readonly message: string;
  readonly hint: string;
}

export interface Inheritance {
  /** The child with all that it inherits. */
  readonly value: JsonObject;
  readonly problems: readonly InheritanceProblem[];
}

/** Keys that say something of one file, not of those that extend it. */
const NOT_INHERITED: readonly string[] = ["$schema", "abstract", "extends", "name"];

const PARENT = /\{\{\s*parent\s*\}\}/;
const ONLY_PARENT = /^\s*\{\{\s*parent\s*\}\}\s*$/;

/** Whether a list stands for more items than it has: those of the parent are put in. */
export function takesItemsOfParent(list: readonly JsonValue[]): boolean {
  return list.some(isParent);
}

/**
 * A file with what it inherits: keys of the parent that it does not have, its own in place of the parent's where both
 * have one, objects key by key. `null` takes an inherited key away. `{{parent}}` in a text is the parent's text; as an
 * item of a list it stands for the parent's items. The value of a parameter is replaced as a whole.
 *
 * @param parent undefined for a file that extends none: then `null` is a value like any other
 */
export function withInherited(parent: JsonObject | undefined, child: JsonObject): Inheritance {
  const problems: InheritanceProblem[] = [];
  const value = merged(parent, child, [], problems);
  return { value, problems };
}

function merged(
  parent: JsonObject | undefined,
  child: JsonObject,
  path: Path,
  problems: InheritanceProblem[],
): JsonObject {
  const inherits = (key: string) =>
    !Object.hasOwn(child, key) && !(path.length === 0 && NOT_INHERITED.includes(key));
  const inherited = Object.entries(parent ?? {}).filter(([key]) => inherits(key));
  const own = Object.entries(child).flatMap(([key, value]): [string, JsonValue][] => {
    if (value === null && parent !== undefined) return [];
    const here = [...path, key];
    const above = parent !== undefined && Object.hasOwn(parent, key) ? parent[key] : undefined;
    if (isJsonObject(value) && !isParameter(here)) {
      const next = isJsonObject(above) ? above : parent && {};
      return [[key, merged(next, value, here, problems)]];
    }
    const resolved = withParent(value, above, here, problems);
    return resolved === undefined ? [] : [[key, resolved]];
  });
  return Object.fromEntries([...inherited, ...own]);
}

function isParameter(path: Path): boolean {
  return path.length === 4 && path[0] === "actions" && path[2] === "parameters";
}

/** A value with the parent's put in. Undefined when it asks for one that is not there. */
function withParent(
  value: JsonValue,
  parent: JsonValue | undefined,
  path: Path,
  problems: InheritanceProblem[],
): JsonValue | undefined {
  if (typeof value === "string") return textWithParent(value, parent, path, problems);
  if (isJsonArray(value)) return listWithParent(value, parent, path, problems);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).flatMap(([key, inner]): [string, JsonValue][] => {
    const above = isJsonObject(parent) && Object.hasOwn(parent, key) ? parent[key] : undefined;
    const resolved = withParent(inner, above, [...path, key], problems);
    return resolved === undefined ? [] : [[key, resolved]];
  });
  return Object.fromEntries(entries);
}

function textWithParent(
  value: string,
  parent: JsonValue | undefined,
  path: Path,
  problems: InheritanceProblem[],
): JsonValue | undefined {
  const mistyped = mistypedParent(value);
  if (mistyped !== undefined) {
    problems.push({ path, message: `${mistyped} has no meaning here.`, hint: "Did you mean {{parent}}?" });
    return undefined;
  }
  if (!PARENT.test(value)) return value;
  if (parent === undefined) {
    problems.push({ path, ...NOTHING_ABOVE });
    return undefined;
  }
  if (ONLY_PARENT.test(value)) return parent;
  if (typeof parent === "string") return value.split(new RegExp(PARENT, "g")).join(parent);
  problems.push({
    path,
    message: "The parent's value is no text, so it cannot stand inside one.",
    hint: "Write {{parent}} alone, or the whole value.",
  });
  return undefined;
}

function listWithParent(
  list: readonly JsonValue[],
  parent: JsonValue | undefined,
  path: Path,
  problems: InheritanceProblem[],
): readonly JsonValue[] {
  return list.flatMap((item, index) => {
    const here = [...path, index];
    if (isParent(item)) {
      if (isJsonArray(parent)) return parent;
      problems.push({ path: here, ...NOTHING_ABOVE });
      return [];
    }
    const resolved = withParent(item, undefined, here, problems);
    return resolved === undefined ? [] : [resolved];
  });
}

function mistypedParent(value: string): string | undefined {
  const words = value.matchAll(/\{\{\s*([\w-]+)\s*\}\}/g);
  return [...words].find(
    ([, word = ""]) => word !== "parent" && nearest(word, ["parent"]) !== undefined,
  )?.[0];
}

function isParent(item: JsonValue): boolean {
  return typeof item === "string" && ONLY_PARENT.test(item);
}

const NOTHING_ABOVE = {
  message: "{{parent}} stands here, and no parent has a value for it.",
  hint: "Write the value itself, or give the parent one.",
};
