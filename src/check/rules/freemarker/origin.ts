import type { Argument } from "../../../freemarker/tree.js";
import { ancestors, type Visited } from "../../../freemarker/walk.js";
import type { Path, PathStep } from "../../template-paths.js";
import type { ParsedText, PlacedTemplate } from "../../template.js";
import type { Subject } from "../../subject.js";

/** Stands for any item of a list. */
export const ITEM = Symbol("item");

/** Where a value in an answer stands: the step that it answers, and the keys from its body on. */
export interface Origin {
  readonly step: string;
  readonly keys: readonly (string | typeof ITEM | undefined)[];
}

/** So many names are followed, one to the next. */
const MOST = 5;

/** Which part of an answer the variable of a path is; undefined when it is none, or when it cannot be told. */
export function originOf(path: Path, template: PlacedTemplate, subject: Subject): Origin | undefined {
  const keys = [...namedKeys(path.variable, path.name, template, subject, MOST), ...path.steps.map(keyOf)];
  const [root, step, body, ...rest] = keys;
  if (root !== "_responses" || typeof step !== "string" || body !== "body") return undefined;
  return { step, keys: rest };
}

type Keys = Origin["keys"];

/** What a name stands for, from the variable of the data model on. */
function namedKeys(
  place: Visited,
  name: string,
  template: PlacedTemplate,
  subject: Subject,
  left: number,
): Keys {
  if (left === 0) return [];
  if (name === "_responses") return [name];
  if (name.startsWith("_")) return [];
  const list = bindsNames(template.parsed) ? listAround(place, name) : undefined;
  if (list === "hidden") return [];
  if (list !== undefined) return [...keysOf(list.expression, list.place, template, subject, left), ITEM];
  const loop = template.text.place.containers.find((step) => step.kind === "loop" && step.itemKey === name);
  const collection = subject.templates.find(
    ({ text }) => text.key === "collectionTemplate" && text.place.step === loop,
  );
  const [printed] = collection?.parsed.nodes ?? [];
  if (collection === undefined || printed?.node.kind !== "interpolation") return [];
  return [...keysOf(printed.node.expression, printed, collection, subject, left), ITEM];
}

interface ListAround {
  readonly expression: Argument;
  readonly place: Visited;
}

const binding = new WeakMap<ParsedText, boolean>();

/** Whether any name of a text may be another than that of the data model. */
function bindsNames(parsed: ParsedText): boolean {
  const known = binding.get(parsed) ?? parsed.nodes.some(({ node }) => BINDING.has(node.kind));
  binding.set(parsed, known);
  return known;
}

const BINDING: ReadonlySet<string> = new Set(["list", "lambda", "items", "macro", "function"]);

/** Of a name that stands deeper nothing is said. */
const DEEPEST = 500;

/** The list whose item a name is. */
function listAround(place: Visited, name: string): ListAround | "hidden" | undefined {
  let inner = place;
  let steps = 0;
  for (const around of ancestors(place)) {
    const { node, parent } = around;
    steps += 1;
    if (steps > DEEPEST) return "hidden";
    if (node.kind === "list" && node.expression !== inner.node && node.variables?.item === name) {
      return node.variables.value === undefined ? { expression: node.expression, place: around } : "hidden";
    }
    if (node.kind === "lambda" && node.parameter === name) {
      return parent?.node.kind === "built-in" ? { expression: parent.node.target, place: parent } : "hidden";
    }
    if (node.kind === "items" && node.variables.item === name) {
      const list = [...ancestors(around)].find((outer) => outer.node.kind === "list");
      return list?.node.kind === "list" ? { expression: list.node.expression, place: list } : "hidden";
    }
    if (node.kind === "macro" || node.kind === "function") return "hidden";
    inner = around;
  }
  return undefined;
}

/** Built-ins whose items are those of the list that they are given. */
const KEEPING = new Set(["filter", "sort", "sort_by", "reverse", "take_while", "drop_while"]);
const LONGEST = 50;

/** The keys that an expression goes along. Empty when it is no path. */
function keysOf(
  expression: Argument,
  place: Visited,
  template: PlacedTemplate,
  subject: Subject,
  left: number,
): Keys {
  const keys: (string | typeof ITEM | undefined)[] = [];
  let inner = expression;
  for (let steps = 0; steps < LONGEST; steps += 1) {
    if (inner.kind === "parenthesis") inner = inner.inner;
    else if (inner.kind === "default") inner = inner.target;
    else if (inner.kind === "built-in" && KEEPING.has(inner.name)) inner = inner.target;
    else if (inner.kind === "dot") {
      keys.unshift(inner.key);
      inner = inner.target;
    } else if (inner.kind === "variable") {
      const start = namedKeys(place, inner.name, template, subject, left - 1);
      return start.length === 0 ? [] : [...start, ...keys];
    } else break;
  }
  return [];
}

function keyOf({ key, visited: { node } }: PathStep): Keys[number] {
  if (key !== undefined || node.kind !== "dynamic key") return key;
  return node.key.kind === "range" ? undefined : ITEM;
}
