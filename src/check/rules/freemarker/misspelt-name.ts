import { nearest } from "../../../model/nearest.js";
import { knownIn } from "./known.js";
import { at, inEachTemplate, type FreemarkerRule } from "./rule.js";
import { inUrl } from "./sample.js";
import { namesMadeIn } from "./names-made.js";

/** What TOPdesk offers to templates (seen in a dump of an action without a card). */
const OFFERED = new Set(
  "_variables _responses _request _topdeskUrl _currentOperator _generatedDocuments _base64 _random _randomUUID _map".split(
    " ",
  ),
);

/** A name that is nearly one of TOPdesk's. */
export const misspeltName: FreemarkerRule = {
  code: "TA320",
  explanation:
    "What TOPdesk offers to templates starts with an underscore. A name that is nearly one of these is missing when the step runs.",
  bad: [inUrl("https://example.com/${_variable.site}"), inUrl("${_topdeskURL?c}/tas")],
  good: [inUrl("https://example.com/${_variables.site}"), inUrl("${_topdeskUrl?no_esc}/tas")],
  check: inEachTemplate(function* (template, subject) {
    const known = knownIn(template, subject);
    for (const { name, bound, variable } of template.parsed.paths) {
      if (!name.startsWith("_") || bound || OFFERED.has(name)) continue;
      const near = nearest(name, OFFERED);
      if (near === undefined || known.isTolerated(variable) || namesMadeIn(template).has(name)) continue;
      yield {
        ...at("TA320", template, variable),
        message: `TOPdesk does not offer ${name}.`,
        hint: `Did you mean "${near}"?`,
      };
    }
  }),
};
