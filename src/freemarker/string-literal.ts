import type { Token } from "./lexer.js";
import { ExpressionParser } from "./expression-parser.js";
import { readInterpolation } from "./interpolation.js";
import type { Interpolation, StringLiteral } from "./tree.js";

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  f: "\f",
  b: "\b",
  g: ">",
  l: "<",
  a: "&",
};

/** Reads the text and the interpolations of a string literal. */
export function decodeStringLiteral(token: Token, parser: ExpressionParser): StringLiteral {
  const { source, lines } = parser;
  const span = lines.span(token.start, token.end);
  if (token.kind === "raw string") {
    return { kind: "string", raw: true, parts: [source.slice(token.start + 2, token.end - 1)], span };
  }
  const parts: (string | Interpolation)[] = [];
  let text = "";
  let at = token.start + 1;
  while (at < token.end - 1) {
    if (source[at] === "\\") {
      const hexadecimal = /x([0-9a-fA-F]{1,4})/y;
      hexadecimal.lastIndex = at + 1;
      const code = hexadecimal.exec(source)?.[1];
      const escape = source[at + 1] ?? "";
      text +=
        code === undefined ? (ESCAPES[escape] ?? escape) : String.fromCharCode(Number.parseInt(code, 16));
      at += code === undefined ? 2 : 2 + code.length;
    } else if (source.startsWith("${", at) || source.startsWith("#{", at)) {
      if (text !== "") parts.push(text);
      text = "";
      const interpolation = readInterpolation(source, at, token.end - 1, lines, parser.scope);
      parts.push(interpolation.element);
      at = interpolation.end;
    } else {
      text += source[at] ?? "";
      at += 1;
    }
  }
  if (text !== "") parts.push(text);
  return { kind: "string", raw: false, parts, span };
}
