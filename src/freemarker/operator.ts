/** An operator or a bracket that stands in a text. */
export interface FoundOperator {
  /** One spelling for all that mean the same: `<` for `\lt` and `&lt;`. */
  readonly canonical: string;
  /** Of the spelling that was found. */
  readonly length: number;
}

/** Spellings and what they mean when that is not themselves. `>` is missing: what it is depends on the place. */
const SPELLINGS: readonly (readonly [spelling: string, canonical?: string])[] = [
  ["..<"],
  ["..!", "..<"],
  ["..*"],
  ["..."],
  [".."],
  ["."],
  ["??"],
  ["?"],
  ["=="],
  ["="],
  ["!="],
  ["!"],
  ["+="],
  ["++"],
  ["+"],
  ["-="],
  ["->"],
  ["-&gt;", "->"],
  ["--"],
  ["-"],
  ["*="],
  ["**"],
  ["*"],
  ["/="],
  ["/"],
  ["%="],
  ["%"],
  ["&lt;=", "<="],
  ["&lt;", "<"],
  ["&gt;=", ">="],
  ["&gt;", ">"],
  ["&amp;&amp;", "&&"],
  ["&&"],
  ["&", "&&"],
  ["||"],
  ["|", "||"],
  ["\\lte", "<="],
  ["\\lt", "<"],
  ["\\gte", ">="],
  ["\\gt", ">"],
  ["\\and", "&&"],
  ["<="],
  ["<"],
  [","],
  [";"],
  [":"],
  ["("],
  [")"],
  ["["],
  ["]"],
  ["{"],
  ["}"],
];

interface Spelling extends FoundOperator {
  readonly spelling: string;
}

/** By the code of the first character; longer spellings stand before those they start with. */
const BY_FIRST_CHARACTER: readonly (readonly Spelling[])[] = Array.from({ length: 128 }, (_, code) =>
  SPELLINGS.filter(([spelling]) => spelling.charCodeAt(0) === code).map(
    ([spelling, canonical = spelling]) => ({
      spelling,
      canonical,
      length: spelling.length,
    }),
  ),
);

/** The longest operator at a place of a text, if there is one. */
export function matchOperator(text: string, at: number): FoundOperator | undefined {
  const candidates = BY_FIRST_CHARACTER[text.charCodeAt(at)];
  if (candidates === undefined) return undefined;
  for (const candidate of candidates) if (text.startsWith(candidate.spelling, at)) return candidate;
  return undefined;
}
