import { notSimulated } from "./failure.js";

const HORIZONTAL = "\\t\\x20\\xa0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000";
const VERTICAL = "\\n-\\r\\u0085\\u2028\\u2029";

/** Classes of one letter behind a backslash. */
export const CLASSES: ReadonlyMap<string, string> = new Map([
  ["d", "[0-9]"],
  ["D", "[^0-9]"],
  ["w", "[a-zA-Z0-9_]"],
  ["W", "[^a-zA-Z0-9_]"],
  ["s", "[\\t-\\r\\x20]"],
  ["S", "[^\\t-\\r\\x20]"],
  ["h", `[${HORIZONTAL}]`],
  ["H", `[^${HORIZONTAL}]`],
  ["v", `[${VERTICAL}]`],
  ["V", `[^${VERTICAL}]`],
]);

const POSIX: ReadonlyMap<string, string> = new Map([
  ["Lower", "a-z"],
  ["Upper", "A-Z"],
  ["ASCII", "\\x00-\\x7f"],
  ["Alpha", "a-zA-Z"],
  ["Digit", "0-9"],
  ["Alnum", "a-zA-Z0-9"],
  ["Punct", "\\x21-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7e"],
  ["Graph", "\\x21-\\x7e"],
  ["Print", "\\x20-\\x7e"],
  ["Blank", "\\x20\\t"],
  ["Cntrl", "\\x00-\\x1f\\x7f"],
  ["XDigit", "0-9a-fA-F"],
  ["Space", "\\t-\\r\\x20"],
]);

const UNICODE: ReadonlyMap<string, string> = new Map([
  ["IsAlphabetic", "Alphabetic"],
  ["IsLetter", "L"],
  ["IsDigit", "Nd"],
  ["IsUppercase", "Uppercase"],
  ["IsLowercase", "Lowercase"],
  ["IsWhite_Space", "White_Space"],
  ["IsPunctuation", "P"],
  ["IsLatin", "Script=Latin"],
  ["IsGreek", "Script=Greek"],
  ["IsCyrillic", "Script=Cyrillic"],
]);

const CATEGORY = /^(?:Is)?(L[ulmto]?|M[nce]?|N[dlo]?|P[cdseifo]?|S[mcko]?|Z[slp]?|C[cfson]?)$/;

/** `\p{..}`, or `\P{..}` when it is negated. */
export function propertyText(name: string, isNegated: boolean): string {
  const posix = POSIX.get(name);
  if (posix !== undefined) return `[${isNegated ? "^" : ""}${posix}]`;
  const property = UNICODE.get(name) ?? CATEGORY.exec(name)?.[1];
  if (property === undefined) throw notSimulated(`\\p{${name}} in a regular expression`);
  return `\\${isNegated ? "P" : "p"}{${property}}`;
}

/** One character; without regard to case, Java takes only the letters of ASCII as the same. */
export function literalText(character: string, ignoresCase: boolean): string {
  if (ignoresCase && /^[a-zA-Z]$/.test(character))
    return `[${character.toLowerCase()}${character.toUpperCase()}]`;
  return /^[a-zA-Z0-9 ]$/.test(character) ? character : code(character);
}

/** A range of characters inside of a class. */
export function classText(first: string, last: string, ignoresCase: boolean): string {
  const range = first === last ? code(first) : `${code(first)}-${code(last)}`;
  if (!ignoresCase) return range;
  return range + otherCase(first, last, "a", "z", -32) + otherCase(first, last, "A", "Z", 32);
}

function otherCase(first: string, last: string, from: string, to: string, shift: number): string {
  const [low, high] = [first > from ? first : from, last < to ? last : to];
  if (low > high) return "";
  const moved = (letter: string) => String.fromCharCode(letter.charCodeAt(0) + shift);
  return `${moved(low)}-${moved(high)}`;
}

function code(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
