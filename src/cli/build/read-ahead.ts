/** So many are being read while one is worked on. */
const AHEAD = 8;

/** Reads one thing after the other, and the next few while one of them is worked on. */
export async function* readAhead<Name, Thing>(
  names: readonly Name[],
  read: (name: Name) => Promise<Thing>,
): AsyncGenerator<Thing> {
  const waiting: Promise<Thing>[] = [];
  for (const name of names) {
    const reading = read(name);
    // A failure is thrown where its turn comes, or not at all when nobody asks any more.
    reading.catch(() => undefined);
    waiting.push(reading);
    if (waiting.length <= AHEAD) continue;
    const first = waiting.shift();
    if (first !== undefined) yield await first;
  }
  for (const thing of waiting) yield await thing;
}
