/** A source of numbers that look random and are the same for the same seed. */
export interface Random {
  /** A whole number from 0 up to, but without, a bound. */
  below(bound: number): number;
  /** A number from 0 up to, but without, 1. */
  fraction(): number;
  /** One item of a list that is not empty. */
  one<Item>(items: readonly [Item, ...Item[]]): Item;
}

/** The generator mulberry32: small, fast, and good enough for test data. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number) => Math.floor(next() * bound);
  return { below, fraction: next, one: (items) => items[below(items.length)] ?? items[0] };
}

/** A UUID of version 4 (RFC 9562). */
export function uuidFrom(random: Random): string {
  return "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx".replace(/[xy]/g, (place) => {
    const digit = random.below(16);
    return (place === "x" ? digit : (digit & 0x3) | 0x8).toString(16);
  });
}
