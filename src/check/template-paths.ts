import type { Visited } from "../freemarker/walk.js";
import type { LoopVariables, Variable } from "../freemarker/tree.js";

/** One `.key`, `["key"]`, `[index]` or `[anything]` of a path. */
export interface PathStep {
  /** The key, when it is known before run time. */
  readonly key: string | undefined;
  /** Where the path goes on up to and including this step. */
  readonly visited: Visited;
}

/** A variable with all keys that follow it. */
export interface Path {
  readonly name: string;
  readonly variable: Visited<Variable>;
  readonly steps: readonly PathStep[];
  /** The whole path. */
  readonly whole: Visited;
  /** Whether the template itself gives this name its value: a loop, a macro, a lambda. */
  readonly bound: boolean;
}

/**
 * All paths among nodes.
 *
 * @param nodes each after the nodes around it, as {@link walk} gives them
 */
export function pathsAmong(nodes: readonly Visited[]): readonly Path[] {
  const paths: Path[] = [];
  const binders = new Map<Visited, Binder | undefined>();
  for (const visited of nodes) {
    const around = binderAround(visited, binders);
    binders.set(visited, around);
    const { node, parent } = visited;
    if (node.kind !== "variable") continue;
    const variable = { node, parent };
    const steps = stepsFrom(variable);
    const whole = steps.at(-1)?.visited ?? variable;
    paths.push({ name: node.name, variable, steps, whole, bound: isBoundBy(around, node.name) });
  }
  return paths;
}

/** A node that gives names their values, and those further out. */
interface Binder {
  readonly names: readonly string[];
  readonly outer: Binder | undefined;
}

/** Shared by all nodes under it: a long sum is a deep tree, and looking upwards from each of its parts takes too long. */
function binderAround(
  visited: Visited,
  binders: ReadonlyMap<Visited, Binder | undefined>,
): Binder | undefined {
  const { parent } = visited;
  if (parent === undefined) return undefined;
  const outer = binders.get(parent);
  const names = namesBoundBy(parent, visited);
  return names.length === 0 ? outer : { names, outer };
}

function isBoundBy(binder: Binder | undefined, name: string): boolean {
  for (let around = binder; around !== undefined; around = around.outer) {
    if (around.names.includes(name)) return true;
  }
  return false;
}

function stepsFrom(variable: Visited): readonly PathStep[] {
  const steps: PathStep[] = [];
  let inner = variable;
  for (let outer = variable.parent; outer !== undefined; outer = outer.parent) {
    const { node } = outer;
    if ((node.kind !== "dot" && node.kind !== "dynamic key") || node.target !== inner.node) break;
    const key =
      node.kind === "dot"
        ? node.key
        : node.key.kind === "string" && node.key.parts.length === 1
          ? node.key.parts[0]
          : undefined;
    steps.push({ key: typeof key === "string" ? key : undefined, visited: outer });
    inner = outer;
  }
  return steps;
}

/** The names that a loop, macro or lambda gives a value for one of the nodes right inside of it. */
function namesBoundBy({ node }: Visited, inner: Visited): readonly string[] {
  switch (node.kind) {
    case "list":
      return node.variables === undefined || node.expression === inner.node ? [] : loopNames(node.variables);
    case "items":
      return loopNames(node.variables);
    case "lambda":
      return [node.parameter];
    case "macro":
    case "function":
      return [...node.parameters.map(({ name }) => name), ...(node.rest === undefined ? [] : [node.rest])];
    case "directive call":
      return node.loopVariables;
    case "block":
      return node.variable === undefined ? [] : [node.variable];
    default:
      return [];
  }
}

function loopNames({ item, value }: LoopVariables): readonly string[] {
  return value === undefined ? [item] : [item, value];
}

/** The keys of a path up to one that is not known before run time, as one word: `_responses.a.body`. */
export function wordOf(path: Path, length = path.steps.length): string {
  let word = path.name;
  for (const { key } of path.steps.slice(0, length)) {
    if (key === undefined) break;
    word += `.${key}`;
  }
  return word;
}

/** Built-ins that put up with a missing value. */
const TOLERANT = new Set(["default", "exists", "has_content", "if_exists"]);

/** Whether a node asks whether another one is there: `??`, `!`, `?has_content`. */
export function tolerates({ node }: Visited, inner: Visited): boolean {
  return (
    ((node.kind === "default" || node.kind === "exists") && node.target === inner.node) ||
    (node.kind === "built-in" && node.target === inner.node && TOLERANT.has(node.name))
  );
}
