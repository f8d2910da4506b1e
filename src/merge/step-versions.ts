import type { Document, StepEntry } from "../diff/document.js";
import { movedSteps } from "../diff/compare/steps.js";
import { matchSteps } from "../diff/match/match-steps.js";
import type { Matching } from "../diff/match/matching.js";
import type { Side } from "./conflict.js";
import type { ThreeWay } from "./merge-values.js";

/** One step in the three files, and an id by which it is the same in all of them. */
export interface StepVersions extends ThreeWay<StepEntry> {
  readonly id: string;
  /** The id of the container around it on each side; undefined for the action itself, or where the step is not. */
  readonly parents: ThreeWay<string>;
}

/** All steps of three files. */
export interface AllVersions {
  readonly steps: ReadonlyMap<string, StepVersions>;
  /** Ids of the steps of one container in one of the files; of the action itself without one. */
  readonly childrenIn: (side: Side | "base", container: string | undefined) => readonly string[];
  readonly moved: Readonly<Record<Side, ReadonlySet<string>>>;
}

/** Finds each step in all three files. Steps that both sides added under one name are taken for one step. */
export function stepVersions(documents: Readonly<Record<Side | "base", Document>>): AllVersions {
  const { base, ours, theirs } = documents;
  const matchings = { ours: matchSteps(base, ours), theirs: matchSteps(base, theirs) };
  const ids = {
    base: base.steps.map((_, index) => `base ${index}`),
    ours: idsOf(matchings.ours, "ours"),
    theirs: idsOf(matchings.theirs, "theirs"),
  };
  shareAdded(ours, theirs, ids);
  const places = { base: placesOf(ids.base), ours: placesOf(ids.ours), theirs: placesOf(ids.theirs) };
  const entryIn = (side: Side | "base", id: string) => documents[side].steps[places[side].get(id) ?? -1];
  const parentIn = (side: Side | "base", id: string) => {
    const container = entryIn(side, id)?.parent;
    return container === undefined ? undefined : ids[side][container];
  };
  const steps = new Map<string, StepVersions>();
  for (const id of new Set([...ids.base, ...ids.ours, ...ids.theirs])) {
    const versions = { base: entryIn("base", id), ours: entryIn("ours", id), theirs: entryIn("theirs", id) };
    const parents = {
      base: parentIn("base", id),
      ours: parentIn("ours", id),
      theirs: parentIn("theirs", id),
    };
    steps.set(id, { id, ...versions, parents });
  }
  const movedIds = (side: Side) =>
    new Set([...movedSteps(matchings[side])].flatMap((index) => ids[side][index] ?? []));
  return {
    steps,
    childrenIn: (side, container) => {
      const { steps: entries, topSteps } = documents[side];
      const place = container === undefined ? undefined : places[side].get(container);
      const children =
        container === undefined ? topSteps : place === undefined ? [] : entries[place]?.children;
      return (children ?? []).flatMap((index) => ids[side][index] ?? []);
    },
    moved: { ours: movedIds("ours"), theirs: movedIds("theirs") },
  };
}

function placesOf(ids: readonly string[]): ReadonlyMap<string, number> {
  return new Map(ids.map((id, index) => [id, index]));
}

function idsOf(matching: Matching, side: Side): string[] {
  return matching.after.steps.map((_, index) => {
    const partner = matching.toBefore(index);
    return partner === undefined ? `${side} ${index}` : `base ${partner}`;
  });
}

/** Gives a step that both sides added the same id. */
function shareAdded(
  ours: Document,
  theirs: Document,
  ids: { readonly ours: string[]; readonly theirs: string[] },
): void {
  const added = new Map<string, string>();
  for (const [index, { name }] of ours.steps.entries()) {
    const id = ids.ours[index] ?? "";
    if (id.startsWith("ours ") && name !== "" && !added.has(name)) added.set(name, id);
  }
  for (const [index, { name }] of theirs.steps.entries()) {
    const id = added.get(name);
    if (id === undefined || ids.theirs[index]?.startsWith("theirs ") !== true) continue;
    ids.theirs[index] = id;
    added.delete(name);
  }
}
