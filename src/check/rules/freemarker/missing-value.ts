import { tolerates, wordOf } from "../../template-paths.js";
import { knownIn } from "./known.js";
import { mayBeMissing } from "./may-be-missing.js";
import { at, inEachTemplate, type FreemarkerRule } from "./rule.js";
import { inBody, inUrl, request, steps } from "./sample.js";

const find = request({
  name: "find",
  url: "${_topdeskUrl?no_esc}/tas/api/assetmgmt/assets/${_variables.asset}",
});

/** A value that may be missing, read as if it were always there. */
export const missingValue: FreemarkerRule = {
  code: "TA305",
  explanation:
    "FreeMarker stops at a value that is missing, and TOPdesk leaves fields of a card, and objects such as the operator of an incident, empty or null until somebody fills them in. Then the step fails. For TOPdesk's asset API its description says which parts of an answer are always there. A test counts where it holds: in the branch of the `<#if>` that it leads to, not in the others.",
  bad: [
    inBody('{"text": "${korteomschrijving}"}'),
    inUrl("https://example.com/${_responses.get_incident.body.operator.id}"),
    inBody('{"a": "<#if korteomschrijving??>yes<#else>${korteomschrijving}</#if>"}'),
    steps(find, request({ url: "https://example.com/${_responses.find.body.data.serial}" })),
  ],
  good: [
    inBody('{"text": "${korteomschrijving!"none"}"}'),
    inBody('{"operator": "${(_responses.get_incident.body.operator.name)!"nobody"}"}'),
    inBody(
      '{"a": 1<#if (_responses.get.body.operator)??>, "operator": "${_responses.get.body.operator.name}"</#if>}',
    ),
    inUrl("https://example.com/${unid}"),
    inUrl("https://example.com/<#if !korteomschrijving??>none<#else>${korteomschrijving}</#if>"),
    inUrl("https://example.com/${(korteomschrijving?? && korteomschrijving != 'x')?c}"),
    steps(find, request({ url: "https://example.com/${_responses.find.body.data.id}" })),
  ],
  check: inEachTemplate(function* (template, subject) {
    const known = knownIn(template, subject);
    for (const path of template.parsed.paths) {
      for (const { kind, place, name, word } of mayBeMissing(path, template, subject)) {
        if (known.isTolerated(place) || known.isPresent(place, name)) continue;
        // `a.b.c!` is thought of, but not thought through: that is a rule of its own.
        if (path.whole.parent && tolerates(path.whole.parent, path.whole)) continue;
        yield {
          ...at("TA305", template, path.whole),
          message:
            kind === "field"
              ? `The field ${word()} may be empty on the card; when TOPdesk then leaves it out, the step fails.`
              : `${word()} may be missing; the step fails when it is.`,
          hint: `Give it a fallback in round brackets, such as (${wordOf(path)})!"-", or test it with ?? before.`,
        };
        break;
      }
    }
  }),
};
