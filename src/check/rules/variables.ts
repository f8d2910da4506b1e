import { nearest } from "../../model/nearest.js";
import { variablePath, type Rule } from "../subject.js";

/** `_variables.<name>` must be declared or assigned; what is declared should be used. */
export const variables: Rule = function* ({ file, steps, references, texts }) {
  const declared = new Set(file.action.variables.map((variable) => variable.name));
  const assigned = new Set(steps.flatMap(({ step }) => (step.kind === "assign" ? [step.variableKey] : [])));
  const read = new Set<string>();
  for (const { keys, text } of references) {
    const [root, name] = keys;
    if (root !== "_variables" || name === undefined) continue;
    read.add(name);
    if (declared.has(name) || assigned.has(name)) continue;
    const near = nearest(name, [...declared, ...assigned]);
    yield {
      code: "TA206",
      message: `The text reads the variable "${name}", which is not declared and never assigned.`,
      hint: near === undefined ? "Declare it, or assign it in an earlier step." : `Did you mean "${near}"?`,
      path: text.path,
      step: text.place.step.name,
    };
  }
  // Nobody can tell what the fields of a step of an unknown type read.
  const readsAll =
    steps.some(({ step }) => step.kind === "unknown") ||
    texts.some(({ text }) => /_variables\s*(?:\?|\[(?!\s*["']))/.test(text));
  const seen = new Set<string>();
  for (const [index, { name }] of file.action.variables.entries()) {
    if (seen.has(name)) {
      yield {
        code: "TA210",
        message: `The variable "${name}" is declared twice.`,
        hint: "Remove one of them: only one value can be read.",
        path: variablePath(file, index),
      };
    } else if (!read.has(name) && !readsAll) {
      yield {
        code: "TA207",
        message: `The variable "${name}" is declared but no text reads it.`,
        hint: "Remove it, so that the admin does not fill in something that does nothing.",
        path: variablePath(file, index),
      };
    }
    seen.add(name);
  }
};
