import type { Element, Template } from "./tree.js";

/**
 * Gives back the source of a template by walking its tree. What an element does not hand to its children it prints
 * from the source, and children are printed one right after the other: so whatever the tree lost or holds twice shows.
 */
export function print({ source, body }: Template): string {
  const pieces: string[] = [];
  printBody(body, source, pieces);
  return pieces.join("");
}

function printBody(body: readonly Element[], source: string, pieces: string[]): void {
  for (const element of body) {
    if (element.kind === "text" || element.kind === "broken") pieces.push(element.text);
    else printElement(element, source, pieces);
  }
}

function printElement(element: Element, source: string, pieces: string[]): void {
  let at = element.span.start.offset;
  for (const body of bodiesOf(element)) {
    const first = body.at(0);
    const last = body.at(-1);
    if (first === undefined || last === undefined) continue;
    pieces.push(source.slice(at, first.span.start.offset));
    printBody(body, source, pieces);
    at = last.span.end.offset;
  }
  pieces.push(source.slice(at, element.span.end.offset));
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
