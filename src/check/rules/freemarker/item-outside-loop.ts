import { hasNoCard } from "./card.js";
import { knownIn } from "./known.js";
import { at, inEachTemplate, type FreemarkerRule } from "./rule.js";
import { inAssignment, loop, request, steps } from "./sample.js";
import { namesMadeIn } from "./names-made.js";

const url = "https://example.com/${stock.id}";

/** The item of a loop, read where the loop is not. */
export const itemOutsideLoop: FreemarkerRule = {
  code: "TA314",
  explanation:
    "The item of a loop step, and that of a `<#list>`, is known inside of the loop only. Outside, the name is that of a field of the card, if there is one. In an action without a card this is TA323.",
  bad: [
    steps(loop("stock", "${_variables.list}", [request({ name: "count" })]), request({ url })),
    inAssignment("<#list 1..3 as n>${n?c}</#list>${n}"),
  ],
  good: [
    steps(loop("stock", "${_variables.list}", [request({ url })])),
    inAssignment("<#list 1..3 as n>${n?c}</#list>"),
  ],
  check: (subject) => {
    // Where there is no card, such a name has no value for certain: that is a rule of its own.
    if (hasNoCard(subject)) return [];
    const items = new Set(subject.steps.flatMap(({ step }) => (step.kind === "loop" ? [step.itemKey] : [])));
    return inEachTemplate(function* (template) {
      const { parsed, text } = template;
      const listed = new Set<string>();
      for (const { node } of parsed.nodes) {
        if (node.kind === "list" && node.variables) listed.add(node.variables.item);
        if (node.kind === "items") listed.add(node.variables.item);
        if (node.kind === "lambda") listed.add(node.parameter);
      }
      if (items.size === 0 && listed.size === 0) return;
      const around = new Set(
        text.place.containers.flatMap((step) => (step.kind === "loop" ? [step.itemKey] : [])),
      );
      const made = namesMadeIn(template);
      const known = knownIn(template, subject);
      for (const path of parsed.paths) {
        const { name, bound, variable } = path;
        if (bound || around.has(name) || !(items.has(name) || listed.has(name))) continue;
        if (known.isTolerated(variable) || made.has(name)) continue;
        yield {
          ...at("TA314", template, variable),
          message: `${name} is the item of a loop, but is read outside of it.`,
          hint: "Read it inside of the loop, or remember what you need of it in a variable there.",
        };
      }
    })(subject);
  },
};
