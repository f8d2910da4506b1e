// A key or word that a shape does not know travels as it is. Where the other side uses the same name for something
// else, a mark before it keeps the two apart, and comes off again on the way back.

export const MARK = "kept:";

function plain(name: string): string {
  let rest = name;
  while (rest.startsWith(MARK)) rest = rest.slice(MARK.length);
  return rest;
}

/** A name as it is written on a side on which some names are taken. */
export function marked(name: string, isTaken: (name: string) => boolean): string {
  return isTaken(plain(name)) ? MARK + name : name;
}

/** The inverse of {@link marked}. */
export function unmarked(name: string, isTaken: (name: string) => boolean): string {
  return name.startsWith(MARK) && isTaken(plain(name)) ? name.slice(MARK.length) : name;
}
