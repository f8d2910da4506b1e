import type { Document } from "../document.js";
import { canonical } from "../equal.js";
import { without } from "../document.js";
import { matchByChildren } from "./by-children.js";
import { matchByOwnKeys } from "./by-own-keys.js";
import { matchBySimilarity } from "./by-similarity.js";
import { Matching } from "./matching.js";

/**
 * Finds each step of one file in another: by its name, by its content, by the steps in it, by the keys of
 * a container itself, by what most of it is like. Steps are looked for in all containers: a step that went into a loop is still that step.
 */
export function matchSteps(before: Document, after: Document): Matching {
  const matching = new Matching(before, after);
  // Steps that share a name are told apart by what is in them.
  const contents = new Contents(before, after);
  pairEqual(matching, (side, index) => {
    const name = nameIn(matching, side, index);
    return name !== undefined && contents.isShared(name) ? `${name}\n${contents.of(side, index)}` : undefined;
  });
  pairEqual(matching, (side, index) => nameIn(matching, side, index));
  pairEqual(matching, (side, index) => contents.of(side, index));
  matchByChildren(matching);
  matchByOwnKeys(matching);
  matchBySimilarity(matching);
  return matching;
}

type Side = "before" | "after";

/** A step without a name is not found by it. */
function nameIn({ before, after }: Matching, side: Side, index: number): string | undefined {
  const name = (side === "before" ? before : after).steps[index]?.name ?? "";
  return name === "" ? undefined : name;
}

/** Pairs free steps with the same key: first those in the same container, then the others, each time in order. */
function pairEqual(matching: Matching, keyOf: (side: Side, index: number) => string | undefined): void {
  const waiting = new Map<string, number[]>();
  for (const index of matching.freeAfter()) {
    const key = keyOf("after", index);
    if (key === undefined) continue;
    const others = waiting.get(key);
    if (others === undefined) waiting.set(key, [index]);
    else others.push(index);
  }
  for (const where of ["same container", "anywhere"] as const) {
    for (const index of matching.freeBefore()) {
      const candidates = waiting.get(keyOf("before", index) ?? "") ?? [];
      const place =
        where === "anywhere" ? 0 : candidates.findIndex((other) => inSame(matching, index, other));
      const [partner] = place < 0 ? [] : candidates.splice(place, 1);
      if (partner !== undefined) matching.pair(index, partner);
    }
  }
}

function inSame(matching: Matching, before: number, after: number): boolean {
  const one = matching.before.steps[before];
  const other = matching.after.steps[after];
  return one !== undefined && other !== undefined && matching.sameContainer(one, other);
}

/** Everything in a step but its name, as text. */
class Contents {
  private readonly shared = new Set<string>();
  private readonly known = { before: new Map<number, string>(), after: new Map<number, string>() };

  constructor(
    private readonly before: Document,
    private readonly after: Document,
  ) {
    for (const { steps } of [before, after]) {
      const names = new Set<string>();
      for (const { name } of steps) {
        if (names.has(name)) this.shared.add(name);
        names.add(name);
      }
    }
  }

  /** Whether several steps of a file have this name. */
  isShared(name: string): boolean {
    return this.shared.has(name);
  }

  of(side: Side, index: number): string {
    const known = this.known[side].get(index);
    if (known !== undefined) return known;
    const source = (side === "before" ? this.before : this.after).steps[index]?.source ?? {};
    const content = canonical(without(source, ["name"]));
    this.known[side].set(index, content);
    return content;
  }
}
