import { html, partsOf, print, textOf, type Field } from "../builders/text.js";
import { fixedText } from "../freemarker/string-literal.js";
import type { Expression, Interpolation } from "../freemarker/tree.js";
import { textValue, type Surroundings } from "./expressions.js";
import { asking, insertedPiece, rawPiece, wordsPiece, type CodedPiece } from "./text-code.js";
import type { Piece } from "./text-pieces.js";

/** Whether words hold a tag of HTML. */
export function looksLikeHtml(words: string): boolean {
  return /<(?:!doctype|[a-z][a-z0-9]*)(?:\s[^<>]*)?\/?>/i.test(words);
}

/**
 * The pieces of a text as HTML. Undefined when it inserts text that it does not escape: that is no HTML of the builders,
 * which escape all that they insert.
 */
export function htmlPieces(
  pieces: readonly Piece[],
  field: Field,
  around: Surroundings,
): readonly CodedPiece[] | undefined {
  const coded = pieces.map((piece) => {
    if (piece.kind === "words") return wordsPiece(piece.source);
    if (piece.kind === "other") return rawPiece(piece.source, around);
    return insertedHtml(piece.interpolation, piece.source, field, around);
  });
  const known = coded.filter((piece) => piece !== undefined);
  return known.length === coded.length ? known : undefined;
}

function insertedHtml(
  interpolation: Interpolation,
  source: string,
  field: Field,
  around: Surroundings,
): CodedPiece | undefined {
  const inner = unescapedHtml(interpolation.expression);
  if (inner !== undefined) {
    const asked = textValue(inner, asking(around));
    const parts = asked && partsOf(html`${asked.value}`);
    if (parts !== undefined && print(textOf("html", parts), field) === source) {
      const found = textValue(inner, around);
      if (found !== undefined) return { kind: "value", parts, code: found.code, source };
    }
    return rawPiece(source, around);
  }
  const bare = insertedPiece(interpolation, source, field, asking(around));
  if (bare === undefined) return rawPiece(source, around);
  return bare.isMachineWritten === true ? insertedPiece(interpolation, source, field, around) : undefined;
}

/** What `x?replace("&", "&amp;")?...` escapes. */
function unescapedHtml(expression: Expression): Expression | undefined {
  let here = expression;
  for (const sign of LAST_SIGN_FIRST) {
    if (here.kind !== "call" || here.target.kind !== "built-in" || here.target.name !== "replace")
      return undefined;
    const [replaced] = here.arguments;
    if (replaced?.kind !== "string" || fixedText(replaced) !== sign) return undefined;
    here = here.target.target;
  }
  return here;
}

const LAST_SIGN_FIRST = ["'", '"', ">", "<", "&"];
