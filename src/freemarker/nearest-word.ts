import { nearest } from "./nearest.js";

/** "Did you mean" for a word that is not in a list, or undefined when nothing is near. */
export function nearestWord(word: string, known: Iterable<string>): string | undefined {
  const near = nearest(word, known);
  return near === undefined ? undefined : `Did you mean "${near}"?`;
}
