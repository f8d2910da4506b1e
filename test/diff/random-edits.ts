import fc from "fast-check";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../src/model/json.js";
import {
  models,
  nodesOf,
  sampleNode,
  withFields,
  withInserted,
  withLine,
  withoutNode,
  type Model,
  type Node,
} from "./random-model.js";

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

/**
 * One or two edits of a step, or the one that takes it away. A loop has few words of its own: renamed and changed at once,
 * it may be told as another one, so that it is edited once.
 */
function editsOf(kinds: readonly number[], index: number, node: Node): readonly Edit[] {
  const [kind = 8, other = 8] = [kinds[2 * index], kinds[2 * index + 1]].map((each = 8) => each % 9);
  const isRemoved = kind === 5 || other === 5;
  if (node.children !== undefined) return [editOf(kind, node)];
  if (isRemoved || kind === other) return [editOf(isRemoved ? 5 : kind, node)];
  const edits = [editOf(kind, node), editOf(other, node)];
  const isRenamed = kind === 0 || other === 0;
  return edits.map(({ apply, expected }) => ({
    apply,
    // Other edits of a step are told under the name that it has afterwards.
    expected: isRenamed
      ? expected.map((line) => line.replace(/^(step|header-added) (\S+?)(:| |$)/, "$1 new_$2$3"))
      : expected,
  }));
}

/** Edits of the action around the steps, each of another part of it. */
function headEdits(model: Model): readonly Edit[] {
  const setHead = (key: string, value: JsonValue) => (before: Model) => ({
    ...before,
    head: { ...before.head, [key]: value },
  });
  const setVariables = (change: (all: Model["variables"]) => Model["variables"]) => (before: Model) => ({
    ...before,
    variables: change(before.variables),
  });
  const isNamed = (name: string) => (variable: JsonObject) => variable["name"] === name;
  const has = (name: string) => model.variables.some(isNamed(name));
  return [
    { apply: setHead("name", "B"), expected: ["action: name changed"] },
    { apply: setHead("description", "one\nzwei"), expected: ["action: description lines 1:-1+1"] },
    {
      apply: setHead("extra", { deep: [1, { a: "c" }], more: true }),
      expected: ["action: extra.deep changed", "action: extra.more added"],
    },
    { apply: setHead("trigger", { type: "WEBHOOK", path: "x" }), expected: ["action: trigger added"] },
    {
      apply: setVariables((all) =>
        all.map((variable) => (isNamed("v0")(variable) ? { ...variable, value: "new" } : variable)),
      ),
      expected: has("v0") ? ["variable v0: value changed"] : [],
    },
    {
      apply: setVariables((all) => all.filter((variable) => !isNamed("v1")(variable))),
      expected: has("v1") ? ["variable-removed v1"] : [],
    },
  ];
}

/** A model, what edits made of it, and what a comparison must say: of each step, of the action, of variables. */
export const editedModels = fc
  .tuple(
    // In a file of two steps what all requests have in common is most of what there is to tell them by.
    models(4, 10),
    fc.array(fc.nat(20), { minLength: 120, maxLength: 120 }),
    fc.boolean(),
    fc.boolean(),
    fc.subarray([0, 1, 2, 3, 4, 5]),
  )
  .map(([model, kinds, isVariableAdded, isCardTypeAdded, headKinds]) => {
    const edits = nodesOf(model).flatMap((node, index) => editsOf(kinds, index, node));
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
      ...headEdits(model).filter((_, index) => headKinds.includes(index)),
      ...(isVariableAdded ? [addVariable] : []),
      ...(isCardTypeAdded ? [addCardType] : []),
    ];
    return {
      model,
      edited: all.reduce((before, { apply }) => apply(before), model),
      expected: all.flatMap(({ expected }) => expected).sort(),
    };
  });
