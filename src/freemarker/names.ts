import type { ExpressionParser } from "./expression-parser.js";
import { unescaped } from "./primary-parser.js";
import { decodeStringLiteral, fixedText } from "./string-literal.js";

/** Reads the name of what a directive defines: a name, or a string literal. */
export function definedName(head: ExpressionParser, what: string): string {
  const token = head.peek();
  if (token.kind !== "string" && token.kind !== "raw string") return unescaped(head.takeName(what).text);
  head.take();
  // FreeMarker looks for no interpolations here.
  const literal = head.source.slice(token.start + (token.kind === "string" ? 1 : 2), token.end - 1);
  return /[$#]\{/.test(literal) ? literal : fixedText(decodeStringLiteral(token, head));
}
