import { distance } from "fastest-levenshtein";

/**
 * The candidate that `word` was probably meant to be, if one is near enough for a "did you mean".
 *
 * @param limit how many edits still are near
 */
export function nearest(
  word: string,
  candidates: Iterable<string>,
  limit = Math.ceil(word.length / 3),
): string | undefined {
  const wanted = word.toLowerCase();
  let best: { readonly candidate: string; readonly edits: number } | undefined;
  for (const candidate of candidates) {
    const edits = editsBetween(wanted, candidate.toLowerCase());
    if (edits <= limit && edits < (best?.edits ?? Infinity)) best = { candidate, edits };
  }
  return best?.candidate;
}

/** How many letters differ; two that changed places are one mistake of the fingers. */
function editsBetween(word: string, candidate: string): number {
  const edits = distance(word, candidate);
  return edits === 2 && isSwap(word, candidate) ? 1 : edits;
}

function isSwap(word: string, candidate: string): boolean {
  if (word.length !== candidate.length) return false;
  let at = 0;
  while (at < word.length && word[at] === candidate[at]) at += 1;
  return (
    word[at] === candidate[at + 1] &&
    word[at + 1] === candidate[at] &&
    word.slice(at + 2) === candidate.slice(at + 2)
  );
}
