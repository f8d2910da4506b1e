import { usesCustomCondition } from "../../../model/step.js";
import type { PlacedStep } from "../../../model/walk.js";
import { wordOf } from "../../template-paths.js";
import type { Subject } from "../../subject.js";
import { knownIn } from "./known.js";
import { at, inEachTemplate, type FreemarkerRule } from "./rule.js";
import { assignment, custom, request, steps } from "./sample.js";

const find = request({ name: "find", ...custom("${(_variables.mode == 'full')?c}") });
const other = { ...assignment("note", "x"), executionCondition: "ALWAYS" };

/** The answer of a step that may not have run. */
export const skippedStep: FreemarkerRule = {
  code: "TA313",
  explanation:
    "A step with a custom condition may be skipped, and then has no answer. A step that runs all the same and reads the answer without a guard fails.",
  bad: [steps(find, other, request({ url: "https://example.com/${_responses.find.body.id}" }))],
  good: [
    steps(find, other, request({ url: "https://example.com/${(_responses.find.body.id)!'none'}" })),
    steps(find, request({ url: "https://example.com/${_responses.find.body.id}" })),
    steps(
      find,
      other,
      request({
        url: "https://example.com/${_responses.find.body.id}",
        ...custom("${(_responses.find.body.id)???c}"),
      }),
    ),
  ],
  check: inEachTemplate(function* (template, subject) {
    const known = knownIn(template, subject);
    const reader = template.text.place;
    for (const path of template.parsed.paths) {
      const [name, next] = path.steps;
      if (path.name !== "_responses" || name?.key === undefined || known.isTolerated(name.visited)) continue;
      // `_responses.find.body!` guards the body only, but the step's entry is what is missing.
      const source = subject.steps.find(({ step }) => step.name === name.key);
      if (source === undefined || next === undefined || !mayRunWithout(reader, source, subject)) continue;
      if (known.isPresent(name.visited, wordOf(path, 1))) continue;
      yield {
        ...at("TA313", template, path.whole),
        message: `The step "${name.key}" runs only when its condition holds; when it is skipped, it has no answer to read here.`,
        hint: `Guard it in round brackets, such as (${wordOf(path)})!"", or test it with ?? in the condition of this step.`,
      };
    }
  }),
};

/** Whether a step may run although another one before it was skipped. */
function mayRunWithout(reader: PlacedStep, source: PlacedStep, { steps: all }: Subject): boolean {
  const { executionCondition, customExecutionCondition } = source.step;
  if (!usesCustomCondition(executionCondition)) return false;
  if (reader.step === source.step) return false;
  const own = [reader.step, ...reader.containers];
  // Steps under the same condition, or inside of the same one, are skipped together.
  if (own.some((step) => step === source.step)) return false;
  if (own.some((step) => step.customExecutionCondition === customExecutionCondition)) return false;
  // Whether a skipped step counts as one that succeeded is not known: a chain of such steps may stop with it.
  const between = all.slice(all.indexOf(source) + 1, all.indexOf(reader) + 1);
  return !between.every(({ step }) => step.executionCondition.startsWith("ONLY_WHEN_PREVIOUS_SUCCEEDED"));
}
