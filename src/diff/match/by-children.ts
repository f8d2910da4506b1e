import { own } from "../../targets/restore.js";
import type { StepEntry } from "../document.js";
import { sameValue } from "../equal.js";
import type { Matching } from "./matching.js";

/**
 * Pairs containers of one type that hold the same steps: at least half of what is in either of them. Inner containers
 * come first, as they are steps of outer ones.
 */
export function matchByChildren(matching: Matching): void {
  for (const index of matching.freeBefore().toReversed()) {
    const step = matching.before.steps[index];
    if (step?.children === undefined) continue;
    const [partner, count] = mostShared(matching, step.children);
    const other = partner === undefined ? undefined : matching.after.steps[partner];
    if (partner === undefined || other === undefined || matching.toBefore(partner) !== undefined) continue;
    const most = Math.max(step.children.length, other.children?.length ?? 0);
    if (2 * count >= most && sameType(step, other)) matching.pair(index, partner);
  }
}

/** The container that holds most of some steps in the second file, and how many of them. */
function mostShared(matching: Matching, children: readonly number[]): readonly [number | undefined, number] {
  const counts = new Map<number, number>();
  for (const child of children) {
    const partner = matching.toAfter(child);
    const container = partner === undefined ? undefined : matching.after.steps[partner]?.parent;
    if (container !== undefined) counts.set(container, (counts.get(container) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([, left], [, right]) => right - left);
  return best ?? [undefined, 0];
}

function sameType(one: StepEntry, other: StepEntry): boolean {
  return sameValue(own(one.fields, "type"), own(other.fields, "type"));
}
