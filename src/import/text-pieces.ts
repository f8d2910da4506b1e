import { literalText } from "../freemarker/escape.js";
import { parse, type ParsedTemplate } from "../freemarker/parse.js";
import type { Interpolation } from "../freemarker/tree.js";
import { ancestors, walk, type Visited } from "../freemarker/walk.js";

/** A stretch of a template's source: words, something inserted, or anything else, which is kept as it stands. */
export type Piece =
  | { readonly kind: "words"; readonly source: string }
  | { readonly kind: "inserted"; readonly source: string; readonly interpolation: Interpolation }
  | { readonly kind: "other"; readonly source: string };

/** A template cut into its pieces. */
export interface Pieces {
  readonly pieces: readonly Piece[];
  /** Names that its tags make. */
  readonly local: ReadonlySet<string>;
}

/** Cuts a template. One that is not valid FreeMarker is one piece. */
export function piecesOf(source: string): Pieces {
  if (!/[$#<[]/.test(source)) return { pieces: words(source), local: new Set() };
  const { template, errors } = parsed(source);
  if (errors.length > 0) return { pieces: [{ kind: "other", source }], local: new Set() };
  const visited = walk(template.body);
  const pieces: Piece[] = [];
  let at = 0;
  const reach = (offset: number) => {
    if (offset > at) pieces.push({ kind: "other", source: source.slice(at, offset) });
  };
  for (const { node, parent } of visited) {
    if (node.kind !== "text" && (node.kind !== "interpolation" || isInString(parent))) continue;
    const [start, end] = [node.span.start.offset, node.span.end.offset];
    // Broken into by what stands inside of it, such as an expression in a tag.
    if (start < at) continue;
    const own = source.slice(start, end);
    reach(start);
    if (node.kind === "interpolation") pieces.push({ kind: "inserted", source: own, interpolation: node });
    else pieces.push(...words(own));
    at = end;
  }
  reach(source.length);
  return { pieces, local: localNames(visited) };
}

/** Whether its field escapes makes no difference to where a template's pieces are; `?no_esc` and `?html` ask for one. */
function parsed(source: string): ParsedTemplate {
  const escaping = parse(source, { escapes: true });
  return escaping.errors.length === 0 ? escaping : parse(source);
}

function isInString(parent: Visited | undefined): boolean {
  if (parent === undefined) return false;
  return parent.node.kind === "string" || [...ancestors(parent)].some(({ node }) => node.kind === "string");
}

/** Words that the builders would write otherwise, because they look like code, are kept as they stand. */
function words(source: string): readonly Piece[] {
  if (source === "") return [];
  if (literalText(source) === source) return [{ kind: "words", source }];
  const parts = source.split(/([$#](?=\{)|<(?=\/?[#@])|\[(?=\/?[#@]|=))/);
  return parts.flatMap((part, index): readonly Piece[] => {
    if (part === "") return [];
    return [{ kind: index % 2 === 0 ? "words" : "other", source: part }];
  });
}

function localNames(visited: readonly Visited[]): ReadonlySet<string> {
  const names = visited.flatMap(({ node }): readonly (string | undefined)[] => {
    switch (node.kind) {
      case "assign":
        return node.assignments.map(({ name }) => name);
      case "list":
      case "items":
        return [node.variables?.item, node.variables?.value];
      case "capture":
        return [node.name];
      case "macro":
      case "function":
        return [node.name, node.rest, ...node.parameters.map(({ name }) => name)];
      case "directive call":
        return node.loopVariables;
      case "block":
        return [node.variable];
      case "lambda":
        return [node.parameter];
      default:
        return [];
    }
  });
  return new Set(names.filter((name) => name !== undefined));
}
