/**
 * What FreeMarker's lexer makes of static text and of string literals, written from its manual and apart from `src/`,
 * so that what `src/` escapes can be judged by something that shares no code with it.
 */
import fc from "fast-check";

/** Everything that could start template code, whatever tag and interpolation syntax the template is read with. */
const OPENINGS = ["${", "#{", "<#", "</#", "<@", "</@", "[#", "[/#", "[@", "[/@", "[="];

/** The openings of template code in a text. */
export function openingsIn(template: string): readonly string[] {
  return OPENINGS.filter((opening) => template.includes(opening));
}

/**
 * What a template prints that holds only static text and interpolations of string literals.
 *
 * @throws Error on any other template code
 */
export function printed(template: string): string {
  let output = "";
  let at = 0;
  while (at < template.length) {
    const rest = template.slice(at);
    const opening = OPENINGS.find((candidate) => rest.startsWith(candidate));
    if (opening === undefined) {
      output += template.charAt(at);
      at += 1;
      continue;
    }
    const literal = /^\$\{("(?:[^"\\]|\\[^])*")\}/.exec(rest)?.[1];
    if (literal === undefined) throw new Error(`template code at ${at}: ${rest.slice(0, 20)}`);
    output += decodedStringLiteral(literal);
    at += literal.length + "${}".length;
  }
  return output;
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  f: "\f",
  b: "\b",
  g: ">",
  l: "<",
  a: "&",
  "{": "{",
  "=": "=",
  "\\": "\\",
  '"': '"',
  "'": "'",
};

/**
 * The value of a FreeMarker string literal in double quotes.
 *
 * @throws Error when the literal ends early, holds an unknown escape or starts an interpolation
 */
export function decodedStringLiteral(literal: string): string {
  const inside = /^"([^]*)"$/.exec(literal)?.[1];
  if (inside === undefined) throw new Error("no string literal");
  for (const interpolation of ["${", "#{", "[="]) {
    if (inside.includes(interpolation)) throw new Error(`${interpolation} starts an interpolation`);
  }
  let value = "";
  let at = 0;
  while (at < inside.length) {
    const character = inside.charAt(at);
    if (character === '"') throw new Error("the literal ends early");
    if (character !== "\\") {
      value += character;
      at += 1;
      continue;
    }
    const code = /^x([0-9A-Fa-f]{1,4})/.exec(inside.slice(at + 1))?.[1];
    const escaped = ESCAPES[inside.charAt(at + 1)];
    if (code !== undefined) value += String.fromCharCode(Number.parseInt(code, 16));
    else if (escaped !== undefined) value += escaped;
    else throw new Error(`unknown escape at ${at}`);
    at += code === undefined ? 2 : 2 + code.length;
  }
  return value;
}

const HOSTILE_FRAGMENTS = [
  ...OPENINGS,
  "$",
  "#",
  "{",
  "}",
  "<",
  ">",
  "[",
  "]",
  "=",
  "@",
  "/",
  "\\",
  '"',
  "'",
  "&",
  "%",
  "?",
  "!",
  "-",
  "${x}",
  "<#if true>",
  "</#list>",
  "<#--",
  "-->",
  '"}',
  "\\u0024{",
  "\\x24{",
  "&amp;",
  "\uE0000\uE001",
  "\u2028",
  "\u0000",
  "\u007f",
  "é",
  "😀",
  " ",
  "\n",
  "\r\n",
  "\t",
];

/** Strings that try to become template code, and strings of any UTF-16 units at all. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...HOSTILE_FRAGMENTS), { maxLength: 8 }).map((fragments) => fragments.join("")),
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
);

/** {@link anyText} without half surrogate pairs, which have no UTF-8 form and so no place in a URL. */
export const anyWellFormedText: fc.Arbitrary<string> = anyText.filter((text) => !/\p{Cs}/u.test(text));
