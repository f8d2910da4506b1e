import { longestIncreasing } from "../longest-increasing.js";

/** A stretch that is the same in two lists: so many items from these two places. */
export interface Match {
  readonly before: number;
  readonly after: number;
  readonly length: number;
}

/** More edits than this are not looked for in one go: time and memory grow with their square. */
const MOST_EDITS = 600;

/**
 * What two lists have in common, in order: the longest common part (Myers, "An O(ND) Difference Algorithm and Its
 * Variations", 1986), or nearly the longest where the lists have little in common.
 *
 * @param before items that are equal exactly when they are the same number
 */
export function commonParts(before: readonly number[], after: readonly number[]): readonly Match[] {
  const pairs: [number, number][] = [];
  collect(before, after, { from: 0, to: before.length, otherFrom: 0, otherTo: after.length }, pairs);
  return joined(pairs);
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}

function collect(
  before: readonly number[],
  after: readonly number[],
  range: Range,
  pairs: [number, number][],
): void {
  let { from, to, otherFrom, otherTo } = range;
  while (from < to && otherFrom < otherTo && before[from] === after[otherFrom]) {
    pairs.push([from, otherFrom]);
    from += 1;
    otherFrom += 1;
  }
  const tail: [number, number][] = [];
  while (from < to && otherFrom < otherTo && before[to - 1] === after[otherTo - 1]) {
    to -= 1;
    otherTo -= 1;
    tail.push([to, otherTo]);
  }
  if (from < to && otherFrom < otherTo) {
    const middle = { from, to, otherFrom, otherTo };
    const shortest = shortestEdit(before, after, middle);
    if (shortest !== undefined) for (const pair of shortest) pairs.push(pair);
    else betweenAnchors(before, after, middle, pairs);
  }
  for (const pair of tail.reverse()) pairs.push(pair);
}

/** The pairs of a shortest edit script, or undefined when that has too many edits. */
function shortestEdit(
  before: readonly number[],
  after: readonly number[],
  { from, to, otherFrom, otherTo }: Range,
): readonly [number, number][] | undefined {
  const width = to - from;
  const height = otherTo - otherFrom;
  const most = Math.min(width + height, MOST_EDITS);
  const furthest = new Int32Array(2 * most + 3);
  const middle = most + 1;
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    trace.push(furthest.slice(middle - edits - 1, middle + edits + 2));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const below = furthest[middle + diagonal + 1] ?? 0;
      const left = furthest[middle + diagonal - 1] ?? 0;
      let x = diagonal === -edits || (diagonal !== edits && left < below) ? below : left + 1;
      let y = x - diagonal;
      while (x < width && y < height && before[from + x] === after[otherFrom + y]) {
        x += 1;
        y += 1;
      }
      furthest[middle + diagonal] = x;
      if (x >= width && y >= height) return walkedBack(trace, width, height, from, otherFrom);
    }
  }
  return undefined;
}

function walkedBack(
  trace: readonly Int32Array[],
  width: number,
  height: number,
  from: number,
  otherFrom: number,
): readonly [number, number][] {
  const pairs: [number, number][] = [];
  let x = width;
  let y = height;
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const furthest = trace[edits];
    const at = (diagonal: number) => furthest?.[diagonal + edits + 1] ?? 0;
    const diagonal = x - y;
    const down = diagonal === -edits || (diagonal !== edits && at(diagonal - 1) < at(diagonal + 1));
    const previous = down ? diagonal + 1 : diagonal - 1;
    const startX = edits === 0 ? 0 : at(previous);
    const startY = edits === 0 ? 0 : startX - previous;
    const [afterX, afterY] = edits === 0 ? [0, 0] : down ? [startX, startY + 1] : [startX + 1, startY];
    while (x > afterX && y > afterY) {
      x -= 1;
      y -= 1;
      pairs.push([from + x, otherFrom + y]);
    }
    x = startX;
    y = startY;
  }
  return pairs.reverse();
}

/** Splits at the items that stand once in each list, as patience diff does; what has none is taken for replaced. */
function betweenAnchors(
  before: readonly number[],
  after: readonly number[],
  { from, to, otherFrom, otherTo }: Range,
  pairs: [number, number][],
): void {
  const places = onlyPlaces(before, from, to);
  const otherPlaces = onlyPlaces(after, otherFrom, otherTo);
  const shared: [number, number][] = [];
  for (const [item, place] of places) {
    const other = otherPlaces.get(item);
    if (place !== undefined && other !== undefined) shared.push([place, other]);
  }
  const inOrder = longestIncreasing(shared.map(([, other]) => other));
  let start = from;
  let otherStart = otherFrom;
  for (const [place, other] of shared.filter((_, index) => inOrder.has(index))) {
    // What the stretch before it took is behind these places already.
    collect(before, after, { from: start, to: place, otherFrom: otherStart, otherTo: other }, pairs);
    pairs.push([place, other]);
    start = place + 1;
    otherStart = other + 1;
  }
  if (inOrder.size > 0) collect(before, after, { from: start, to, otherFrom: otherStart, otherTo }, pairs);
}

/** Where each item stands, in order; undefined for those that stand there more than once. */
function onlyPlaces(items: readonly number[], from: number, to: number): Map<number, number | undefined> {
  const places = new Map<number, number | undefined>();
  for (let place = from; place < to; place += 1) {
    const item = items[place];
    if (item !== undefined) places.set(item, places.has(item) ? undefined : place);
  }
  return places;
}

function joined(pairs: readonly (readonly [number, number])[]): readonly Match[] {
  const matches: Match[] = [];
  for (const [before, after] of pairs) {
    const last = matches.at(-1);
    if (last !== undefined && last.before + last.length === before && last.after + last.length === after) {
      matches[matches.length - 1] = { ...last, length: last.length + 1 };
    } else matches.push({ before, after, length: 1 });
  }
  return matches;
}

/** Gives equal texts equal numbers, in both lists. */
export function numbered(
  before: readonly string[],
  after: readonly string[],
): readonly [readonly number[], readonly number[]] {
  const numbers = new Map<string, number>();
  const numberOf = (text: string) => {
    const known = numbers.get(text) ?? numbers.size;
    numbers.set(text, known);
    return known;
  };
  return [before.map(numberOf), after.map(numberOf)];
}
