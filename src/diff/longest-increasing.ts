/**
 * The places of a longest strictly increasing part of a list of different numbers: everything else is the fewest items
 * that must move to put the list in order.
 */
export function longestIncreasing(numbers: readonly number[]): ReadonlySet<number> {
  /** For each length, the place of the smallest number that ends such a part. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [place, number] of numbers.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const end = ends[middle];
      if (end !== undefined && (numbers[end] ?? Infinity) < number) low = middle + 1;
      else high = middle;
    }
    before[place] = low === 0 ? undefined : ends[low - 1];
    ends[low] = place;
  }
  const places = new Set<number>();
  for (let place = ends.at(-1); place !== undefined; place = before[place]) places.add(place);
  return places;
}
