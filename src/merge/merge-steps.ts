import { headerKey } from "../diff/compare/named.js";
import type { Document } from "../diff/document.js";
import type { JsonObject, JsonValue } from "../model/json.js";
import type { Conflicts, Side } from "./conflict.js";
import { mergeNamed } from "./merge-named.js";
import { mergedOrder } from "./merge-order.js";
import { mergeObject } from "./merge-values.js";
import { stepTree } from "./step-tree.js";
import { stepVersions, type AllVersions, type StepVersions } from "./step-versions.js";

/** Merges the steps of three files: which there are, where they stand, and what is in them. */
export function mergeSteps(
  documents: Readonly<Record<Side | "base", Document>>,
  conflicts: Conflicts,
): readonly JsonObject[] {
  const all = stepVersions(documents);
  const { parents } = stepTree(all, conflicts);
  const members = new Map<string | undefined, Set<string>>();
  for (const [id, container] of parents) {
    const inside = members.get(container) ?? new Set<string>();
    members.set(container, inside.add(id));
  }
  return new StepMerger(all, members, conflicts).stepsIn(undefined);
}

class StepMerger {
  constructor(
    private readonly all: AllVersions,
    private readonly members: ReadonlyMap<string | undefined, ReadonlySet<string>>,
    private readonly conflicts: Conflicts,
  ) {}

  stepsIn(container: string | undefined): readonly JsonObject[] {
    return this.orderIn(container).flatMap((id) => {
      const step = this.all.steps.get(id);
      return step === undefined ? [] : [this.merged(step)];
    });
  }

  private orderIn(container: string | undefined): readonly string[] {
    const members = this.members.get(container);
    if (members === undefined) return [];
    const { childrenIn, moved, steps } = this.all;
    const lists = {
      base: childrenIn("base", container),
      ours: childrenIn("ours", container),
      theirs: childrenIn("theirs", container),
    };
    const sets = { members, movedByOurs: moved.ours, movedByTheirs: moved.theirs };
    const { order, isOpen } = mergedOrder({ ...lists, ...sets }, this.conflicts.prefer);
    if (isOpen) {
      const name = (id: string) => {
        const step = steps.get(id);
        return (step?.ours ?? step?.theirs ?? step?.base)?.name ?? "";
      };
      const owner =
        container === undefined
          ? ({ in: "configuration" } as const)
          : ({ in: "step", name: name(container) } as const);
      const key = [container === undefined ? "steps" : "subSteps"];
      const { base, ours, theirs } = lists;
      const values = { base: base.map(name), ours: ours.map(name), theirs: theirs.map(name) };
      this.conflicts.settle({ kind: "order", owner, key, ...values }, undefined, undefined);
    }
    return order;
  }

  private merged(step: StepVersions): JsonObject {
    const { base, ours, theirs, id } = step;
    const versions = isOnOneSide(step) ? { base: undefined, ours, theirs } : { base, ours, theirs };
    const name = (ours ?? theirs)?.name ?? "";
    const sources = {
      base: versions.base?.source,
      ours: ours?.source,
      theirs: theirs?.source,
    };
    const headers = [base, ours, theirs].every((version) => version?.headers !== undefined)
      ? () =>
          mergeNamed(
            { base: base?.headers, ours: ours?.headers, theirs: theirs?.headers },
            headerKey,
            (header) => ({ in: "header", step: name, name: header }),
            this.conflicts,
          )
      : undefined;
    return mergeObject(sources, { owner: { in: "step", name }, key: [] }, this.conflicts, {
      headers,
      subSteps: hasSubSteps(step) ? () => this.subSteps(step, id) : undefined,
    });
  }

  /** The sub-steps of a step; undefined when it has no list of them in the end. */
  private subSteps({ base, ours, theirs }: StepVersions, id: string): JsonValue | undefined {
    const steps = this.stepsIn(id);
    if (steps.length > 0) return steps;
    const [was, our, their] = [base, ours, theirs].map((version) => version?.children !== undefined);
    const isThere =
      ours === undefined ? their : theirs === undefined || our === their || was === their ? our : their;
    return isThere === true ? [] : undefined;
  }
}

/** What only one side has is taken as it is: it was added, or what both did to it is settled. */
function isOnOneSide({ ours, theirs }: StepVersions): boolean {
  return ours === undefined || theirs === undefined;
}

/** Whether the sub-steps of all versions are steps that were looked at one by one. */
function hasSubSteps({ base, ours, theirs }: StepVersions): boolean {
  return [base, ours, theirs].every(
    (version) =>
      version === undefined || version.children !== undefined || !Object.hasOwn(version.source, "subSteps"),
  );
}
