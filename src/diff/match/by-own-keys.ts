import { canonical } from "../equal.js";
import { without, type Document } from "../document.js";
import type { Matching } from "./matching.js";

/** Keys that say nothing about which container it is. */
const COMMON = ["name", "type", "subSteps", "executionCondition", "customExecutionCondition"];

/**
 * Pairs containers that nothing but their names and what is in them tells apart: a loop over the same list is the same
 * loop, whatever became of its steps. Where several could be meant, none is taken.
 */
export function matchByOwnKeys(matching: Matching): void {
  const after = onlyOnes(matching.after, matching.freeAfter());
  for (const [key, index] of onlyOnes(matching.before, matching.freeBefore())) {
    const partner = after.get(key);
    if (partner !== undefined) matching.pair(index, partner);
  }
}

/** The containers whose own keys no other one has, by those keys. */
function onlyOnes({ steps }: Document, free: readonly number[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const repeated = new Set<string>();
  for (const index of free) {
    const step = steps[index];
    if (step?.children === undefined) continue;
    if (Object.keys(without(step.source, COMMON)).length === 0) continue;
    const key = canonical(without(step.source, ["name", "subSteps"]));
    if (found.has(key)) repeated.add(key);
    found.set(key, index);
  }
  return new Map([...found].filter(([key]) => !repeated.has(key)));
}
