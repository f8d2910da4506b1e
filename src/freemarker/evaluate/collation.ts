/** How texts are ordered in a language such as `en_US`. */
export function collatorOf(locale: string): (left: string, right: string) => number {
  const known = collators.get(locale);
  if (known !== undefined) return known;
  const { compare } = new Intl.Collator(locale.replaceAll("_", "-"), { caseFirst: "lower" });
  collators.set(locale, compare);
  return compare;
}

const collators = new Map<string, (left: string, right: string) => number>();
