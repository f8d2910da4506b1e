/** A template made from a valid one by deleting, doubling or swapping a token. */
export interface Mutant {
  readonly id: string;
  readonly template: string;
}

const TOKEN =
  /<#--|-->|<\/?[#@]?[A-Za-z_]*|\$\{|#\{|\/>|"[^"]*"|'[^']*'|[\p{L}_][\p{L}\p{N}_]*|\d+|\s+|&&|\|\||\?\?|[=!<>]=|\.\.[<!*]?|->|[^]/gu;

/** A sequence of numbers from 0 to below 1 that is the same every time. Source: mulberry32, a public-domain generator. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Different mutants of some templates, always the same ones for the same seed. */
export function mutantsOf(templates: readonly string[], count: number, seed: number): readonly Mutant[] {
  const random = seeded(seed);
  const pick = (below: number) => Math.floor(random() * below);
  const seen = new Set(templates);
  const mutants: Mutant[] = [];
  for (let attempt = 0; mutants.length < count && attempt < count * 20; attempt += 1) {
    const tokens = (templates[pick(templates.length)] ?? "").match(TOKEN) ?? [];
    if (tokens.length < 3) continue;
    const template = mutated(tokens, pick(3), pick(tokens.length - 1));
    if (seen.has(template)) continue;
    seen.add(template);
    mutants.push({ id: `mutant-${seed}-${mutants.length}`, template });
  }
  return mutants;
}

function mutated(tokens: readonly string[], kind: number, at: number): string {
  const [before, token, next, after] = [
    tokens.slice(0, at),
    tokens[at] ?? "",
    tokens[at + 1] ?? "",
    tokens.slice(at + 2),
  ];
  const middle = kind === 0 ? [next] : kind === 1 ? [token, token, next] : [next, token];
  return [...before, ...middle, ...after].join("");
}
