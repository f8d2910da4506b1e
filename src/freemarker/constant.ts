import { fixedText } from "./string-literal.js";
import type { Expression } from "./tree.js";
import { childrenOf, type TreeNode } from "./walk.js";

/** The text of an expression that is one before the template runs; undefined when it is none. */
export function constantText(expression: Expression): string | undefined {
  switch (expression.kind) {
    case "string":
      return expression.parts.every((part) => typeof part === "string") ? fixedText(expression) : undefined;
    case "parenthesis":
      return constantText(expression.inner);
    case "binary": {
      if (expression.operator !== "+") return undefined;
      const left = constantText(expression.left);
      const right = constantText(expression.right);
      return left === undefined || right === undefined ? undefined : left + right;
    }
    default:
      return undefined;
  }
}

/** Whether an expression needs the data model or the settings, so that it has no value before the template runs. */
export function needsModel(expression: Expression): boolean {
  const waiting: TreeNode[] = [expression];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind === "variable" || node.kind === "special variable" || node.kind === "interpolation")
      return true;
    if (node.kind === "built-in" && (node.name === "c" || node.arguments !== undefined)) return true;
    if (node.kind === "call") return true;
    waiting.push(...childrenOf(node));
  }
  return false;
}

/** The truth value of one of the words that FreeMarker takes for one. */
export function yesOrNo(word: string): boolean | undefined {
  const text = word.startsWith('"') ? word.slice(1, -1) : word;
  if (/^(?:y|yes|t|true)$/i.test(text)) return true;
  return /^(?:n|no|f|false)$/i.test(text) ? false : undefined;
}
