import { kindOf, kindsOfNames } from "./kind-of.js";
import { knownIn } from "./known.js";
import { at, inEachTemplate, sourceOf, type FreemarkerRule } from "./rule.js";
import { inAssignment, inBody, inCondition } from "./sample.js";

/** A boolean that is printed as it is. */
export const bareBoolean: FreemarkerRule = {
  code: "TA308",
  explanation:
    "FreeMarker, as it is set by default, refuses to print a boolean, and the step fails when it comes to it; how TOPdesk sets it is not known. `?c` prints `true` or `false`; `?then` and `?string` print words.",
  bad: [
    inCondition("${_variables.mode == 'test'}"),
    inCondition("${naam??}"),
    inBody('{"urgent": ${_variables.n?number gt 5}}'),
    inAssignment("${_variables.text?starts_with('a')}"),
  ],
  good: [
    inCondition("${(_variables.mode == 'test')?c}"),
    inCondition("<#if naam??>true<#else>false</#if>"),
    inBody("{\"urgent\": \"${(_variables.n?number gt 5)?then('yes', 'no')}\"}"),
    inAssignment("<#setting boolean_format='c'>${_variables.mode == 'test'}"),
  ],
  check: inEachTemplate(function* (template, subject) {
    if (template.text.key === "collectionTemplate") return;
    const knows = kindsOfNames(template.parsed);
    const known = knownIn(template, subject);
    for (const visited of template.parsed.nodes) {
      const { node } = visited;
      if (node.kind !== "interpolation" || kindOf(node.expression, knows) !== "boolean") continue;
      if (known.isSet(visited, "boolean_format")) continue;
      yield {
        ...at("TA308", template, node),
        message: `${sourceOf(template, node)} prints a boolean, which FreeMarker refuses under its default setting.`,
        hint: "Put it in round brackets and add ?c, such as ${(a == b)?c}.",
      };
    }
  }),
};
