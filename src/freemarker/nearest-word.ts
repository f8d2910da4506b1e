import { nearest } from "./nearest.js";

/** Of shorter words every one is near another. */
const SHORTEST_WORD = 3;

/**
 * "Did you mean" for a word that is not in a list, or undefined when nothing is near.
 *
 * @param mark what stands before such a word in a template
 * @example nearestWord("uper_case", BUILT_INS, "?") // 'Did you mean "?upper_case"?'
 */
export function nearestWord(word: string, known: Iterable<string>, mark = ""): string | undefined {
  const near = nearWord(word, known);
  return near === undefined ? undefined : `Did you mean "${mark}${near}"?`;
}

/** The known word that was probably meant: one that is spelt nearly the same, or the only one that goes on with `_`. */
export function nearWord(word: string, known: Iterable<string>): string | undefined {
  if (word.length < SHORTEST_WORD) return undefined;
  const words = [...known];
  const near = nearest(word, words, Math.round(word.length / 3));
  if (near !== undefined) return near;
  const longer = words.filter((candidate) => candidate.startsWith(`${word.toLowerCase()}_`));
  return longer.length === 1 ? longer[0] : undefined;
}
