/** Where parsing goes on after a mistake. */

const OPENING_AFTER_TAG = /<\/?[#@]|\$\{/g;
const OPENING_AFTER_INTERPOLATION = /\}|\$\{|<\/?[#@]/g;

/** Behind the tag that could not be read, or at the next one when that comes first. */
export function afterBrokenTag(source: string, from: number, close: ">" | "]"): number {
  const end = source.indexOf(close, from);
  OPENING_AFTER_TAG.lastIndex = from;
  const opening = OPENING_AFTER_TAG.exec(source)?.index ?? source.length;
  return end >= 0 && end < opening ? end + 1 : opening;
}

/** Behind the interpolation that could not be read, or at the next tag when that comes first. */
export function afterBrokenInterpolation(source: string, from: number): number {
  OPENING_AFTER_INTERPOLATION.lastIndex = from;
  const match = OPENING_AFTER_INTERPOLATION.exec(source);
  if (match === null) return source.length;
  return match[0] === "}" ? match.index + 1 : match.index;
}
