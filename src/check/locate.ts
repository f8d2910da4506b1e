import { findNodeAtLocation, parseTree, type Node } from "jsonc-parser";
import { pathOf, type Diagnostic } from "./diagnostic.js";
import { positionAt } from "./parse.js";

/** Adds the line and column in the file's text to findings that have a pointer. */
export function located(diagnostics: readonly Diagnostic[], text: string): readonly Diagnostic[] {
  if (!diagnostics.some((diagnostic) => diagnostic.pointer !== undefined)) return diagnostics;
  const tree = parseTree(text);
  return diagnostics.map((diagnostic) => {
    const node = tree && diagnostic.pointer !== undefined && nodeAt(tree, pathOf(diagnostic.pointer));
    return node ? { ...diagnostic, ...positionAt(text, node.offset) } : diagnostic;
  });
}

/** The node at a path, or the innermost one around it when the path leads to a key that is missing. */
function nodeAt(tree: Node, path: readonly string[]): Node {
  let node = tree;
  for (const key of path) {
    const inner = findNodeAtLocation(node, [node.type === "array" ? Number(key) : key]);
    if (inner === undefined) break;
    node = inner;
  }
  return node.parent?.type === "property" ? node.parent : node;
}
