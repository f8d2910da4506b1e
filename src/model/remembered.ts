/** So many results are remembered, and none for a longer text: a large batch must not fill the memory. */
const MOST = 300;
const LONGEST = 10_000;

/**
 * A pure function of a text that remembers its results. Files of one action share most of their texts, whoever they
 * are for.
 */
export function remembered<Result>(work: (text: string) => Result): (text: string) => Result {
  const results = new Map<string, { readonly result: Result }>();
  return (text) => {
    const before = results.get(text);
    if (before !== undefined) return before.result;
    const result = work(text);
    if (results.size >= MOST) results.clear();
    if (text.length <= LONGEST) results.set(text, { result });
    return result;
  };
}
