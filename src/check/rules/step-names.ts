import type { Rule } from "../subject.js";

/** Step names are read as `_responses.<name>`, so they must be usable and unique. */
export const stepNames: Rule = function* ({ steps }) {
  const first = new Map<string, number>();
  for (const [index, { step, path }] of steps.entries()) {
    const named = { path: [...path, "name"], step: step.name };
    if (!/^[A-Za-z0-9_]+$/.test(step.name)) {
      yield {
        ...named,
        code: "TA201",
        message: step.name === "" ? "The step has no name." : `The step name "${step.name}" cannot be used.`,
        hint: "Use letters, digits and underscores only.",
      };
    } else if (first.has(step.name)) {
      yield {
        ...named,
        code: "TA202",
        message: `Another step before this one is called "${step.name}" too.`,
        hint: "Give every step a name of its own: texts read the answer of a step by its name.",
      };
    }
    if (!first.has(step.name)) first.set(step.name, index);
  }
};
