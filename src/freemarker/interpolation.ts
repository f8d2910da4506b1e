import { ExpressionParser } from "./expression-parser.js";
import { mustBe, mustNotBe } from "./literal-checks.js";
import { ParseFailure } from "./template-error.js";
import type { LexerInput } from "./token.js";
import type { ExpressionPlace } from "./token-reader.js";
import type { Interpolation } from "./tree.js";

/**
 * Reads `${...}`, `#{...}` or `[=...]` at a place of a text.
 *
 * @returns the interpolation, and where in the text it ends
 */
export function readInterpolation(
  place: ExpressionPlace,
  input: LexerInput,
  start: number,
  limit: number,
): { readonly element: Interpolation; readonly end: number } {
  const mark = input.text[start];
  const style = mark === "$" ? "dollar" : mark === "#" ? "hash" : "bracket";
  const enclosure = style === "bracket" ? "bracket interpolation" : "interpolation";
  const parser = new ExpressionParser(place, input, start + 2, limit, enclosure);
  const expression = parser.expression();
  if (style === "hash") mustBe(expression, "number");
  else mustNotBe(expression, ["hash", "sequence"], "text, a number, a date or a truth value");
  const format = style === "hash" && parser.operator === ";" ? readFormat(parser) : undefined;
  const last = parser.peek();
  if (last.kind !== "tag end") parser.unexpected(style === "bracket" ? '"]"' : '"}"');
  parser.take();
  const from = input.places?.[start] ?? start;
  const element = {
    kind: "interpolation",
    expression,
    style,
    format,
    span: parser.span(from, last.end),
  } as const;
  return { element, end: last.at + 1 };
}

/** `;m2M2` in `#{...}`: the least and most digits behind the decimal point. */
function readFormat(parser: ExpressionParser): string {
  parser.take();
  const token = parser.takeName("a format such as m2M2");
  const parts = /^(?:m(\d+)(?:M(\d+))?|M(\d+)(?:m(\d+))?)$/.exec(token.text);
  const least = parts?.[1] ?? parts?.[4];
  const most = parts?.[2] ?? parts?.[3];
  const contradicts = least !== undefined && most !== undefined && Number(least) > Number(most);
  if (parts === null || contradicts) {
    const message = `"${token.text}" is no format such as m2M2.`;
    throw new ParseFailure("unexpected", message, token.start, token.end);
  }
  return token.text;
}
