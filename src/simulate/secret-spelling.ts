/** A pattern that finds a text however its characters are escaped: for JSON, JavaScript, HTML, an address, or mixed. */
export function spellingOf(text: string): RegExp {
  const pieces = text.match(/\\+|[^\\]/gsu) ?? [];
  const spelled = pieces.map((piece) =>
    piece.startsWith("\\") ? spellingsOfBackslashes(piece.length) : spellingsOfCharacter(piece),
  );
  return new RegExp(spelled.join(""), "g");
}

/**
 * Backslashes in a row as a whole: one by one, each could be any of those in a text, and a text with many would be tried
 * in more ways than there is time for.
 */
function spellingsOfBackslashes(count: number): string {
  return `(?:\\\\{${count},${8 * count}}|(?:${escapesWithoutIt("\\")}){${count}})`;
}

/** A pattern that finds any character of a text that is escaped. Where it finds nothing, the text can only stand as it is. */
export function escapedIn(text: string): RegExp {
  return new RegExp(Array.from(new Set(text), escapesOfCharacter).join("|"));
}

const NAMED_REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

function spellingsOfCharacter(character: string): string {
  // A quote that was escaped more than once has several backslashes before it.
  return `(?:\\\\{0,7}${quoted(character)}|${escapesWithoutIt(character)})`;
}

function escapesOfCharacter(character: string): string {
  return `\\\\${quoted(character)}|${escapesWithoutIt(character)}`;
}

/** The spellings of a character in which it does not itself stand. */
function escapesWithoutIt(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  const named = NAMED_REFERENCES[character];
  const spellings = [
    percentEncoded(character),
    [...utf16Of(character)].map((unit) => `\\\\{1,7}u${anyCase(unit)}`).join(""),
    ...(code < 0x100 ? [`\\\\{1,7}x${anyCase(hex.padStart(2, "0"))}`] : []),
    `&#0*${code};`,
    `&#[xX]0*${anyCase(hex)};`,
    ...(named === undefined ? [] : [named]),
    ...(character === " " ? ["\\+"] : []),
    ...(CONTROL_LETTERS.has(character) ? [`\\\\{1,7}${CONTROL_LETTERS.get(character) ?? ""}`] : []),
  ];
  return spellings.join("|");
}

const CONTROL_LETTERS: ReadonlyMap<string, string> = new Map([
  ["\n", "n"],
  ["\r", "r"],
  ["\t", "t"],
  ["\b", "b"],
  ["\f", "f"],
]);

function quoted(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

/** Bytes in UTF-8; the percent sign itself may be encoded again. */
function percentEncoded(character: string): string {
  return [...Buffer.from(character, "utf8")]
    .map((byte) => `%(?:25)*${anyCase(byte.toString(16).padStart(2, "0"))}`)
    .join("");
}

function* utf16Of(character: string): Generator<string> {
  for (let index = 0; index < character.length; index += 1)
    yield character.charCodeAt(index).toString(16).padStart(4, "0");
}

function anyCase(hex: string): string {
  return hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}
