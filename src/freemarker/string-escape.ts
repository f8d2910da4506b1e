const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["t", "\t"],
  ["r", "\r"],
  ["f", "\f"],
  ["b", "\b"],
  ["g", ">"],
  ["l", "<"],
  ["a", "&"],
  ["\\", "\\"],
  ['"', '"'],
  ["'", "'"],
  ["{", "{"],
  ["=", "="],
]);

/** Up to four digits; a text cannot have more of them. */
const HEXADECIMAL = /x([0-9a-fA-F]{1,4})/y;

/**
 * Decodes the escape of a string literal whose backslash stands at a place.
 *
 * @returns what it means, and how long it is; undefined when FreeMarker has no such escape
 */
export function decodeEscape(
  text: string,
  backslash: number,
): { readonly meaning: string; readonly length: number } | undefined {
  HEXADECIMAL.lastIndex = backslash + 1;
  const digits = HEXADECIMAL.exec(text)?.[1];
  if (digits !== undefined) {
    return { meaning: String.fromCharCode(Number.parseInt(digits, 16)), length: 2 + digits.length };
  }
  const meaning = ESCAPES.get(text[backslash + 1] ?? "");
  return meaning === undefined ? undefined : { meaning, length: 2 };
}

/**
 * Where a string literal has an escape that FreeMarker does not know.
 *
 * @returns the character behind the backslash, and the one at which FreeMarker stops
 */
export function wrongEscape(
  text: string,
  start: number,
  limit: number,
  quote: string,
): { readonly escape: number; readonly at: number } | undefined {
  for (let at = start; at < limit && text[at] !== quote; at += 1) {
    if (text[at] !== "\\") continue;
    at += 1;
    if (at >= limit) return undefined;
    if (decodeEscape(text, at - 1) === undefined) return { escape: at, at: text[at] === "x" ? at + 1 : at };
  }
  return undefined;
}
