import type { Token } from "./lexer.js";
import type { LineMap } from "./positions.js";
import type { Interpolation, StringLiteral } from "./tree.js";

/** What reading a string literal needs from the parser around it. */
export interface StringContext {
  readonly source: string;
  readonly lines: LineMap;
  /** Reads the interpolation at a place inside the literal, which ends at `limit`. */
  interpolationAt(start: number, limit: number): { readonly element: Interpolation; readonly end: number };
}

/** The text of a literal that holds no interpolation; interpolations are left out. */
export function fixedText({ parts }: StringLiteral): string {
  return parts.filter((part) => typeof part === "string").join("");
}

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
export function decodeStringLiteral(token: Token, context: StringContext): StringLiteral {
  const { source, lines } = context;
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
      const interpolation = context.interpolationAt(at, token.end - 1);
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
