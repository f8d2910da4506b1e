import { describe, expect, test } from "vitest";
import { parse } from "../../src/freemarker/parse.js";
import { LineMap, type Span } from "../../src/freemarker/positions.js";
import { walk } from "../../src/freemarker/walk.js";
import { readPositionVectors } from "./position-vectors.js";
import { placesOf } from "./tree-check.js";

/** Nodes of FreeMarker's tree that ours has no node for: they only hold others, or are names in ours. */
const WITHOUT_NODE = new Set(["MixedContent", "ElseOfList", "RecoveryBlock"]);
/** Nodes of ours that FreeMarker forgets once it has parsed them. */
const FORGOTTEN = new Set(["header"]);

const vectors = readPositionVectors();

describe("every node is where the real FreeMarker sees it", () => {
  test("in some 60 templates", () => {
    expect(vectors.length).toBeGreaterThanOrEqual(55);
    expect(vectors.flatMap(({ nodes }) => nodes).length).toBeGreaterThanOrEqual(500);
  });

  test.each(vectors)("$id", ({ id, template: source, tagSyntax, nodes }) => {
    const { template, errors } = parse(source, { tagSyntax });
    expect(errors).toEqual([]);
    const ours = new Set(spansIn(template.body).map((span) => asFreeMarkerSays(source, span)));
    const missing = nodes
      .filter(({ type }) => !WITHOUT_NODE.has(type))
      // The parameter of a lambda is a name in our tree.
      .filter(({ type }) => id !== "lambda" || type !== "Identifier")
      .filter(({ at }) => !ours.has(at));
    expect(missing).toEqual([]);
  });

  test.each(vectors)("$id: and FreeMarker has each of ours", ({ template: source, tagSyntax, nodes }) => {
    const theirs = new Set(nodes.map(({ at }) => at));
    const { template } = parse(source, { tagSyntax });
    const extra = walk(template.body)
      .filter(({ node, parent }) => !FORGOTTEN.has(node.kind) && !FORGOTTEN.has(parent?.node.kind ?? ""))
      .map(({ node }) => `${node.kind} ${asFreeMarkerSays(source, node.span)}`)
      .filter((place) => !theirs.has(place.slice(place.lastIndexOf(" ") + 1)));
    expect(extra).toEqual([]);
  });
});

describe("lines and columns of what a person sees", () => {
  const cases: readonly (readonly [what: string, source: string, line: number, column: number])[] = [
    ["in the first line", "ab ${x}", 1, 4],
    ["at the very start", "${x}", 1, 1],
    ["after \\n", "a\n${x}", 2, 1],
    ["after \\r\\n, which is one line break", "a\r\n${x}", 2, 1],
    ["after \\r", "a\r${x}", 2, 1],
    ["after \\n\\r, which is two line breaks", "a\n\r${x}", 3, 1],
    ["after an empty line", "\n\n ${x}", 3, 2],
    ["after U+2028, which breaks no line", "a\u2028${x}", 1, 3],
    ["behind a tab, which runs to the next multiple of 8", "\t${x}", 1, 9],
    ["behind words and a tab", "abc\t${x}", 1, 9],
    ["behind seven characters and a tab", "1234567\t${x}", 1, 9],
    ["behind eight characters and a tab", "12345678\t${x}", 1, 17],
    ["behind two tabs in the second line", "a\n\t\t${x}", 2, 17],
    ["behind an emoji, which counts twice", "😀${x}", 1, 3],
    ["behind a letter with an accent of its own, which counts twice", "e\u0301${x}", 1, 3],
    ["behind a byte order mark, which counts", "\ufeff${x}", 1, 2],
  ];
  test.each(cases)("%s", (_, source, line, column) => {
    const [interpolation] = spansOf("interpolation", source);
    expect(interpolation?.start).toMatchObject({ line, column, offset: source.indexOf("$") });
  });

  test("a node ends right behind its last character", () => {
    const source = "a\n${x +\n y}b";
    const [interpolation] = spansOf("interpolation", source);
    expect(interpolation?.end).toMatchObject({ line: 3, column: 4, offset: source.indexOf("b") });
  });

  test("a text that ends in a line break ends at the start of the next line", () => {
    const [text] = spansOf("text", "ab\r\n${x}");
    expect(text?.end).toMatchObject({ line: 2, column: 1, offset: 4 });
  });

  test("the last node ends where the template ends", () => {
    const source = "a\n<#if x>\tb</#if>";
    const [directive] = spansOf("if", source);
    expect(directive?.start).toMatchObject({ line: 2, column: 1, offset: 2 });
    expect(directive?.end).toMatchObject({ line: 2, column: 16, offset: source.length });
  });

  test("an empty template has no node", () => {
    expect(parse("").template.body).toEqual([]);
  });

  test("the name of a built-in has a place of its own", () => {
    const source = "${a ?\n  trim}";
    const names = walk(parse(source).template.body).flatMap(({ node }) =>
      node.kind === "built-in" ? [node.nameSpan] : [],
    );
    expect(names.map(({ start, end }) => [start.line, start.column, end.line, end.column])).toEqual([
      [2, 3, 2, 7],
    ]);
  });
});

describe("an interpolation inside a string has its place in the template, not in the string", () => {
  test.each([
    ["in the first line", '${"a ${b} c"}', [1, 8, 1, 9]],
    ["in a string over two lines", '${"a\n ${b}"}', [2, 4, 2, 5]],
    ["behind an emoji", '${"😀${b}"}', [1, 8, 1, 9]],
    ["in the value of an assignment", "<#assign a = '${b}'>", [1, 17, 1, 18]],
    // FreeMarker itself decodes the string first, so it loses count here.
    ["behind an escape", '${"\\"\\n${b}"}', [1, 10, 1, 11]],
  ])("%s", (_, source, place) => {
    const [variable] = spansOf("variable", source);
    expect([variable?.start.line, variable?.start.column, variable?.end.line, variable?.end.column]).toEqual(
      place,
    );
  });

  test("and so has a mistake in it", () => {
    const { errors } = parse('a\n${"b\n${c?foo}"}');
    expect(errors.map(({ position: { line, column, offset } }) => [line, column, offset])).toEqual([
      [3, 5, 11],
    ]);
  });
});

test("a place behind the end, and one in the middle of a line break, still has a line", () => {
  const lines = new LineMap("a\r\nb");
  expect([0, 1, 2, 3, 4].map((offset) => [lines.line(offset), lines.column(offset)])).toEqual([
    [1, 1],
    [1, 2],
    [1, 3],
    [2, 1],
    [2, 2],
  ]);
});

function spansOf(kind: string, source: string): readonly Span[] {
  return walk(parse(source).template.body).flatMap(({ node }) => (node.kind === kind ? [node.span] : []));
}

/** All spans anywhere in a tree, also those of branches and of single assignments, which are no nodes of their own. */
function spansIn(value: unknown): readonly Span[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, property]: [string, unknown]) =>
    name === "span" && isSpan(property) ? [property] : name === "nameSpan" ? [] : spansIn(property),
  );
}

function isSpan(value: unknown): value is Span {
  return typeof value === "object" && value !== null && "start" in value && "end" in value;
}

/**
 * A span as FreeMarker writes it: `line,column,endLine,endColumn`. Ours ends behind the last character, FreeMarker's
 * with it; and FreeMarker places a tab where it ends, ours where it starts.
 */
function asFreeMarkerSays(source: string, { start, end }: Span): string {
  const places = placesOf(source);
  const place = (offset: number) => {
    const { line, column } = places[offset] ?? { line: 0, column: 0 };
    return `${line},${source[offset] === "\t" ? Math.ceil(column / 8) * 8 : column}`;
  };
  return `${place(start.offset)},${place(end.offset - 1)}`;
}
