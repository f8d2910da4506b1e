import type { Argument } from "../../../freemarker/tree.js";
import type { Subject } from "../../subject.js";
import { isJsonSafe } from "./escaping.js";
import { jsonContexts, jsonRequestOf } from "./json-context.js";
import { at, inEachTemplate, sourceOf, type FreemarkerRule } from "./rule.js";
import { inBody } from "./sample.js";

/** A value that goes into a JSON string as it is. */
export const missingEscaping: FreemarkerRule = {
  code: "TA310",
  explanation:
    "With `escapeBodyValues` off nothing is escaped: a quote, a backslash or a line break in the value makes the body something that is not JSON, or other JSON than was meant.",
  bad: [inBody('{"name": "${_variables.title}"}', false)],
  good: [
    inBody('{"name": "${_variables.title?json_string}"}', false),
    inBody('{"name": "${_variables.title}"}'),
    inBody('{"id": "${unid}", "amount": ${_variables.amount?number?c}}', false),
  ],
  check: inEachTemplate(function* (template, subject) {
    const { text, parsed } = template;
    if (jsonRequestOf(text)?.escapeBodyValues !== false) return;
    // What the template itself has made may be escaped already.
    const made = new Set(
      parsed.nodes.flatMap(({ node }) =>
        node.kind === "assign"
          ? node.assignments.map(({ name }) => name)
          : node.kind === "capture"
            ? [node.name]
            : [],
      ),
    );
    const isSafe = (node: Argument): boolean => {
      if (node.kind === "variable") return made.has(node.name) || isId(node.name);
      return node.kind === "dot" && (isId(node.key) || isSafeVariable(node, subject));
    };
    for (const [node, { inString }] of jsonContexts(parsed.template.body)) {
      if (!inString || isJsonSafe(node.expression, isSafe)) continue;
      yield {
        ...at("TA310", template, node),
        message: `${sourceOf(template, node)} is not escaped, but stands in a JSON string, and escapeBodyValues is false.`,
        hint: "Add ?json_string, or set escapeBodyValues to true.",
      };
    }
  }),
};

/** Ids of cards are UUIDs. */
function isId(name: string): boolean {
  return /(?:^|[a-z_])(?:id|Id|ID|unid)$/.test(name);
}

/** Whether every step that sets a variable escapes what it puts in. */
function isSafeVariable(node: Argument, { steps, templates }: Subject): boolean {
  if (node.kind !== "dot" || node.target.kind !== "variable" || node.target.name !== "_variables")
    return false;
  const { key } = node;
  const setters = steps.filter(({ step }) => step.kind === "assign" && step.variableKey === key);
  const itself = (part: Argument) => part.kind === "dot" && part.key === key;
  return (
    setters.length > 0 &&
    templates
      .filter(({ text }) => text.key === "valueTemplate" && setters.includes(text.place))
      .every(({ parsed }) =>
        parsed.nodes.every(
          (part) => part.node.kind !== "interpolation" || isJsonSafe(part.node.expression, itself),
        ),
      )
  );
}
