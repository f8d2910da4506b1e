import { siblingsIn, type Document, type StepEntry } from "../document.js";
import type { JsonValue } from "../../model/json.js";
import { isJsonArray, isJsonObject } from "../../model/json.js";
import type { Matching } from "./matching.js";

/** Two steps that have less than this in common are two steps. */
const LEAST_SIMILAR = 0.45;

/** A word that more steps than this have tells nothing about which is which. */
const MOST_HOLDERS = 12;

/** So many candidates are compared word by word. */
const MOST_CANDIDATES = 8;

/**
 * Pairs the steps that are left over and have most of their words in common, the most similar first.
 *
 * Only steps that share a rare word, or stand at the same place, are compared: comparing all would take the square of
 * their number.
 */
export function matchBySimilarity(matching: Matching): void {
  const before = matching.freeBefore();
  const after = matching.freeAfter();
  if (before.length === 0 || after.length === 0) return;
  const bagsBefore = matching.before.steps.map((_, index) => bagOf(matching.before, index));
  const bagsAfter = matching.after.steps.map((_, index) => bagOf(matching.after, index));
  const weightOf = weights(bagsBefore, bagsAfter);
  const holders = holdersOf(after, bagsAfter);
  const found = before.flatMap((index) => {
    const bag = bagsBefore[index] ?? EMPTY;
    return candidates(matching, index, bag, holders).map((other) => ({
      before: index,
      after: other,
      score: similarity(bag, bagsAfter[other] ?? EMPTY, weightOf),
    }));
  });
  found.sort(
    (left, right) => right.score - left.score || left.before - right.before || left.after - right.after,
  );
  for (const pair of found) {
    const isFree = matching.toAfter(pair.before) === undefined && matching.toBefore(pair.after) === undefined;
    if (isFree && pair.score >= LEAST_SIMILAR) matching.pair(pair.before, pair.after);
  }
}

/** How often each word stands in a step. */
type Bag = ReadonlyMap<string, number>;

const EMPTY: Bag = new Map<string, number>();

/** What a word says about a step: the less, the more steps of one file hold it. Logins stand in nearly all. */
function weights(before: readonly Bag[], after: readonly Bag[]): (word: string) => number {
  const [inBefore, inAfter] = [before, after].map((bags) => {
    const counts = new Map<string, number>();
    for (const bag of bags) for (const word of bag.keys()) counts.set(word, (counts.get(word) ?? 0) + 1);
    return counts;
  });
  return (word) => 1 / Math.max(inBefore?.get(word) ?? 0, inAfter?.get(word) ?? 0, 1);
}

function bagOf({ steps }: Document, index: number): Bag {
  const bag = new Map<string, number>();
  const add = (word: string) => bag.set(word, (bag.get(word) ?? 0) + 1);
  const step = steps[index];
  if (step === undefined) return bag;
  addWords(step.fields, add);
  for (const header of step.headers?.entries ?? []) addWords(header.source, add);
  for (const child of step.children ?? []) add(`step ${steps[child]?.name ?? ""}`);
  return bag;
}

/** Words of texts, with their keys: `get` as a method and `get` in a text are two words. */
function addWords(value: JsonValue, add: (word: string) => void, key = ""): void {
  if (isJsonArray(value)) value.forEach((item) => addWords(item, add, key));
  else if (isJsonObject(value)) {
    for (const [name, held] of Object.entries(value)) addWords(held, add, name);
  } else if (typeof value !== "string") add(`${key} ${String(value)}`);
  else for (const word of value.match(/[\p{L}\p{N}_]+|[^\p{L}\p{N}_\s]+/gu) ?? [""]) add(`${key} ${word}`);
}

function holdersOf(steps: readonly number[], bags: readonly Bag[]): ReadonlyMap<string, readonly number[]> {
  const holders = new Map<string, number[]>();
  for (const index of steps) {
    for (const word of (bags[index] ?? EMPTY).keys()) {
      const known = holders.get(word);
      if (known === undefined) holders.set(word, [index]);
      else if (known.length <= MOST_HOLDERS) known.push(index);
    }
  }
  return holders;
}

function candidates(
  matching: Matching,
  index: number,
  bag: Bag,
  holders: ReadonlyMap<string, readonly number[]>,
): readonly number[] {
  const shared = new Map<number, number>();
  for (const word of bag.keys()) {
    const found = holders.get(word) ?? [];
    if (found.length > MOST_HOLDERS) continue;
    for (const other of found) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  const best = [...shared].sort(([one, left], [other, right]) => right - left || one - other);
  const near = neighbours(matching, index);
  return [...new Set([...best.slice(0, MOST_CANDIDATES).map(([other]) => other), ...near])];
}

/** The free steps that stand where this one stood: at the same place, or behind the partner of the step before it. */
function neighbours(matching: Matching, index: number): readonly number[] {
  const step = matching.before.steps[index];
  if (step === undefined) return [];
  const siblings = siblingsIn(matching.before, step.parent);
  const parent = step.parent === undefined ? undefined : matching.toAfter(step.parent);
  if (step.parent !== undefined && parent === undefined) return [];
  const others = siblingsIn(matching.after, parent);
  const previous = previousPartner(matching, siblings, step);
  return [others[step.position], others[previous + 1]].filter(
    (other): other is number => other !== undefined && matching.toBefore(other) === undefined,
  );
}

function previousPartner(matching: Matching, siblings: readonly number[], step: StepEntry): number {
  const sibling = siblings[step.position - 1];
  const partner = sibling === undefined ? undefined : matching.toAfter(sibling);
  return partner === undefined ? step.position - 1 : (matching.after.steps[partner]?.position ?? -1);
}

/** Dice's coefficient: twice what is shared, as a part of everything. */
function similarity(one: Bag, other: Bag, weightOf: (word: string) => number): number {
  let shared = 0;
  let all = 0;
  for (const [word, count] of one) {
    const weight = weightOf(word);
    shared += weight * Math.min(count, other.get(word) ?? 0);
    all += weight * count;
  }
  for (const [word, count] of other) all += weightOf(word) * count;
  return all === 0 ? 1 : (2 * shared) / all;
}
