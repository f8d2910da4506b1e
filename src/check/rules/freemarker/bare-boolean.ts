import { kindOf, kindsOfNames } from "./kind-of.js";
import { at, inEachTemplate, sourceOf, type FreemarkerRule } from "./rule.js";
import { inBody, inCondition } from "./sample.js";

/** A boolean that is printed as it is. */
export const bareBoolean: FreemarkerRule = {
  code: "TA308",
  explanation:
    "FreeMarker, as it is set by default, refuses to print a boolean, and the step fails when it comes to it. `?c` prints `true` or `false`; `?then` and `?string` print words.",
  bad: [
    inCondition("${_variables.mode == 'test'}"),
    inCondition("${naam??}"),
    inBody('{"urgent": ${_variables.n?number gt 5}}'),
  ],
  good: [
    inCondition("${(_variables.mode == 'test')?c}"),
    inCondition("<#if naam??>true<#else>false</#if>"),
    inBody("{\"urgent\": \"${(_variables.n?number gt 5)?then('yes', 'no')}\"}"),
  ],
  check: inEachTemplate(function* (template) {
    if (template.text.key === "collectionTemplate") return;
    const knows = kindsOfNames(template.parsed);
    for (const { node } of template.parsed.nodes) {
      if (node.kind !== "interpolation" || kindOf(node.expression, knows) !== "boolean") continue;
      yield {
        ...at("TA308", template, node),
        message: `${sourceOf(template, node)} prints a boolean, which FreeMarker refuses.`,
        hint: "Put it in round brackets and add ?c, such as ${(a == b)?c}.",
      };
    }
  }),
};
