/** Words that cannot name a constant in a module, or that a reader would take for something else. */
const RESERVED = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends " +
    "false finally for function if implements import in instanceof interface let new null package private protected " +
    "public return static super switch this throw true try typeof undefined var void while with yield async of " +
    "Array Boolean Date Error Infinity JSON Math NaN Number Object Promise String Symbol globalThis constructor"
  ).split(" "),
);

/** The names of one module. Names that differ in case only count as the same: they would be mistaken for each other. */
export class Names {
  private readonly taken = new Set<string>();

  /** @param taken names that the module has already */
  constructor(taken: Iterable<string> = []) {
    for (const name of taken) this.taken.add(name.toLowerCase());
  }

  /**
   * A new name made of some words.
   *
   * @param fallback the name when the words hold no letter
   */
  take(words: string, fallback: string): string {
    const name = camelCase(words, fallback);
    const candidates = [name, `${name}${upperFirst(fallback)}`];
    const free = candidates.find((candidate) => this.isFree(candidate)) ?? this.numbered(name);
    this.taken.add(free.toLowerCase());
    return free;
  }

  private numbered(name: string): string {
    let number = 2;
    while (!this.isFree(`${name}${number}`)) number += 1;
    return `${name}${number}`;
  }

  private isFree(name: string): boolean {
    return !RESERVED.has(name) && !this.taken.has(name.toLowerCase());
  }
}

/** So long a name is cut off at a word. */
const LONGEST = 60;

/** `get_stock-items` becomes `getStockItems`; the fallback stands before what cannot start a name. */
function camelCase(words: string, fallback: string): string {
  const parts = wordsOf(words);
  const [first, ...rest] = parts;
  if (first === undefined) return fallback;
  // Between two numbers a sign stays: v1.0 is not v10.
  const name = rest.reduce(
    (start, part) => `${start}${/\p{N}$/u.test(start) && /^\p{N}/u.test(part) ? "_" : ""}${upperFirst(part)}`,
    lowerFirst(first),
  );
  return /^\p{ID_Start}/u.test(name) ? name : `${fallback}${upperFirst(name)}`;
}

/** What may stand in an identifier of ECMAScript, without the signs that join words. */
const WORD = /(?:(?!\p{Pc})\p{ID_Continue})+/gu;

function wordsOf(words: string): readonly string[] {
  const parts = words.normalize("NFC").match(WORD) ?? [];
  let length = 0;
  return parts
    .filter((part) => (length += part.length) <= LONGEST || part === parts[0])
    .map((part) => Array.from(part).slice(0, LONGEST).join(""));
}

/** A word of capitals only, such as URL, becomes lower case as a whole. */
function lowerFirst(word: string): string {
  if (word.length > 1 && word === word.toUpperCase()) return word.toLowerCase();
  return word.charAt(0).toLowerCase() + word.slice(1);
}

function upperFirst(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The id of an action: lower-case words joined by hyphens, at most 60 characters. */
export function idFrom(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss");
  const words = plain.match(/[a-z0-9]+/g) ?? [];
  const id = words
    .join("-")
    .replace(/^[0-9-]+/, "")
    .slice(0, LONGEST)
    .replace(/-+$/, "");
  return id === "" ? "imported-action" : id;
}
