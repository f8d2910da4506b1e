/** How a text becomes part of a string literal of another language. Source: FreeMarker 2.3.35. */

const SHORT: ReadonlyMap<string, string> = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\f", "\\f"],
  ["\b", "\\b"],
  ["\t", "\\t"],
]);

const hexadecimal = (character: string, length: number): string =>
  character.charCodeAt(0).toString(16).toUpperCase().padStart(length, "0");

const unicodeEscape = (character: string): string => `\\u${hexadecimal(character, 4)}`;

// eslint-disable-next-line no-control-regex -- control characters are what is escaped
const DANGEROUS = /["'\\/<>\0-\x1f\x7f-\x9f\u2028\u2029]/;
// eslint-disable-next-line no-control-regex -- control characters are what is escaped
const DANGEROUS_CHARACTERS = /["'\\/<>\0-\x1f\x7f-\x9f\u2028\u2029]/g;

type Language = "JavaScript" | "JSON" | "both, quoted";

function escaped(text: string, language: Language): string {
  if (!DANGEROUS.test(text)) return text;
  return text.replace(DANGEROUS_CHARACTERS, (character, index: number) =>
    escapedCharacter(text, character, index, language),
  );
}

function escapedCharacter(text: string, character: string, index: number, language: Language): string {
  const isQuoted = language === "both, quoted";
  switch (character) {
    case '"':
    case "\\":
      return `\\${character}`;
    case "'":
      return language === "JavaScript" ? "\\'" : character;
    case "/":
      return (index === 0 && !isQuoted) || text[index - 1] === "<" ? "\\/" : character;
    case ">":
      if (!endsSection(text, index, isQuoted)) return character;
      return language === "JavaScript" ? "\\>" : unicodeEscape(character);
    case "<":
      if (!startsSection(text, index, isQuoted)) return character;
      break;
  }
  const short = SHORT.get(character);
  if (short !== undefined) return short;
  return language === "JavaScript" && character < "\u0100"
    ? `\\x${hexadecimal(character, 2)}`
    : unicodeEscape(character);
}

/** Whether `>` could end a comment or CDATA section, also together with what stands before the text. */
function endsSection(text: string, index: number, isQuoted: boolean): boolean {
  if (isQuoted && index < 2) return false;
  if (index === 0) return true;
  const before = text[index - 1];
  return (before === "]" || before === "-") && (index === 1 || text[index - 2] === before);
}

/** Whether `<` could start a comment or a declaration, also together with what stands behind the text. */
function startsSection(text: string, index: number, isQuoted: boolean): boolean {
  if (index === text.length - 1) return !isQuoted;
  return text[index + 1] === "!" || text[index + 1] === "?";
}

export const escapedForJavaScript = (text: string): string => escaped(text, "JavaScript");
export const escapedForJson = (text: string): string => escaped(text, "JSON");

/** A literal for programs, quotation marks included: what `?c` makes of a text. */
export const quotedLiteral = (text: string): string => `"${escaped(text, "both, quoted")}"`;

export function escapedForJava(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is escaped
  return text.replace(/["\\\0-\x1f]/g, (character) => {
    if (character === '"' || character === "\\") return `\\${character}`;
    return SHORT.get(character) ?? `\\u${hexadecimal(character, 4).toLowerCase()}`;
  });
}
