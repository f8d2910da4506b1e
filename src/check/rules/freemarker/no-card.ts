import { knownIn } from "./known.js";
import { namesMadeIn } from "./names-made.js";
import { at, inEachTemplate, type FreemarkerRule } from "./rule.js";
import { inUrl, loop, request, scheduled, steps } from "./sample.js";
import { hasNoCard } from "./card.js";

const url = "https://example.com/${stock.id}";

/** A name that nothing gives a value. */
export const noCard: FreemarkerRule = {
  code: "TA323",
  explanation:
    "An action that runs on a schedule or by a webhook has no card. A name that is no field of a card, no item of a loop around it, and not assigned in the same text has no value, and the step fails.",
  bad: [
    scheduled(inUrl("https://example.com/${unid}")),
    scheduled(steps(loop("stock", "${_variables.list}", [request({ name: "count" })]), request({ url }))),
  ],
  good: [
    inUrl("https://example.com/${unid}"),
    scheduled(inUrl("https://example.com/${_variables.site}")),
    scheduled(inUrl("https://example.com/${unid!'none'}")),
    scheduled(steps(loop("stock", "${_variables.list}", [request({ url })]))),
  ],
  check: (subject) => {
    if (!hasNoCard(subject)) return [];
    return inEachTemplate(function* (template) {
      const made = namesMadeIn(template);
      const known = knownIn(template, subject);
      const items = template.text.place.containers.map((step) => (step.kind === "loop" ? step.itemKey : ""));
      for (const { name, bound, variable } of template.parsed.paths) {
        if (bound || name.startsWith("_") || made.has(name) || items.includes(name)) continue;
        if (known.isTolerated(variable) || known.isPresent(variable, name)) continue;
        yield {
          ...at("TA323", template, variable),
          message: `${name} has no value: the action has no card, and neither this text nor a loop around it has the name.`,
          hint: "Read a variable (_variables.name) or an answer (_responses.step.body) instead.",
        };
      }
    })(subject);
  },
};
