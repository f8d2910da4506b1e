import fc from "fast-check";
import { readExport, type ReadExport } from "../../src/diff/read-export.js";
import type { JsonObject, JsonValue } from "../../src/model/json.js";
import type { Shape } from "../../src/shapes/shape.js";
import { serialize } from "../../src/targets/serialize.js";

/** A step that stays the same step whatever is edited, as no file can say it. */
export interface Node {
  readonly id: string;
  readonly fields: Readonly<Record<string, JsonValue>>;
  readonly children?: readonly Node[];
}

/** An action before it is written. */
export interface Model {
  readonly root: "action" | "actionSequence";
  readonly head: JsonObject;
  readonly variables: readonly JsonObject[];
  readonly steps: readonly Node[];
}

const BODY_LINES = 12;

/** A step like no other, with texts of several lines. */
export function sampleNode(id: string, seed: number, children?: readonly Node[]): Node {
  const lines = Array.from(
    { length: BODY_LINES },
    (_, line) => `${id}_line${line} ${id}_word${seed}x${line}`,
  );
  const last = { executionCondition: "ALWAYS", customExecutionCondition: "" };
  const headers = [
    { name: "Accept", value: "application/json" },
    { name: "X-Step", value: `of_${id}` },
  ];
  const fields =
    children === undefined
      ? {
          name: id,
          method: "POST",
          url: `https://example.com/${id}/path${seed}?q=\${_variables.v0}`,
          headers,
          escapeBodyValues: true,
          body: lines.join("\n"),
          ...last,
        }
      : { type: "LOOP", name: id, collectionTemplate: `\${list_of_${id}}`, itemKey: `item${seed}`, ...last };
  return { id, fields, ...(children === undefined ? {} : { children }) };
}

/** Models with so many steps at the top, of which some are loops with steps inside. */
export function models(least: number, most: number): fc.Arbitrary<Model> {
  const shape = fc.array(fc.option(fc.integer({ min: 1, max: 4 }), { freq: 3 }), {
    minLength: least,
    maxLength: most,
  });
  return fc
    .tuple(shape, fc.constantFrom("action", "actionSequence"), fc.integer({ min: 0, max: 4 }))
    .map(([loops, root, variables]): Model => ({
      root,
      head: { name: "A", description: "one\ntwo", extra: { deep: [1, { a: "b" }] } },
      variables: Array.from({ length: variables }, (_, index) => ({
        name: `v${index}`,
        value: `value ${index}`,
      })),
      steps: loops.map((inner, index) => {
        // The first and the last are no containers: the tests move steps beside them.
        if (inner === null) return sampleNode(`s${index}`, index);
        const children = Array.from({ length: inner }, (_, place) =>
          sampleNode(`s${index}c${place}`, 100 * index + place),
        );
        return sampleNode(`s${index}`, index, children);
      }),
    }));
}

/** A model as the JSON of a file. */
export function fileOf({ root, head, variables, steps }: Model): JsonObject {
  const configuration = { variables, mappingDefinitions: [], steps: steps.map(stepOf) };
  return { formatVersion: "2.10", exportDate: 1, [root]: { ...head, configuration } };
}

function stepOf({ fields, children }: Node): JsonObject {
  return children === undefined ? fields : { ...fields, subSteps: children.map(stepOf) };
}

/** A model as if it were read from a file. */
export function readModel(model: Model): ReadExport {
  return readValue(fileOf(model));
}

/** A JSON value as if it were read from a file. */
export function readValue(value: JsonValue, shapes: readonly Shape[] = []): ReadExport {
  const reading = readExport(Buffer.from(serialize(value)), shapes);
  if (reading.kind !== "read") throw new Error(reading.problem.message);
  return reading.file;
}

/** Changes a step wherever it is. */
export function withNode(model: Model, id: string, change: (node: Node) => Node): Model {
  const inside = (nodes: readonly Node[]): readonly Node[] =>
    nodes.map((node) => {
      const changed = node.id === id ? change(node) : node;
      return changed.children === undefined ? changed : { ...changed, children: inside(changed.children) };
    });
  return { ...model, steps: inside(model.steps) };
}

/** Changes some keys of a step. */
export function withFields(model: Model, id: string, change: (fields: JsonObject) => JsonObject): Model {
  return withNode(model, id, (node) => ({ ...node, fields: { ...change(node.fields) } }));
}

/** Takes a step out, with what is in it. */
export function withoutNode(model: Model, id: string): Model {
  const inside = (nodes: readonly Node[]): readonly Node[] =>
    nodes.flatMap((node) => {
      if (node.id === id) return [];
      return [node.children === undefined ? node : { ...node, children: inside(node.children) }];
    });
  return { ...model, steps: inside(model.steps) };
}

/** Puts a step behind another one, or at the start of a container. */
export function withInserted(model: Model, node: Node, place: { after: string } | { into: string }): Model {
  const inside = (nodes: readonly Node[]): readonly Node[] =>
    nodes.flatMap((other) => {
      const inner =
        "into" in place && other.id === place.into
          ? { ...other, children: [node, ...(other.children ?? [])] }
          : other.children === undefined
            ? other
            : { ...other, children: inside(other.children) };
      return "after" in place && other.id === place.after ? [inner, node] : [inner];
    });
  return { ...model, steps: inside(model.steps) };
}

/** All steps, containers before what is in them. */
export function nodesOf({ steps }: Model): readonly Node[] {
  const flat = (nodes: readonly Node[]): readonly Node[] =>
    nodes.flatMap((node) => [node, ...flat(node.children ?? [])]);
  return flat(steps);
}

/** Changes one line of a step's body. */
export function withLine(model: Model, id: string, line: number, text: string): Model {
  return withFields(model, id, (fields) => {
    const { body } = fields;
    const lines = typeof body === "string" ? body.split("\n") : [];
    lines[line] = text;
    return { ...fields, body: lines.join("\n") };
  });
}
