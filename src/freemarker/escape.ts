/**
 * Ways to write text so that FreeMarker reads it as text and never as template code.
 *
 * Source: the FreeMarker manual, "Template Language Reference", chapters on interpolations and string literals
 * (2.3.35). Square-bracket openings are neutralised as well, because a template engine that detects the tag
 * syntax by itself would take them for tags.
 */

const OPENING = /[$#](?=\{)|<(?=\/?[#@])|\[(?=\/?[#@]|=)/g;

/**
 * Static template text that prints exactly `text`.
 *
 * @example literalText("a ${b}") // 'a ${"$"}{b}'
 */
export function literalText(text: string): string {
  return text.replace(OPENING, (character) => `\${"${character}"}`);
}

/**
 * Static template text that prints the inside of a JSON string (without its quotes) whose value is `text`.
 *
 * The openings of template code are written as JSON escapes, so the template holds no code at all.
 *
 * @example literalJsonString('say "${x}"') // 'say \\"\\u0024{x}\\"'
 */
export function literalJsonString(text: string): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replace(OPENING, (character) => `\\u${hexadecimal(character)}`);
}

/**
 * A FreeMarker string literal, in double quotes, whose value is `text`.
 *
 * @example stringLiteral('a"${b}') // '"a\\"$\\{b}"'
 */
export function stringLiteral(text: string): string {
  const escaped = text
    .replace(/[\\"]/g, "\\$&")
    .replace(/([$#])\{/g, "$1\\{")
    .replace(/\[=/g, "[\\=")
    .replace(/\n/g, "\\n")
    .replace(/\r/g, "\\r")
    .replace(/\t/g, "\\t")
    // eslint-disable-next-line no-control-regex -- control characters are what this escapes
    .replace(/[\u0000-\u001f\u007f]/g, (character) => `\\x${hexadecimal(character)}`);
  return `"${escaped}"`;
}

function hexadecimal(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, "0");
}
