import type { Argument } from "../../../freemarker/tree.js";
import type { PlacedTemplate } from "../../template.js";
import type { Subject } from "../../subject.js";
import { jsonContexts, jsonRequestOf, type JsonContext } from "./json-context.js";
import { kindOf, kindsOfNames, type Knowledge } from "./kind-of.js";
import { knownIn } from "./known.js";
import { at, inEachTemplate, sourceOf, type FreemarkerRule } from "./rule.js";
import { assignment, custom, inBody, inUrl, request, steps } from "./sample.js";

/** A number as people write it, where a program reads it. */
export const numberWithoutC: FreemarkerRule = {
  code: "TA307",
  explanation:
    "`${1234}` prints `1,234` or `1.234`, by the language of the environment. `?c` prints it for programs: in URLs, headers and JSON.",
  bad: [
    inUrl("https://example.com?start=${_variables.page?number * 50}"),
    inBody('{"amount": ${_variables.list?size}}'),
    inBody('{"amount": "${_variables.list?size}"}'),
    steps(
      assignment("open", "${_variables.list?size}"),
      request(custom("${(_variables.open?number gt 0)?c}")),
    ),
  ],
  good: [
    inUrl("https://example.com?start=${(_variables.page?number * 50)?c}"),
    inBody('{"amount": ${_variables.list?size?c}}'),
    inUrl("<#setting number_format='computer'>https://example.com?start=${_variables.page?number * 50}"),
    inBody('{"text": "There are ${_variables.list?size} of them."}'),
  ],
  check: inEachTemplate(function* (template, subject) {
    const readers = machineReaders(template, subject);
    if (readers === undefined) return;
    const contexts = readers === "json" ? jsonContexts(template.parsed.template.body) : undefined;
    const names = kindsOfNames(template.parsed);
    const knows: Knowledge = (node) => names(node) ?? kindOfCount(node, subject);
    const known = knownIn(template, subject);
    for (const visited of template.parsed.nodes) {
      const { node } = visited;
      if (node.kind !== "interpolation" || node.style === "hash") continue;
      if (contexts !== undefined && !isData(contexts.get(node))) continue;
      const { expression } = node;
      if (kindOf(expression, knows) !== "number" || isSmall(expression)) continue;
      if (known.isSet(visited, "number_format")) continue;
      yield {
        ...at("TA307", template, node),
        message: `${sourceOf(template, node)} prints a number as people write it, such as 1,234, where a program reads it.`,
        hint: "Add ?c: ${number?c}, or ${(a + b)?c}.",
      };
    }
  }),
};

/** Who reads what a text prints: a program everywhere, a program outside of sentences, or perhaps only people. */
function machineReaders({ text }: PlacedTemplate, subject: Subject): "all" | "json" | undefined {
  const { step } = text.place;
  if (text.key === "url" || text.key === "headers") return "all";
  if (jsonRequestOf(text) !== undefined) return "json";
  return step.kind === "assign" && text.key === "valueTemplate" && isReadAsNumber(step.variableKey, subject)
    ? "all"
    : undefined;
}

function isReadAsNumber(variable: string, { templates }: Subject): boolean {
  return templates.some(({ parsed }) =>
    parsed.paths.some(({ name, steps: [first], whole: { parent } }) => {
      if (name !== "_variables" || first?.key !== variable) return false;
      return parent?.node.kind === "built-in" && parent.node.name === "number";
    }),
  );
}

/** In a sentence a number is for people. */
function isData(context: JsonContext | undefined): boolean {
  return context !== undefined && (!context.inString || context.wholeString);
}

function isSmall(expression: Argument): boolean {
  return expression.kind === "number" && /^\d{1,3}$/.test(expression.digits);
}

/** `count` and `total` of TOPdesk's asset API are numbers (its API description). */
function kindOfCount(node: Argument, { steps: all }: Subject) {
  if (node.kind !== "dot" || (node.key !== "count" && node.key !== "total")) return undefined;
  const body = node.target;
  if (body.kind !== "dot" || body.key !== "body" || body.target.kind !== "dot") return undefined;
  const { key, target } = body.target;
  if (target.kind !== "variable" || target.name !== "_responses") return undefined;
  const isAssets = all.some(
    ({ step }) => step.kind === "http" && step.name === key && step.url.includes("/tas/api/assetmgmt/"),
  );
  return isAssets ? "number" : undefined;
}
