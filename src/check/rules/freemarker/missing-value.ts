import { incident } from "../../../topdesk/cards.js";
import { VALUE } from "../../../builders/value.js";
import { isGuarded, tolerates, wordOf } from "../../template-paths.js";
import { objectsOf } from "./objects-of.js";
import { at, inEachTemplate, type FreemarkerRule } from "./rule.js";
import { inBody, inUrl } from "./sample.js";
import { namesMadeIn, testsOf } from "./tests-of.js";

/** Fields of a card that may be empty. */
const EMPTY_FIELDS = new Set(
  Object.entries(incident)
    .filter(([, field]) => field[VALUE].presence === "optional")
    .map(([name]) => name),
);

/** A value that may be missing, read as if it were always there. */
export const missingValue: FreemarkerRule = {
  code: "TA305",
  explanation:
    "FreeMarker stops at a value that is missing, and TOPdesk leaves fields of a card, and objects such as the operator of an incident, empty or null until somebody fills them in. Then the step fails.",
  bad: [
    inBody('{"text": "${korteomschrijving}"}'),
    inUrl("https://example.com/${_responses.get_incident.body.operator.id}"),
  ],
  good: [
    inBody('{"text": "${korteomschrijving!"none"}"}'),
    inBody('{"operator": "${(_responses.get_incident.body.operator.name)!"nobody"}"}'),
    inBody(
      '{"a": 1<#if (_responses.get.body.operator)??>, "operator": "${_responses.get.body.operator.name}"</#if>}',
    ),
    inUrl("https://example.com/${unid}"),
  ],
  check: inEachTemplate(function* (template, subject) {
    for (const path of template.parsed.paths) {
      const isField = !path.bound && EMPTY_FIELDS.has(path.name) && path.steps.length === 0;
      const object = path.name === "_responses" ? objectsOf(path)[0] : undefined;
      if (!isField && object === undefined) continue;
      const place = object?.visited ?? path.variable;
      if (isGuarded(place)) continue;
      // `a.b.c!` is thought of, but not thought through: that is a rule of its own.
      if (path.whole.parent && tolerates(path.whole.parent, path.whole)) continue;
      const word = object === undefined ? path.name : wordOf(path, path.steps.indexOf(object) + 1);
      if (testsOf(template, subject)(word) || namesMadeIn(template).has(path.name)) continue;
      yield {
        ...at("TA305", template, path.whole),
        message:
          object === undefined
            ? `The field ${word} may be empty on the card; when TOPdesk then leaves it out, the step fails.`
            : `${word} may be missing; the step fails when it is.`,
        hint: `Give it a fallback in round brackets, such as (${wordOf(path)})!"-", or test it with ?? before.`,
      };
    }
  }),
};
