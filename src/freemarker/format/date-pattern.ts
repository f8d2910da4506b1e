import { remembering } from "./memory.js";
import { invalid, success, type Outcome } from "./outcome.js";

const LETTERS = "GyMdkHmsSEDFwWahKzZYuXL";

/** The letters of Java's SimpleDateFormat. */
export type PatternLetter =
  | "G"
  | "y"
  | "Y"
  | "M"
  | "L"
  | "d"
  | "D"
  | "E"
  | "F"
  | "u"
  | "w"
  | "W"
  | "a"
  | "H"
  | "k"
  | "K"
  | "h"
  | "m"
  | "s"
  | "S"
  | "z"
  | "Z"
  | "X";

/** A part of a pattern: the same letter a number of times, or text that stands for itself. */
export type PatternPart =
  | { readonly kind: "field"; readonly letter: PatternLetter; readonly count: number }
  | { readonly kind: "text"; readonly text: string };

/** Reads a pattern like `d MMMM yyyy 'om' HH:mm` as Java does. */
export const readDatePattern = remembering((pattern: string): Outcome<readonly PatternPart[]> => {
  const parts: PatternPart[] = [];
  let position = 0;
  while (position < pattern.length) {
    const character = pattern.charAt(position);
    if (character === "'") {
      const quoted = quotedText(pattern, position);
      if (quoted === undefined) return invalid("Unterminated quote");
      addText(parts, quoted.text);
      position = quoted.end;
    } else if (/[a-zA-Z]/.test(character)) {
      const count = sameLetters(pattern, position);
      if (!isLetter(character)) return invalid(`Illegal pattern character '${character}'`);
      if (character === "X" && count > 3) return invalid(`invalid ISO 8601 format: length=${count}`);
      parts.push({ kind: "field", letter: character, count });
      position += count;
    } else {
      addText(parts, character);
      position += 1;
    }
  }
  return success(parts);
});

function isLetter(character: string): character is PatternLetter {
  return LETTERS.includes(character);
}

function sameLetters(pattern: string, start: number): number {
  let end = start + 1;
  while (pattern.charAt(end) === pattern.charAt(start)) end += 1;
  return end - start;
}

function addText(parts: PatternPart[], text: string): void {
  const last = parts.at(-1);
  if (text === "") return;
  if (last?.kind === "text") parts[parts.length - 1] = { kind: "text", text: last.text + text };
  else parts.push({ kind: "text", text });
}

/** Two quotes are one, also inside of quoted text. */
function quotedText(
  pattern: string,
  start: number,
): { readonly text: string; readonly end: number } | undefined {
  if (pattern.charAt(start + 1) === "'") return { text: "'", end: start + 2 };
  let text = "";
  for (let position = start + 1; position < pattern.length; position += 1) {
    const character = pattern.charAt(position);
    if (character !== "'") text += character;
    else if (pattern.charAt(position + 1) !== "'") return { text, end: position + 1 };
    else {
      text += "'";
      position += 1;
    }
  }
  return undefined;
}

/** Whether a month is the only field: Java then writes and reads it in its own way. */
export function hasOnlyMonth(parts: readonly PatternPart[]): boolean {
  const [field, ...others] = parts.filter((part) => part.kind === "field");
  return others.length === 0 && field?.letter === "M";
}
