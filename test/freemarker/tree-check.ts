import type { Position, Span } from "../../src/freemarker/positions.js";
import type { Template } from "../../src/freemarker/tree.js";

interface AnyNode {
  readonly span: Span;
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && "span" in value;
}

/** The nodes right below a value, in the order of its properties, whatever kinds of nodes there are. */
function nodesBelow(value: unknown): AnyNode[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, property]: [string, unknown]) =>
    name === "span" || name === "nameSpan" ? [] : isNode(property) ? [property] : nodesBelow(property),
  );
}

/**
 * What is wrong with the places of the nodes in a tree: each must lie inside its parent's, behind the one before it,
 * and have the line and the column that its offset has. Walks without recursion: a chain of 20,000 keys is that deep.
 */
export function misplacedNodes(template: Template): readonly string[] {
  const places = placesOf(template.source);
  const problems: string[] = [];
  const check = (position: Position) => {
    const place = places[position.offset];
    if (place?.line !== position.line || place.column !== position.column)
      problems.push(`${JSON.stringify(position)} is at ${JSON.stringify(place)}`);
  };
  const waiting: { readonly from: number; readonly to: number; readonly below: readonly AnyNode[] }[] = [
    { from: 0, to: template.source.length, below: nodesBelow(template) },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    let at = next.from;
    for (const node of next.below) {
      const { start, end } = node.span;
      if (start.offset < at || end.offset < start.offset || end.offset > next.to)
        problems.push(`${start.offset}-${end.offset} is not inside ${at}-${next.to}`);
      check(start);
      check(end);
      at = end.offset;
      waiting.push({ from: start.offset, to: end.offset, below: nodesBelow(node) });
    }
  }
  return problems;
}

/** Line and column of every offset, counted unit by unit and apart from `src/`. */
export function placesOf(source: string): readonly { readonly line: number; readonly column: number }[] {
  const places: { line: number; column: number }[] = [];
  let line = 1;
  let column = 1;
  for (let offset = 0; offset <= source.length; offset += 1) {
    places.push({ line, column });
    const unit = source[offset];
    if (unit === "\n" || (unit === "\r" && source[offset + 1] !== "\n")) {
      line += 1;
      column = 1;
    } else if (unit === "\t") column = Math.ceil(column / 8) * 8 + 1;
    else column += 1;
  }
  return places;
}
