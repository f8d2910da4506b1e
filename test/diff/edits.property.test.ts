import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { documentChanges } from "../../src/diff/compare/documents.js";
import { differenceOf } from "../../src/diff/difference.js";
import {
  fileOf,
  models,
  nodesOf,
  readModel,
  readValue,
  sampleNode,
  withFields,
  withInserted,
  withLine,
  withNode,
  withoutNode,
  type Model,
  type Node,
} from "./random-model.js";
import { said } from "./said.js";
import { inShape } from "../../src/shapes/translate.js";
import { otherShape } from "../shapes/other-shape.js";
import { isJsonArray, isJsonObject, type JsonValue } from "../../src/model/json.js";

/** An edit of one step, and what a comparison must say of it. */
interface Edit {
  readonly apply: (model: Model) => Model;
  readonly expected: readonly string[];
}

const headersOf = (value: JsonValue | undefined) => (isJsonArray(value) ? value.filter(isJsonObject) : []);

function editOf(kind: number, { id, children }: Node): Edit {
  const set = (key: string, value: JsonValue) => (model: Model) =>
    withFields(model, id, (fields) => ({ ...fields, [key]: value }));
  const isLoop = children !== undefined;
  switch (kind % 9) {
    case 0:
      return { apply: set("name", `new_${id}`), expected: [`step-renamed ${id} new_${id}`] };
    case 1:
      return isLoop
        ? { apply: set("itemKey", "other"), expected: [`step ${id}: itemKey changed`] }
        : { apply: set("url", `https://other.example/${id}`), expected: [`step ${id}: url changed`] };
    case 2:
      return { apply: set("colour", { a: [1] }), expected: [`step ${id}: colour added`] };
    case 3:
      return isLoop
        ? { apply: set("type", "WAIT"), expected: [`step ${id}: type changed`] }
        : {
            apply: (model) => withLine(model, id, 4, "another line"),
            expected: [`step ${id}: body lines 4:-1+1`],
          };
    case 4:
      return isLoop
        ? { apply: set("executionCondition", "CUSTOM"), expected: [`step ${id}: executionCondition changed`] }
        : {
            apply: (model) =>
              withFields(model, id, (fields) => ({
                ...fields,
                headers: [...headersOf(fields["headers"]), { name: "X-New", value: "1" }],
              })),
            expected: [`header-added ${id} X-New`],
          };
    case 5:
      return isLoop
        ? { apply: (model) => model, expected: [] }
        : { apply: (model) => withoutNode(model, id), expected: [`step-removed ${id}`] };
    case 6:
      return {
        apply: (model) => withInserted(model, sampleNode(`fresh_${id}`, 7000), { after: id }),
        expected: [`step-added fresh_${id}`],
      };
    case 7:
      return isLoop
        ? { apply: (model) => model, expected: [] }
        : {
            apply: (model) =>
              withFields(model, id, (fields) => ({
                ...fields,
                headers: headersOf(fields["headers"]).map((header) =>
                  header["name"] === "Accept" ? { ...header, value: "text/plain" } : header,
                ),
              })),
            expected: [`step ${id} header Accept: value changed`],
          };
    default:
      return { apply: (model) => model, expected: [] };
  }
}

const editedModels = fc
  .tuple(models(1, 10), fc.array(fc.nat(20), { minLength: 60, maxLength: 60 }), fc.boolean(), fc.boolean())
  .map(([model, kinds, isVariableAdded, isCardTypeAdded]) => {
    const edits = nodesOf(model).map((node, index) => editOf(kinds[index] ?? 8, node));
    const addVariable: Edit = {
      apply: (before) => ({ ...before, variables: [{ name: "fresh", value: "x" }, ...before.variables] }),
      expected: ["variable-added fresh"],
    };
    const addCardType: Edit = {
      apply: (before) => ({ ...before, head: { ...before.head, structureName: "incident1" } }),
      expected: ["action: structureName added"],
    };
    const all = [
      ...edits,
      ...(isVariableAdded ? [addVariable] : []),
      ...(isCardTypeAdded ? [addCardType] : []),
    ];
    return {
      model,
      edited: all.reduce((before, { apply }) => apply(before), model),
      expected: all.flatMap(({ expected }) => expected).sort(),
    };
  });

const changesOf = (before: Model, after: Model) =>
  documentChanges(readModel(before).document, readModel(after).document);

const saidOf = (before: Model, after: Model) => changesOf(before, after).map(said).sort();

/** What the same change is called by who looks the other way. */
function turned(line: string): string {
  const renamed = /^step-renamed (\S+) (\S+)$/.exec(line);
  if (renamed !== null) return `step-renamed ${renamed[2] ?? ""} ${renamed[1] ?? ""}`;
  return line.replace(/added|removed/, (word) => (word === "added" ? "removed" : "added"));
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
