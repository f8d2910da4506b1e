import { changedSource } from "./step-changes.js";
import type { Conflicts, Side } from "./conflict.js";
import type { AllVersions, StepVersions } from "./step-versions.js";

/** Which steps there are in the end, and in which container each of them is. */
export interface StepTree {
  readonly parents: ReadonlyMap<string, string | undefined>;
}

/** Decides about each step whether it stays, and where. */
export function stepTree(all: AllVersions, conflicts: Conflicts): StepTree {
  const alive = new Map(
    [...all.steps.values()].filter((step) => stays(step, all, conflicts)).map((step) => [step.id, step]),
  );
  const parents = new Map([...alive.values()].map((step) => [step.id, parentOf(step, conflicts)]));
  breakCircles(parents, all, conflicts);
  keepContainers(parents, all, conflicts);
  return { parents };
}

function stays(step: StepVersions, all: AllVersions, conflicts: Conflicts): boolean {
  const { base, ours, theirs, id } = step;
  if (base === undefined) return true;
  if (ours !== undefined && theirs !== undefined) return true;
  const kept = ours ?? theirs;
  if (kept === undefined) return false;
  const keeper: Side = ours === undefined ? "theirs" : "ours";
  if (!changedSource(base, kept) && !all.moved[keeper].has(id)) return false;
  const values = { base: base.source, ours: ours?.source, theirs: theirs?.source };
  const conflict = { kind: "removed", owner: { in: "step", name: base.name }, key: [], ...values } as const;
  return conflicts.settle(conflict, keeper === "ours", keeper === "theirs");
}

function parentOf({ base, ours, theirs, parents }: StepVersions, conflicts: Conflicts): string | undefined {
  if (ours === undefined) return parents.theirs;
  if (theirs === undefined || parents.ours === parents.theirs) return parents.ours;
  if (base !== undefined && parents.base === parents.theirs) return parents.ours;
  if (base !== undefined && parents.base === parents.ours) return parents.theirs;
  const conflict = {
    kind: "place",
    owner: { in: "step", name: ours.name },
    key: [],
    base: base && pathText(base.path),
    ours: pathText(ours.path),
    theirs: pathText(theirs.path),
  } as const;
  return conflicts.settle(conflict, parents.ours, parents.theirs);
}

function pathText(path: readonly (string | number)[]): string {
  return `/${path.join("/")}`;
}

/** Two containers that each side put into the other one. */
function breakCircles(
  parents: Map<string, string | undefined>,
  all: AllVersions,
  conflicts: Conflicts,
): void {
  for (const id of parents.keys()) {
    const circle = circleFrom(id, parents);
    if (circle === undefined) continue;
    const names = circle.map((member) => nameOf(all, member));
    const conflict = {
      kind: "place",
      owner: { in: "step", name: nameOf(all, id) },
      key: [],
      base: undefined,
      ours: names,
      theirs: names.toReversed(),
    } as const;
    conflicts.settle(conflict, undefined, undefined);
    // Within one file there is no circle.
    for (const member of circle) parents.set(member, all.steps.get(member)?.parents[conflicts.prefer]);
  }
}

function circleFrom(
  id: string,
  parents: ReadonlyMap<string, string | undefined>,
): readonly string[] | undefined {
  const way: string[] = [];
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && parents.has(at); at = parents.get(at)) {
    if (seen.has(at)) return at === id ? way : undefined;
    seen.add(at);
    way.push(at);
  }
  return undefined;
}

/** A container that one side removed, into which the other one put something, or in which it left something. */
function keepContainers(
  parents: Map<string, string | undefined>,
  all: AllVersions,
  conflicts: Conflicts,
): void {
  for (let lost = orphanIn(parents); lost !== undefined; lost = orphanIn(parents)) {
    const { id, container } = lost;
    const versions = all.steps.get(container);
    const remover: Side = versions?.ours === undefined ? "ours" : "theirs";
    const conflict = {
      kind: "removed",
      owner: { in: "step", name: nameOf(all, container) },
      key: ["subSteps", nameOf(all, id)],
      base: versions?.base?.source,
      ours: versions?.ours?.source,
      theirs: versions?.theirs?.source,
    } as const;
    const isKept = conflicts.settle(conflict, remover !== "ours", remover !== "theirs");
    const isKnown = versions?.[conflicts.prefer] !== undefined;
    if (isKept && isKnown) parents.set(container, versions.parents[conflicts.prefer]);
    else removeWithInner(id, parents);
  }
}

function orphanIn(
  parents: ReadonlyMap<string, string | undefined>,
): { readonly id: string; readonly container: string } | undefined {
  for (const [id, container] of parents) {
    if (container !== undefined && !parents.has(container)) return { id, container };
  }
  return undefined;
}

function removeWithInner(id: string, parents: Map<string, string | undefined>): void {
  parents.delete(id);
  for (const [inner, container] of [...parents]) if (container === id) removeWithInner(inner, parents);
}

function nameOf(all: AllVersions, id: string): string {
  const step = all.steps.get(id);
  return (step?.ours ?? step?.theirs ?? step?.base)?.name ?? "";
}
