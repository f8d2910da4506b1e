import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { documentChanges } from "../../src/diff/compare/documents.js";
import { mergeExports, type MergeOutcome } from "../../src/merge/merge.js";
import type { Conflict, Side } from "../../src/merge/conflict.js";
import { readExport } from "../../src/diff/read-export.js";
import type { JsonObject } from "../../src/model/json.js";
import {
  nodesOf,
  readModel,
  sampleNode,
  withFields,
  withInserted,
  withLine,
  withoutNode,
  type Model,
  type Node,
} from "../diff/random-model.js";
import { said } from "../diff/said.js";

type Apply = (model: Model) => Model;

const set =
  (id: string, fields: JsonObject): Apply =>
  (model) =>
    withFields(model, id, (old) => ({ ...old, ...fields }));

/** An edit of one step by one side. Both sides may edit one step, as long as it is another part of it. */
function editOf(kind: number, { id, children }: Node, side: Side): Apply {
  const isLoop = children !== undefined;
  const key = side === "ours" ? "colour" : "shape";
  switch (kind % 6) {
    case 0:
      return set(id, { [key]: { of: side } });
    case 1:
      return side === "ours" ? set(id, { name: `ours_${id}` }) : set(id, { executionCondition: "CUSTOM" });
    case 2:
      return isLoop
        ? set(id, { [key]: [1] })
        : (model) => withLine(model, id, side === "ours" ? 1 : 9, `line of ${side}`);
    case 3:
      return isLoop
        ? (model) => model
        : set(id, side === "ours" ? { url: "https://ours" } : { method: "PATCH" });
    default:
      return (model) => model;
  }
}

function described({ head }: Model): string {
  const { description } = head;
  return typeof description === "string" ? description : "";
}

/** So many steps stand at the top at least, so that what the sides place has steps between. */
const LEAST_STEPS = 14;

interface Disjoint {
  readonly base: Model;
  readonly ours: Model;
  readonly theirs: Model;
  /** Both lists of edits, applied one after the other. */
  readonly both: Model;
}

const sampleModel = fc
  .tuple(
    fc.array(fc.option(fc.integer({ min: 1, max: 3 }), { freq: 3 }), {
      minLength: LEAST_STEPS,
      maxLength: 18,
    }),
    fc.constantFrom("action", "actionSequence"),
  )
  .map(([loops, root]): Model => ({
    root,
    head: { name: "A", description: "one\ntwo\nthree\nfour\nfive", extra: { left: 1, right: 2 } },
    variables: [0, 1, 2, 3].map((index) => ({ name: `v${index}`, value: "x" })),
    steps: loops.map((inner, index) => {
      if (inner === null) return sampleNode(`s${index}`, index);
      const children = Array.from({ length: inner }, (_, at) =>
        sampleNode(`s${index}c${at}`, 100 * index + at),
      );
      return sampleNode(`s${index}`, index, children);
    }),
  }));

/** What a side does to the list of steps: far from what the other one does. */
function structureEdits(model: Model, side: Side, kinds: readonly number[]): readonly Apply[] {
  const { steps } = model;
  const count = steps.length;
  const after = steps[side === "ours" ? 1 : count - 3]?.id ?? "";
  const middle = steps.slice(5, count - 5).filter((_, index) => index % 2 === (side === "ours" ? 0 : 1));
  const [first, second] = middle;
  const [isAdded = 0, isMoved = 0, isRemoved = 0] = kinds;
  const added: Apply = (before) => withInserted(before, sampleNode(`${side}_new`, 9000), { after });
  const moved: Apply = (before) => {
    const node = nodesOf(before).find(({ id }) => id === first?.id);
    return node === undefined ? before : withInserted(withoutNode(before, node.id), node, { after });
  };
  const removed: Apply = (before) => withoutNode(before, second?.id ?? first?.id ?? "");
  const canRemove = second !== undefined || isMoved % 2 === 1;
  return [
    ...(isAdded % 2 === 0 ? [added] : []),
    ...(isMoved % 2 === 0 ? [moved] : []),
    ...(isRemoved % 2 === 0 && canRemove ? [removed] : []),
  ];
}

const disjoint: fc.Arbitrary<Disjoint> = fc
  .tuple(
    sampleModel,
    fc.array(fc.nat(20), { minLength: 80, maxLength: 80 }),
    fc.array(fc.nat(20), { minLength: 80, maxLength: 80 }),
    fc.array(fc.nat(1), { minLength: 3, maxLength: 3 }),
    fc.array(fc.nat(1), { minLength: 3, maxLength: 3 }),
  )
  .map(([base, ourKinds, theirKinds, ourStructure, theirStructure]) => {
    const edits = (side: Side, kinds: readonly number[], structure: readonly number[]) => {
      // What is moved or removed by either side is edited by none: that is for the tests of conflicts.
      const isFree = (id: string) => {
        const top = base.steps.findIndex((step) => step.id === id || id.startsWith(`${step.id}c`));
        return top < 5 || top >= base.steps.length - 5;
      };
      const own = nodesOf(base).flatMap((node, index) =>
        isFree(node.id) ? [editOf(kinds[index] ?? 5, node, side)] : [],
      );
      const head: Apply = (model) => ({
        ...model,
        head:
          side === "ours"
            ? { ...model.head, description: described(model).replace("one", "eins") }
            : { ...model.head, description: described(model).replace("four", "vier") },
        variables: model.variables.flatMap((variable) => {
          if (variable["name"] === (side === "ours" ? "v0" : "v1")) return [{ ...variable, value: side }];
          return variable["name"] === (side === "ours" ? "v2" : "v3") ? [] : [variable];
        }),
      });
      return [...own, head, ...structureEdits(base, side, structure)];
    };
    const ours = edits("ours", ourKinds, ourStructure);
    const theirs = edits("theirs", theirKinds, theirStructure);
    const apply = (model: Model, list: readonly Apply[]) =>
      list.reduce((before, edit) => edit(before), model);
    return {
      base,
      ours: apply(base, ours),
      theirs: apply(base, theirs),
      both: apply(apply(base, ours), theirs),
    };
  });

function merged({ base, ours, theirs }: Omit<Disjoint, "both">, prefer?: Side): MergeOutcome {
  return mergeExports({ base: readModel(base), ours: readModel(ours), theirs: readModel(theirs) }, prefer);
}

function inWords({ kind, owner, key }: Conflict): string {
  const name = "name" in owner ? ` ${owner.name}` : "";
  return `${kind} ${owner.in}${name}: ${key.join(".")}`;
}

/** How a merged file differs from a model. */
function differences(outcome: MergeOutcome, model: Model): readonly string[] {
  if (outcome.kind === "conflicts") return outcome.conflicts.map(inWords);
  if (outcome.kind === "unlike") return ["unlike"];
  const reading = readExport(outcome.bytes);
  if (reading.kind !== "read") return [reading.problem.message];
  return documentChanges(readModel(model).document, reading.file.document).map(said);
}

describe("a merge", () => {
  test("of edits that do not touch is what both give, one after the other", () => {
    fc.assert(
      fc.property(disjoint, (models) => {
        expect(differences(merged(models), models.both)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("does not depend on which side is which", () => {
    fc.assert(
      fc.property(disjoint, ({ base, ours, theirs, both }) => {
        expect(differences(merged({ base, ours: theirs, theirs: ours }), both)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test("with a side that changed nothing is the other side, byte for byte", () => {
    fc.assert(
      fc.property(disjoint, ({ base, ours }) => {
        const [before, after] = [readModel(base), readModel(ours)];
        const all = [
          mergeExports({ base: before, ours: after, theirs: before }),
          mergeExports({ base: before, ours: before, theirs: after }),
          mergeExports({ base: before, ours: after, theirs: after }),
        ];
        for (const outcome of all) {
          expect(outcome).toMatchObject({ kind: "merged", settled: [] });
          expect(outcome.kind === "merged" && Buffer.from(outcome.bytes).equals(after.bytes)).toBe(true);
        }
      }),
      { numRuns: 20 },
    );
  });

  test("of edits that touch gives exactly those conflicts, and either side can win", () => {
    fc.assert(
      fc.property(disjoint, fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 4 }), (models, clashes) => {
        const { base, both } = models;
        const clashing = clashes.flatMap((index) => {
          const step = base.steps[index];
          return step === undefined ? [] : [{ id: step.id, isLoop: step.children !== undefined }];
        });
        const clash = (model: Model, side: Side) =>
          clashing.reduce((before, { id, isLoop }) => {
            const edit = isLoop
              ? set(id, { itemKey: `of_${side}` })
              : (all: Model) => withLine(all, id, 5, side);
            return edit(before);
          }, model);
        const touched = { base, ours: clash(models.ours, "ours"), theirs: clash(models.theirs, "theirs") };
        const outcome = merged(touched);
        const nameNow = (id: string) => {
          const name = nodesOf(both).find((node) => node.id === id)?.fields["name"];
          return typeof name === "string" ? name : id;
        };
        const expected = clashing.map(({ id, isLoop }) => {
          return `value step ${nameNow(id)}: ${isLoop ? "itemKey" : "body"}`;
        });
        expect(outcome.kind === "conflicts" ? outcome.conflicts.map(inWords).sort() : []).toEqual(
          expected.sort(),
        );
        // Lines of a body that both changed are settled for the whole body.
        const loops = clashing.filter(({ isLoop }) => isLoop);
        if (loops.length < clashing.length) return;
        for (const side of ["ours", "theirs"] as const) {
          expect(differences(merged(touched, side), clash(both, side))).toEqual([]);
        }
      }),
      { numRuns: 50 },
    );
  });
});
