import { ExpressionParser } from "./expression-parser.js";
import { mustBe, mustNotBe } from "./literal-checks.js";
import { ParseFailure } from "./template-error.js";
import type { LineMap } from "./positions.js";
import type { Scope } from "./scope.js";
import type { Interpolation } from "./tree.js";

/** Reads `${...}`, `#{...}` or `[=...]` at a place. */
export function readInterpolation(
  source: string,
  start: number,
  limit: number,
  lines: LineMap,
  scope: Scope,
): { readonly element: Interpolation; readonly end: number } {
  const style = source[start] === "$" ? "dollar" : source[start] === "#" ? "hash" : "bracket";
  const enclosure = style === "bracket" ? "bracket interpolation" : "interpolation";
  const parser = new ExpressionParser(source, start + 2, limit, enclosure, lines, scope);
  const expression = parser.expression();
  let format: string | undefined;
  if (style === "hash") {
    mustBe(expression, "number");
    if (parser.isOperator(";")) {
      parser.take();
      const token = parser.takeName("a format such as m2M2");
      format = token.text;
      if (!/^(?:m\d+(?:M\d+)?|M\d+(?:m\d+)?)$/.test(format)) {
        throw new ParseFailure(
          "unexpected",
          `"${format}" is no format such as m2M2.`,
          token.start,
          token.end,
        );
      }
    }
  } else {
    mustNotBe(expression, ["hash", "sequence"], "text, a number, a date or a truth value");
  }
  const last = parser.peek();
  if (last.kind !== "tag end") parser.unexpected(style === "bracket" ? '"]"' : '"}"');
  parser.take();
  const span = lines.span(start, last.end);
  return { element: { kind: "interpolation", expression, style, format, span }, end: last.end };
}
