import type { JsonObject, JsonValue } from "../../model/json.js";
import { own } from "../../targets/restore.js";
import type { Change, StepPair, StepPlace } from "../change.js";
import { siblingsIn, type Document, type StepEntry } from "../document.js";
import { longestIncreasing } from "../longest-increasing.js";
import type { Matching } from "../match/matching.js";
import { comparedFields, headerKey, pairedByName } from "./named.js";
import { valueChanges } from "./values.js";

/** What became of the steps, in the order of the second file; what went stands where it was. */
export function stepChanges(matching: Matching): readonly Change[] {
  const moved = movedSteps(matching);
  return changesIn(matching, moved, undefined, undefined);
}

/**
 * The steps of the second file that moved: those that came from another container, and the fewest of the others that
 * must move to put each container in order.
 */
export function movedSteps(matching: Matching): ReadonlySet<number> {
  const { before, after } = matching;
  const moved = new Set<number>();
  const stayed = new Map<number | undefined, { readonly index: number; readonly position: number }[]>();
  for (const [index, step] of after.steps.entries()) {
    const partner = matching.toBefore(index);
    const old = partner === undefined ? undefined : before.steps[partner];
    if (old === undefined) continue;
    if (!matching.sameContainer(old, step)) moved.add(index);
    else {
      const siblings = stayed.get(step.parent) ?? [];
      if (siblings.length === 0) stayed.set(step.parent, siblings);
      siblings.push({ index, position: old.position });
    }
  }
  for (const siblings of stayed.values()) {
    // Steps are listed container by container, so sub-steps of a step stand between its neighbours, but in order.
    const inOrder = longestIncreasing(siblings.map(({ position }) => position));
    for (const [place, { index }] of siblings.entries()) if (!inOrder.has(place)) moved.add(index);
  }
  return moved;
}

function changesIn(
  matching: Matching,
  moved: ReadonlySet<number>,
  beforeParent: number | undefined,
  afterParent: number | undefined,
): readonly Change[] {
  const { before, after } = matching;
  const changes: Change[] = [];
  const removed = siblingsIn(before, beforeParent).filter((index) => matching.toAfter(index) === undefined);
  let next = 0;
  const removeUpTo = (position: number) => {
    for (let index = removed[next]; index !== undefined; index = removed[next]) {
      if ((before.steps[index]?.position ?? 0) >= position) break;
      changes.push(...removal(matching, index));
      next += 1;
    }
  };
  for (const index of siblingsIn(after, afterParent)) {
    const partner = matching.toBefore(index);
    if (partner !== undefined && !moved.has(index)) removeUpTo(before.steps[partner]?.position ?? 0);
    changes.push(...changesOf(matching, moved, partner, index));
  }
  removeUpTo(Infinity);
  return changes;
}

function changesOf(
  matching: Matching,
  moved: ReadonlySet<number>,
  partner: number | undefined,
  index: number,
): readonly Change[] {
  const { before, after } = matching;
  const step = after.steps[index];
  const old = partner === undefined ? undefined : before.steps[partner];
  if (step === undefined) return [];
  if (old === undefined || partner === undefined) {
    const content = onlyNew(after, index, (inner) => matching.toBefore(inner) === undefined);
    const added: Change = { kind: "step-added", step: placeOf(after, index), content };
    return [added, ...survivorsIn(matching, moved, index)];
  }
  const pair: StepPair = { before: placeOf(before, partner), after: placeOf(after, index) };
  return [
    ...(old.name === step.name ? [] : [{ kind: "step-renamed", step: pair } as const]),
    ...(moved.has(index) ? [{ kind: "step-moved", step: pair } as const] : []),
    ...keyChanges(old, step, pair),
    ...changesIn(matching, moved, partner, index),
  ];
}

/** What became of steps that are old inside a container that is new. */
function survivorsIn(matching: Matching, moved: ReadonlySet<number>, container: number): readonly Change[] {
  return siblingsIn(matching.after, container).flatMap((index) => {
    const partner = matching.toBefore(index);
    return partner === undefined
      ? survivorsIn(matching, moved, index)
      : changesOf(matching, moved, partner, index);
  });
}

function removal(matching: Matching, index: number): readonly Change[] {
  const { before } = matching;
  const content = onlyNew(before, index, (inner) => matching.toAfter(inner) === undefined);
  return [{ kind: "step-removed", step: placeOf(before, index), content }];
}

/** A step with those of its sub-steps that came, or went, with it. */
function onlyNew(document: Document, index: number, isNew: (inner: number) => boolean): JsonObject {
  const step = document.steps[index];
  if (step?.children === undefined) return step?.source ?? {};
  const subSteps: JsonValue = step.children.filter(isNew).map((inner) => onlyNew(document, inner, isNew));
  return Object.fromEntries(
    Object.entries(step.source).map(([key, value]) => [key, key === "subSteps" ? subSteps : value]),
  );
}

/** Keys and headers of a step that is in both files. */
function keyChanges(before: StepEntry, after: StepEntry, pair: StepPair): readonly Change[] {
  const paths = { beforePath: before.path, afterPath: after.path };
  const fields = { before: comparable(before, after), after: comparable(after, before) };
  return [
    ...valueChanges({ owner: { in: "step", step: pair }, ...fields, ...paths }),
    ...headerChanges(before, after, pair),
  ];
}

/**
 * The keys of a step. A step without a type is a request, whichever of the two says so; an empty list says something
 * only where the other step has no list at all.
 */
function comparable({ fields, headers, children }: StepEntry, other: StepEntry): JsonObject {
  return {
    ...(own(fields, "type") === undefined ? { type: "HTTP_REQUEST" } : {}),
    ...fields,
    ...(headers?.entries.length === 0 && other.headers === undefined ? { headers: [] } : {}),
    ...(children?.length === 0 && other.children === undefined ? { subSteps: [] } : {}),
  };
}

function headerChanges(before: StepEntry, after: StepEntry, step: StepPair): readonly Change[] {
  return pairedByName(before.headers, after.headers, headerKey).flatMap((pair): readonly Change[] => {
    if (pair.kind !== "both") {
      const { name, fields, path } = pair.entry;
      return [{ kind: `header-${pair.kind}`, step, name, fields, path }];
    }
    return valueChanges({
      owner: { in: "header", step, name: pair.after.name },
      before: comparedFields(pair.before, "header"),
      after: comparedFields(pair.after, "header"),
      beforePath: pair.before.path,
      afterPath: pair.after.path,
    });
  });
}

/** Where a step stands, in words that a person can follow. */
export function placeOf(document: Document, index: number): StepPlace {
  const step = document.steps[index];
  const containers: string[] = [];
  for (let parent = step?.parent; parent !== undefined; parent = document.steps[parent]?.parent) {
    containers.unshift(document.steps[parent]?.name ?? "");
  }
  const sibling = siblingsIn(document, step?.parent)[(step?.position ?? 0) - 1];
  return {
    name: step?.name ?? "",
    containers,
    after: sibling === undefined ? undefined : document.steps[sibling]?.name,
    path: step?.path ?? [],
  };
}
