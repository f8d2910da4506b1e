const MOST_ENTRIES = 500;

/** Remembers what a key stands for; forgets everything when there are too many keys. */
export function remembering<Value>(make: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = make(key);
    if (known.size >= MOST_ENTRIES) known.clear();
    known.set(key, value);
    return value;
  };
}
