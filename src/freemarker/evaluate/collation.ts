import { notSimulated } from "./failure.js";

/**
 * The order of texts that Java's `Collator` has for English, Dutch, German and a few more languages. Letters come
 * first: accents and case matter only between texts that are the same otherwise, spaces and hyphens even less than
 * accents. Measured with Java 17.
 */

/** Characters by what counts most; those of one group differ in case only, lower case first. */
const GROUPS =
  "_ ¯ , ; : ! ¡ ? ¿ / . ´ ` ^ ¨ ~ · ¸ ' \" « » ( ) [ ] { } § ¶ © ® @ ¤ ฿ ¢ ₡ ₢ $ ₫ € ₣ ₤ ₥ ₦ ₧ £ ₨ ₪ ₩ ¥ * \\ & # % + ± ÷ × < = > ¬ | ¦ ° µ " +
  "0 1 2 3 4 5 6 7 8 9 ¼ ½ ¾ aA bB cC dD ðÐ eE fF gG hH iI jJ kK lL mM nN oO pP qQ rR sS tT uU vV wW xX yY zZ";

/** Characters that count less than those: spaces, accents and hyphens, in their order. */
const LIGHT: readonly (number | readonly [number, number])[] = [
  0x20,
  0xa0,
  [0x2002, 0x200a],
  0x3000,
  0xfeff,
  0x0d,
  0x09,
  0x0a,
  0x0c,
  0x0b,
  0x301,
  0x300,
  0x306,
  0x302,
  0x30c,
  0x30a,
  0x30d,
  0x308,
  0x30b,
  0x303,
  0x307,
  0x304,
  0x337,
  0x327,
  0x328,
  0x323,
  0x332,
  0x305,
  0x309,
  [0x30e, 0x322],
  [0x324, 0x326],
  [0x329, 0x331],
  [0x333, 0x336],
  [0x338, 0x33f],
  0x342,
  0x344,
  0x345,
  [0x360, 0x361],
  [0x483, 0x486],
  [0x20d0, 0x20e1],
  0xad,
  [0x2010, 0x2015],
  0x2212,
];

/** The character that a hyphen only differs from as a capital does from its letter. */
const HYPHEN_TWIN = 0x20e1;

/** Java puts these between all letters that it knows and those that it does not. */
const ODD_LETTERS = [
  ["ǣ", "Ǣ", "\u0304"],
  ["ǽ", "Ǽ", "\u0301"],
] as const;
const BEHIND_LETTERS = 0x7e00;

/** Letters that are two letters. */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ["æ", "ae"],
  ["Æ", "Ae"],
  ["œ", "oe"],
  ["Œ", "Oe"],
  ["þ", "th"],
  ["Þ", "Th"],
  ["ß", "ss"],
]);

/** What a character counts in each of the three respects. */
interface Weight {
  readonly letter: number;
  readonly accent: number;
  readonly case: number;
}

/** Every other character comes behind all of these, in the order of their codes. */
const UNKNOWN = 0x7fff;

const weight = (letter: number, accent: number, caseWeight: number): Weight => ({
  letter,
  accent,
  case: caseWeight,
});

/** Control characters count nothing, and yet stand in the way of what is compared. */
const IGNORED: readonly Weight[] = [weight(0, 0, 0)];

const known = buildWeights();

function buildWeights(): Map<string, readonly Weight[]> {
  const weights = new Map<string, readonly Weight[]>();
  GROUPS.split(" ").forEach((group, index) => {
    for (const [place, character] of Array.from(group).entries())
      weights.set(character, [weight(index + 1, 0, place)]);
  });
  let accent = 0;
  for (const entry of LIGHT) {
    const [first, last] = typeof entry === "number" ? [entry, entry] : entry;
    for (let code = first; code <= last; code += 1) {
      accent += 1;
      weights.set(String.fromCharCode(code), [weight(0, accent, 0)]);
      if (code === HYPHEN_TWIN) weights.set("-", [weight(0, accent, 1)]);
    }
  }
  for (let code = 0; code <= 0x9f; code += 1) {
    const character = String.fromCharCode(code);
    if ((code < 0x20 || code >= 0x7f) && !weights.has(character)) weights.set(character, IGNORED);
  }
  for (let code = 0x200b; code <= 0x200f; code += 1) weights.set(String.fromCharCode(code), IGNORED);
  return addPairs(weights);
}

function addPairs(weights: Map<string, readonly Weight[]>): Map<string, readonly Weight[]> {
  for (const [character, [first = "", second = ""]] of PAIRS) {
    const [letter, other] = [weights.get(first.toLowerCase())?.[0], weights.get(second)?.[0]];
    if (letter === undefined || other === undefined) continue;
    weights.set(character, [
      weight(letter.letter, 0, first === first.toLowerCase() ? 2 : 3),
      weight(other.letter, 0, 1),
    ]);
  }
  for (const [lower, upper, mark] of ODD_LETTERS) {
    const accent = weights.get(mark) ?? [];
    weights.set(lower, [weight(BEHIND_LETTERS, 0, 0), ...accent]);
    weights.set(upper, [weight(BEHIND_LETTERS, 0, 1), ...accent]);
  }
  return weights;
}

function weightsOf(character: string): readonly Weight[] {
  return known.get(character) ?? accented.get(character) ?? decomposed(character) ?? unknown(character);
}

/** A letter with accents, when its parts are known. */
function decomposed(character: string): readonly Weight[] | undefined {
  const parts = Array.from(character.normalize("NFD"));
  if (parts[0] === character) return undefined;
  const weights: Weight[] = [];
  for (const part of parts) {
    const found = known.get(part);
    if (found === undefined) return undefined;
    weights.push(...found);
  }
  accented.set(character, weights);
  return weights;
}

const accented = new Map<string, readonly Weight[]>();

function unknown(character: string): readonly Weight[] {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return [weight(UNKNOWN, 0, 0), ...units.map((unit) => weight(unit, 0, 0))];
}

/** The languages whose order this is. */
const LANGUAGES: ReadonlySet<string> = new Set(["", "de", "en", "ga", "id", "it", "ms", "mt", "nl", "pt"]);

/** How texts are ordered in a language such as `en_US`. */
export function collatorOf(locale: string): (left: string, right: string) => number {
  const [language = ""] = locale.split("_");
  if (!LANGUAGES.has(language)) throw notSimulated(`sorting texts in the language "${language}"`);
  return compareTexts;
}

function* weightsIn(text: string): Generator<Weight> {
  for (const character of text) yield* weightsOf(character);
}

/** Below, at or above zero. The first difference in letters decides; else that in accents; else that in case. */
export function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  const [leftWeights, rightWeights] = [[...weightsIn(left)], [...weightsIn(right)]];
  let [leftAt, rightAt] = [0, 0];
  let accents = 0;
  let cases = 0;
  for (;;) {
    const [first, second] = [leftWeights[leftAt], rightWeights[rightAt]];
    if (first === undefined || second === undefined) break;
    // A character without a letter's weight stands for a difference in accents, and is stepped over.
    if (first.letter === 0 && second.letter !== 0) {
      if (first.accent !== 0) accents ||= 1;
      leftAt += 1;
      continue;
    }
    if (second.letter === 0 && first.letter !== 0) {
      if (second.accent !== 0) accents ||= -1;
      rightAt += 1;
      continue;
    }
    if (first.letter !== second.letter) return first.letter - second.letter;
    accents ||= first.accent - second.accent;
    if (accents === 0) cases ||= first.case - second.case;
    leftAt += 1;
    rightAt += 1;
  }
  return (
    restOf(leftWeights, leftAt, 1, accents) ??
    restOf(rightWeights, rightAt, -1, accents) ??
    (accents || cases)
  );
}

/** What more a text has than the other one; undefined when it has none. */
function restOf(weights: readonly Weight[], from: number, sign: 1 | -1, accents: number): number | undefined {
  const rest = weights.slice(from);
  if (rest.some(({ letter }) => letter !== 0)) return sign;
  return accents === 0 && rest.some(({ accent }) => accent !== 0) ? sign : undefined;
}
