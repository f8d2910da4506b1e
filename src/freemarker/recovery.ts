/** Where parsing goes on after a mistake. */

const OPENING_TAG = { ">": /<\/?[#@]/g, "]": /\[\/?[#@]/g } as const;
const OPENING_AFTER_TAG = { ">": /<\/?[#@]|\$\{/g, "]": /\[\/?[#@]|\$\{/g } as const;
const OPENING_AFTER_INTERPOLATION = { ">": /\}|\$\{|<\/?[#@]/g, "]": /\}|\$\{|\[\/?[#@]/g } as const;

/** How many characters of the start of a tag can be read as something else before it becomes a mistake. */
const LONGEST_OPENING = 2;

/** Behind the tag that could not be read, or at the next one when that comes first. */
export function afterBrokenTag(source: string, start: number, mistake: number, close: ">" | "]"): number {
  const from = searchFrom(source, start, mistake, close);
  const end = source.indexOf(close, from);
  const opening = OPENING_AFTER_TAG[close];
  opening.lastIndex = from;
  const next = opening.exec(source)?.index ?? source.length;
  return end >= 0 && end < next ? end + 1 : next;
}

/** Behind the interpolation that could not be read, or at the next tag when that comes first. */
export function afterBrokenInterpolation(
  source: string,
  start: number,
  mistake: number,
  close: ">" | "]",
): number {
  const opening = OPENING_AFTER_INTERPOLATION[close];
  opening.lastIndex = searchFrom(source, start, mistake, close);
  const match = opening.exec(source);
  if (match === null) return source.length;
  return match[0] === "}" ? match.index + 1 : match.index;
}

/** At the mistake, or at the tag in which it is: the `<` of a tag can be read as an operator. */
function searchFrom(source: string, start: number, mistake: number, close: ">" | "]"): number {
  const first = start + 2;
  const opening = OPENING_TAG[close];
  opening.lastIndex = Math.max(first, mistake - LONGEST_OPENING);
  const tag = opening.exec(source.slice(0, mistake + LONGEST_OPENING))?.index;
  return tag !== undefined && tag < mistake ? tag : Math.max(first, mistake);
}
