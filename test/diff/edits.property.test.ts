import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { documentChanges } from "../../src/diff/compare/documents.js";
import { differenceOf } from "../../src/diff/difference.js";
import { isJsonArray, isJsonObject, type JsonValue } from "../../src/model/json.js";
import { inShape } from "../../src/shapes/translate.js";
import { otherShape } from "../shapes/other-shape.js";
import { editedModels } from "./random-edits.js";
import {
  fileOf,
  models,
  nodesOf,
  readModel,
  readValue,
  sampleNode,
  withFields,
  withInserted,
  withNode,
  withoutNode,
  type Model,
} from "./random-model.js";
import { said } from "./said.js";

const changesOf = (before: Model, after: Model) =>
  documentChanges(readModel(before).document, readModel(after).document);

const saidOf = (before: Model, after: Model) => changesOf(before, after).map(said).sort();

/** What the same change is called by who looks the other way. */
function turned(line: string): string {
  const renamed = /^step-renamed (\S+) (\S+)$/.exec(line);
  if (renamed !== null) return `step-renamed ${renamed[2] ?? ""} ${renamed[1] ?? ""}`;
  // The other edits of a renamed step are told under the name that it has afterwards.
  const named = line.replace(/^(step|header-added) new_/, "$1 ");
  return named.replace(/added|removed/, (word) => (word === "added" ? "removed" : "added"));
}

describe("random edits", () => {
  test("are named exactly, each of them and nothing else", () => {
    fc.assert(
      fc.property(editedModels, ({ model, edited, expected }) => {
        expect(saidOf(model, edited)).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  test("are the same ones when looked at the other way round", () => {
    fc.assert(
      fc.property(editedModels, ({ model, edited, expected }) => {
        expect(saidOf(edited, model)).toEqual(expected.map(turned).sort());
      }),
      { numRuns: 100 },
    );
  });

  test("are the same ones when one file, or both, are in the shape of a customer's TOPdesk", () => {
    fc.assert(
      fc.property(editedModels, ({ model, edited, expected }) => {
        const [before, after] = [model, edited].map((one) => fileOf({ ...one, root: "action" }));
        if (before === undefined || after === undefined) throw new Error("two files");
        const theirs = [before, after].map((file) => readValue(inShape(file, otherShape), [otherShape]));
        expect(theirs.map(({ shape }) => shape)).toEqual([otherShape, otherShape]);
        const [theirBefore, theirAfter] = theirs;
        if (theirBefore === undefined || theirAfter === undefined) throw new Error("two files");
        for (const left of [readValue(before), theirBefore]) {
          const { changes } = differenceOf(left, theirAfter);
          expect(changes.map(said).sort()).toEqual(expected);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("a step that moves is said to move, and nothing else", () => {
    const cases = fc.tuple(models(5, 12), fc.nat(), fc.nat());
    fc.assert(
      fc.property(cases, ([model, from, to]) => {
        const leaves = nodesOf(model).filter(({ children }) => children === undefined);
        const moved = leaves[from % Math.max(1, leaves.length)];
        if (moved === undefined) return;
        const rest = withoutNode(model, moved.id);
        const others = nodesOf(rest);
        const target = others[to % others.length];
        if (target === undefined) return;
        const place = target.children === undefined ? { after: target.id } : { into: target.id };
        const changed = withInserted(rest, moved, place);
        const expected = JSON.stringify(fileOf(changed)) === JSON.stringify(fileOf(model)) ? 0 : 1;
        const lines = saidOf(model, changed);
        expect(lines).toHaveLength(expected);
        // Two neighbours that change places: either of them moved.
        const top = model.steps.map(({ id }) => id);
        const [was, is] = [top.indexOf(moved.id), changed.steps.findIndex(({ id }) => id === moved.id)];
        const isFar = was < 0 || is < 0 || Math.abs(was - is) > 1;
        if (expected === 1 && isFar && !lines.includes(`step-moved ${moved.id}`)) {
          expect(neighbours(model, changed, moved.id)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("moves are the fewest that give the new order", () => {
    const cases = models(2, 9).chain((model) =>
      fc.tuple(fc.constant(model), fc.shuffledSubarray([...model.steps], { minLength: model.steps.length })),
    );
    fc.assert(
      fc.property(cases, ([model, steps]) => {
        const places = steps.map(({ id }) => model.steps.findIndex((step) => step.id === id));
        const longest = places.reduce<number[]>((ends, place, index) => {
          const before = ends.filter((_, other) => (places[other] ?? 0) < place);
          ends[index] = 1 + Math.max(0, ...before);
          return ends;
        }, []);
        const changes = changesOf(model, { ...model, steps });
        expect(changes.map(({ kind }) => kind)).toEqual(changes.map(() => "step-moved"));
        expect(changes).toHaveLength(steps.length - Math.max(...longest));
      }),
      { numRuns: 100 },
    );
  });
});

/** Whether a step changed places with its neighbour inside a container. */
function neighbours(before: Model, after: Model, id: string): boolean {
  const siblings = (model: Model) =>
    nodesOf(model)
      .map(({ children }) => (children ?? []).map((child) => child.id))
      .find((ids) => ids.includes(id)) ?? [];
  return Math.abs(siblings(before).indexOf(id) - siblings(after).indexOf(id)) === 1;
}

describe("the same meaning", () => {
  /** The same JSON with the keys of all objects in another order. */
  function shuffled(value: JsonValue): JsonValue {
    if (isJsonArray(value)) return value.map(shuffled);
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, held]) => [key, shuffled(held)]),
    );
  }

  test("is found whatever the order of keys, and files are the same as themselves", () => {
    fc.assert(
      fc.property(models(0, 8), (model) => {
        const value = fileOf(model);
        expect(differenceOf(readValue(value), readValue(value)).result).toBe("identical");
        const other = differenceOf(readValue(value), readValue(shuffled(value)));
        expect(other).toMatchObject({ result: "same-meaning", changes: [] });
        expect(other.layout).toContain("key order");
      }),
      { numRuns: 50 },
    );
  });

  test("a renamed loop over the same list is still that loop when its steps are all renamed or gone", () => {
    // What loops have in common tells nothing where there are many.
    const others = [10, 11, 12, 13].map((seed) =>
      sampleNode(`o${seed}`, seed, [sampleNode(`p${seed}`, seed)]),
    );
    const children = ["b", "c", "d", "e"].map((id, index) => sampleNode(id, index));
    const model: Model = {
      root: "action",
      head: {},
      variables: [],
      steps: [sampleNode("a", 1, children), ...others],
    };
    const inner = ["b", "c", "d"].reduce(
      (before, id) =>
        withInserted(
          withFields(before, id, (fields) => ({ ...fields, name: `new_${id}`, colour: "red" })),
          sampleNode(`fresh_${id}`, 9),
          { after: id },
        ),
      withoutNode(model, "e"),
    );
    const renamed = withFields(inner, "a", (fields) => ({ ...fields, name: "z" }));
    const steps = ["b", "c", "d"].flatMap((id) => [
      `step new_${id}: colour added`,
      `step-added fresh_${id}`,
      `step-renamed ${id} new_${id}`,
    ]);
    expect(saidOf(model, renamed)).toEqual(["step-removed e", "step-renamed a z", ...steps].sort());
  });

  test("a loop without any key of ours is still found by what is in it", () => {
    const model: Model = {
      root: "action",
      head: {},
      variables: [],
      steps: [sampleNode("a", 1, [sampleNode("b", 2)])],
    };
    const renamed = withNode(model, "a", (node) => ({ ...node, fields: { ...node.fields, name: "z" } }));
    expect(saidOf(model, renamed)).toEqual(["step-renamed a z"]);
  });
});
