import type { Argument } from "../../../../freemarker/tree.js";

/** Nobody writes a longer path; of one nothing is said. */
const LONGEST = 50;

/**
 * A path as one word, however it is written: `a.b[0]["c"]` is `a.b[0].c`. Undefined when a key is not known before run
 * time, or when it is no path.
 */
export function nameOf(expression: Argument): string | undefined {
  let name = "";
  let inner = expression;
  for (let steps = 0; steps < LONGEST; steps += 1) {
    switch (inner.kind) {
      case "parenthesis":
        inner = inner.inner;
        break;
      case "variable":
        return inner.name + name;
      case "dot":
        name = `.${inner.key}${name}`;
        inner = inner.target;
        break;
      case "dynamic key": {
        const key = keyOf(inner.key);
        if (key === undefined) return undefined;
        name = key + name;
        inner = inner.target;
        break;
      }
      default:
        return undefined;
    }
  }
  return undefined;
}

function keyOf(key: Argument): string | undefined {
  if (key.kind === "number") return `[${key.digits}]`;
  if (key.kind === "variable") return `[${key.name}]`;
  const [text, ...more] = key.kind === "string" ? key.parts : [];
  return typeof text === "string" && more.length === 0 ? `.${text}` : undefined;
}
