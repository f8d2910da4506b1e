/**
 * Valid templates with the kinds of their nodes, each before what is in it. Built from the leaves up, so that the kinds
 * are known without any parser.
 */
import fc from "fast-check";

interface Piece {
  readonly source: string;
  readonly kinds: readonly string[];
}

type Pieces = Readonly<Record<"expression" | "element" | "content", Piece>>;

/** `$0`, `$1`.. in `form` stand for the sources of the parts, in this order. */
function whole(kind: string, form: string, parts: readonly Piece[]): Piece {
  const source = form.replace(/\$(\d)/g, (_, index: string) => parts[Number(index)]?.source ?? "");
  return { source, kinds: [kind, ...parts.flatMap(({ kinds }) => kinds)] };
}

const NAME: Piece = { source: "a", kinds: ["variable"] };
const LEAVES: readonly Piece[] = [
  NAME,
  { source: "1.5", kinds: ["number"] },
  { source: "true", kinds: ["boolean"] },
  { source: '"x"', kinds: ["string"] },
  { source: ".now", kinds: ["special variable"] },
];

/** Expressions come in brackets where their neighbours could bind them otherwise or refuse them as literals. */
function bracketed({ source, kinds }: Piece): Piece {
  return { source: `(${source})`, kinds: ["parenthesis", ...kinds] };
}

/** Forms of expressions with their number of parts. */
const EXPRESSIONS: readonly (readonly [kind: string, form: string, parts: number])[] = [
  ["binary", "$0 + $1", 2],
  ["binary", "$0 == $1", 2],
  ["binary", "$0 && $1", 2],
  ["unary", "!$0", 1],
  ["unary", "-$0", 1],
  ["dot", "$0.key", 1],
  ["dynamic key", "$0[$1]", 2],
  ["call", "$0($1, $2)", 3],
  ["built-in", "$0?trim", 1],
  ["built-in", "$0?then($1, $2)", 3],
  ["default", "$0!$1", 2],
  ["exists", "$0??", 1],
  ["range", "$0..$1", 2],
  ["sequence", "[$0, $1]", 2],
  ["hash", "{$0: $1, $2: $3}", 4],
];

/** Forms of elements: which parts are names (`n`), which expressions (`e`) and which content (`c`). */
const ELEMENTS: readonly (readonly [kind: string, form: string, parts: string])[] = [
  ["interpolation", "${$0}", "e"],
  ["if", "<#if $0>$1</#if>", "ec"],
  ["if", "<#if $0>$1<#elseif $2>$3<#else>$4</#if>", "ececc"],
  ["list", "<#list $0 as x>$1</#list>", "ec"],
  ["list", "<#list $0 as k, v>$1<#else>$2</#list>", "ecc"],
  ["assign", "<#assign v = $0 w += $1>", "ee"],
  ["capture", "<#assign v>$0</#assign>", "c"],
  ["switch", "<#switch $0><#case $1>$2<#default>$3</#switch>", "eecc"],
  ["switch", "<#switch $0><#on $1, $2>$3</#switch>", "eeec"],
  ["directive call", "<@$0 v=$1 w=$2>$3</@>", "neec"],
  ["attempt", "<#attempt>$0<#recover>$1</#attempt>", "cc"],
  ["block", "<#compress>$0</#compress>", "c"],
  ["simple", "<#include $0>", "e"],
  ["setting", "<#setting locale=$0>", "e"],
  ["comment", "<#-- x -->", ""],
  ["noparse", "<#noparse>${</#noparse>", ""],
];

const { content } = fc.letrec<Pieces>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...LEAVES),
    ...EXPRESSIONS.map(([kind, form, parts]) =>
      fc
        .tuple(...Array.from({ length: parts }, () => tie("expression").map(bracketed)))
        .map((pieces) => whole(kind, form, pieces)),
    ),
  ),
  element: fc.oneof(
    { maxDepth: 4 },
    fc.constant({ source: "text", kinds: ["text"] }),
    ...ELEMENTS.map(([kind, form, parts]) =>
      fc
        .tuple(
          ...parts
            .split("")
            .map((part) =>
              part === "n"
                ? fc.constant(NAME)
                : part === "e"
                  ? tie("expression").map(bracketed)
                  : tie("content"),
            ),
        )
        .map((pieces) => whole(kind, form, pieces)),
    ),
  ),
  // Two texts in a row would be one: an element that is none stands between any two.
  content: fc
    .array(tie("element"), { maxLength: 3 })
    .map((elements) => joined(elements.flatMap((element) => [element, SEPARATOR]))),
}));

const SEPARATOR: Piece = { source: "<#flush>", kinds: ["simple"] };

function joined(pieces: readonly Piece[]): Piece {
  return {
    source: pieces.map(({ source }) => source).join(""),
    kinds: pieces.flatMap(({ kinds }) => kinds),
  };
}

/** Any content, a few levels deep. */
export const anyTemplate: fc.Arbitrary<Piece> = content;
