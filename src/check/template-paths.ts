import { ancestors, type Visited } from "../freemarker/walk.js";
import type { Variable } from "../freemarker/tree.js";

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

/** All paths among nodes, in the order of the source. */
export function pathsAmong(nodes: readonly Visited[]): readonly Path[] {
  const paths: Path[] = [];
  for (const { node, parent } of nodes) {
    if (node.kind !== "variable") continue;
    const variable = { node, parent };
    const steps = stepsFrom(variable);
    paths.push({
      name: node.name,
      variable,
      steps,
      whole: steps.at(-1)?.visited ?? variable,
      bound: isBound(node.name, variable),
    });
  }
  return paths;
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

/** Whether a loop, macro or lambda around a place gives a name its value. */
export function isBound(name: string, place: Visited): boolean {
  let inner = place;
  for (const around of ancestors(place)) {
    if (binds(around, inner, name)) return true;
    inner = around;
  }
  return false;
}

function binds({ node }: Visited, inner: Visited, name: string): boolean {
  switch (node.kind) {
    case "list":
      return node.expression !== inner.node && isOneOf(name, node.variables);
    case "items":
      return isOneOf(name, node.variables);
    case "lambda":
      return node.parameter === name;
    case "macro":
    case "function":
      return node.rest === name || node.parameters.some((parameter) => parameter.name === name);
    case "directive call":
      return node.loopVariables.includes(name);
    case "block":
      return node.variable === name;
    default:
      return false;
  }
}

function isOneOf(
  name: string,
  variables: { readonly item: string; readonly value: string | undefined } | undefined,
): boolean {
  return variables !== undefined && (variables.item === name || variables.value === name);
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

/**
 * Whether a missing value at this place does no harm: `!`, `??` or their like follow, right here or after a
 * parenthesis around it, or an `attempt` is around it.
 */
export function isGuarded(place: Visited): boolean {
  let inner = place;
  for (const around of ancestors(place)) {
    const { node } = around;
    if ((inner === place || inner.node.kind === "parenthesis") && tolerates(around, inner)) return true;
    if (node.kind === "attempt" && node.recover.every((element) => element !== inner.node)) return true;
    inner = around;
  }
  return false;
}

/** Whether a node asks whether another one is there: `??`, `!`, `?has_content`. */
export function tolerates({ node }: Visited, inner: Visited): boolean {
  return (
    ((node.kind === "default" || node.kind === "exists") && node.target === inner.node) ||
    (node.kind === "built-in" && node.target === inner.node && TOLERANT.has(node.name))
  );
}

/**
 * Whether the path is there to be asked about: it is tested by `??` or `?has_content`, or compared with a fallback.
 * What comes after such a test is taken to depend on it.
 */
export function isTested({ whole }: Path): boolean {
  let inner = whole;
  for (const around of ancestors(whole)) {
    if (around.node.kind === "parenthesis") inner = around;
    else {
      if (!tolerates(around, inner)) return false;
      if (around.node.kind !== "default") return true;
      return [...ancestors(around)].some(({ node }) => node.kind === "binary");
    }
  }
  return false;
}
