import type { Argument, Element } from "./tree.js";

/** Anything that stands in a template: content, or a part of an expression. */
export type TreeNode = Element | Argument;

/** A node and the way to it. */
export interface Visited<Node extends TreeNode = TreeNode> {
  readonly node: Node;
  readonly parent: Visited | undefined;
}

/** All nodes of some content, each before what is in it, in the order of the source. */
export function walk(content: readonly Element[]): readonly Visited[] {
  const found: Visited[] = [];
  // No recursion: a long sum is a deep tree.
  const waiting: Visited[] = [];
  const wait = (nodes: readonly TreeNode[], parent: Visited | undefined) => {
    for (let index = nodes.length - 1; index >= 0; index -= 1) {
      const node = nodes[index];
      if (node !== undefined) waiting.push({ node, parent });
    }
  };
  wait(content, undefined);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    found.push(next);
    wait(childrenOf(next.node), next);
  }
  return found;
}

/** The nodes right inside of a node, in the order of the source. */
export function childrenOf(node: TreeNode): readonly TreeNode[] {
  switch (node.kind) {
    case "string":
      return node.parts.filter((part) => typeof part !== "string");
    case "sequence":
      return node.items;
    case "hash":
      return node.entries.flatMap(({ key, value }) => [key, value]);
    case "parenthesis":
      return [node.inner];
    case "dot":
    case "exists":
      return [node.target];
    case "dynamic key":
      return [node.target, node.key];
    case "call":
      return [node.target, ...node.arguments];
    case "built-in":
      return [node.target, ...(node.arguments ?? NONE)];
    case "lambda":
      return [node.body];
    case "default":
      return present(node.target, node.fallback);
    case "unary":
      return [node.operand];
    case "binary":
      return [node.left, node.right];
    case "range":
      return present(node.from, node.to);
    case "number":
    case "boolean":
    case "variable":
    case "special variable":
      return NONE;
    default:
      return childrenOfElement(node);
  }
}

function childrenOfElement(node: Element): readonly TreeNode[] {
  switch (node.kind) {
    case "interpolation":
      return [node.expression];
    case "if":
      return node.branches.flatMap(({ condition, body }) => [...present(condition), ...body]);
    case "list":
      return [node.expression, ...node.body, ...(node.otherwise ?? NONE)];
    case "items":
    case "sep":
      return node.body;
    case "assign":
      return [...node.assignments.flatMap(({ value }) => present(value)), ...present(node.namespace)];
    case "capture":
      return [...present(node.namespace), ...node.body];
    case "switch":
      return [node.value, ...node.branches.flatMap(({ values, body }) => [...values, ...body])];
    case "macro":
    case "function":
      return [...node.parameters.flatMap(({ fallback }) => present(fallback)), ...node.body];
    case "directive call":
      return [
        node.callee,
        ...node.positional,
        ...node.named.map(({ value }) => value),
        ...(node.body ?? NONE),
      ];
    case "attempt":
      return [...node.body, ...node.recover];
    case "block":
      return [...present(node.expression), ...node.body];
    case "simple":
      return node.expressions;
    case "setting":
      return [node.value];
    case "header":
      return node.settings.map(({ value }) => value);
    default:
      return NONE;
  }
}

const NONE: readonly TreeNode[] = [];

function present<T>(...values: readonly (T | undefined)[]): readonly T[] {
  return values.filter((value) => value !== undefined);
}

/** The nodes around a node, innermost first. */
export function* ancestors(visited: Visited): Generator<Visited> {
  for (let around = visited.parent; around !== undefined; around = around.parent) yield around;
}
