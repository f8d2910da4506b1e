/**
 * Characters that would move the cursor, colour the screen or turn the text around them: control characters, marks that
 * change the direction of writing, and characters that nobody sees.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** A text for one line of a terminal: what would disturb it is written as an escape. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, escaped);
}

/** As {@link printable}, with the line breaks kept. */
export function printableLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => printable(line.replaceAll("\t", "    ")))
    .join("\n");
}

/** JSON that can be shown in a terminal and still says the same. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(UNPRINTABLE, (character) =>
    character === "\n" ? character : unicodeEscape(character),
  );
}

/** Characters that take two columns: of East Asian scripts, and pictures. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;

/** A text of at most so many columns; what is cut off is shown as an ellipsis. */
export function shortened(text: string, most: number): string {
  let columns = 0;
  let fitting = "";
  for (const character of text) {
    columns += WIDE.test(character) ? 2 : 1;
    if (columns > most) return `${fitting}…`;
    // One column is kept for the ellipsis.
    if (columns < most) fitting += character;
  }
  return text;
}

const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

function escaped(character: string): string {
  return SHORT_ESCAPES.get(character) ?? unicodeEscape(character);
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
