import type { Element, Template } from "./tree.js";

/**
 * Gives back the source of a template by walking its tree. What an element does not hand to its children it prints
 * from the source, and children are printed one right after the other: so whatever the tree lost or holds twice shows.
 */
export function print({ source, body }: Template): string {
  const pieces: string[] = [];
  // No recursion: directives may be nested thousands deep.
  const waiting: (Element | string)[] = [];
  const wait = (later: readonly (Element | string)[]) => {
    for (let index = later.length - 1; index >= 0; index -= 1) waiting.push(later[index] ?? "");
  };
  wait(body);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === "string") pieces.push(next);
    else if (next.kind === "text" || next.kind === "broken") pieces.push(next.text);
    else wait(partsOf(next, source));
  }
  return pieces.join("");
}

/** What an element consists of: its children, and the source around and between its bodies. */
function partsOf(element: Element, source: string): readonly (Element | string)[] {
  const parts: (Element | string)[] = [];
  let at = element.span.start.offset;
  for (const body of bodiesOf(element)) {
    const first = body.at(0);
    const last = body.at(-1);
    if (first === undefined || last === undefined) continue;
    parts.push(source.slice(at, first.span.start.offset));
    for (const child of body) parts.push(child);
    at = last.span.end.offset;
  }
  parts.push(source.slice(at, element.span.end.offset));
  return parts;
}

/** The contents that an element holds, in the order of the source; tags stand around and between them. */
function bodiesOf(element: Element): readonly (readonly Element[])[] {
  switch (element.kind) {
    case "if":
    case "switch":
      return element.branches.map(({ body }) => body);
    case "list":
      return [element.body, element.otherwise ?? []];
    case "attempt":
      return [element.body, element.recover];
    case "items":
    case "sep":
    case "capture":
    case "macro":
    case "function":
    case "block":
      return [element.body];
    case "directive call":
      return [element.body ?? []];
    case "text":
    case "interpolation":
    case "comment":
    case "noparse":
    case "assign":
    case "simple":
    case "setting":
    case "header":
    case "broken":
      return [];
  }
}
