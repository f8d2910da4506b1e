import { distance } from "fastest-levenshtein";

/** "Did you mean" for a word that is not in a list, or undefined when nothing is near. */
export function nearestWord(word: string, known: Iterable<string>): string | undefined {
  const limit = Math.ceil(word.length / 3);
  let best: { readonly candidate: string; readonly edits: number } | undefined;
  for (const candidate of known) {
    const edits = distance(word.toLowerCase(), candidate);
    if (edits <= limit && edits < (best?.edits ?? Infinity)) best = { candidate, edits };
  }
  return best === undefined ? undefined : `Did you mean "${best.candidate}"?`;
}
