import type { Expression } from "../../../freemarker/tree.js";
import { core, isJsonSafe } from "./escaping.js";
import { at, inEachTemplate, sourceOf, type FreemarkerRule } from "./rule.js";
import { inBody, inUrl } from "./sample.js";

const TRUSTED = new Set(["_variables", "_topdeskUrl"]);

/** Data that goes out without being escaped. */
export const noEscOnData: FreemarkerRule = {
  code: "TA311",
  explanation:
    "`?no_esc` is for what the action itself holds: the address of the environment, or text that is escaped already. On data of a card or an answer, a quote, `&` or `/` in it changes the request.",
  bad: [
    inUrl("https://example.com?name=${naam?no_esc}"),
    inBody('{"name": "${naam?no_esc}"}'),
    inUrl("${_topdeskUrl?no_esc}/tas/api/assets/${_responses.find.body.name?no_esc}"),
  ],
  good: [
    inUrl("${_topdeskUrl?no_esc}/tas/api/incidents?query=${naam}"),
    inUrl("${_variables.topdesk_url?no_esc}/tas"),
    inBody('{"name": "${naam?json_string?no_esc}"}'),
  ],
  check: inEachTemplate(function* (template) {
    for (const { node } of template.parsed.nodes) {
      if (node.kind !== "built-in" || node.name !== "no_esc") continue;
      const value = core(node.target);
      if (TRUSTED.has(rootOf(value)) || isJsonSafe(value, () => false)) continue;
      yield {
        ...at("TA311", template, node),
        message: `${sourceOf(template, node)} puts data into the ${template.text.key} without escaping it.`,
        hint: "Leave ?no_esc out.",
      };
    }
  }),
};

/** Nobody writes a longer path. */
const LONGEST = 100;

function rootOf(expression: Expression): string {
  let inner = expression;
  for (let steps = 0; steps < LONGEST; steps += 1) {
    if (inner.kind !== "dot" && inner.kind !== "dynamic key" && inner.kind !== "built-in") break;
    inner = inner.target;
  }
  return inner.kind === "variable" ? inner.name : "";
}
