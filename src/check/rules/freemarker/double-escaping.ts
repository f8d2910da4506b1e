import { escapesValues } from "../../template.js";
import { appliedIn } from "./built-in-of.js";
import { core } from "./escaping.js";
import { at, inEachTemplate, type FreemarkerRule } from "./rule.js";
import { inBody, inUrl } from "./sample.js";

const ESCAPES: Readonly<Record<string, ReadonlySet<string>>> = {
  body: new Set(["json_string", "j_string", "js_string"]),
  url: new Set(["url", "url_path"]),
};

/** A value that is escaped by hand where TOPdesk escapes it, too. */
export const doubleEscaping: FreemarkerRule = {
  code: "TA309",
  explanation:
    'The URL field escapes what is inserted, and so does a body with `escapeBodyValues`. Escaped by hand as well, a quote arrives as `\\"` and a space as `%20`.',
  bad: [inBody('{"name": "${naam?json_string}"}'), inUrl("https://example.com?name=${naam?url}")],
  good: [
    inBody('{"name": "${naam}"}'),
    inBody('{"name": "${naam?json_string}"}', false),
    inBody('{"name": "${naam?json_string?no_esc}"}'),
    inUrl("https://example.com?name=${naam}"),
  ],
  check: inEachTemplate(function* (template) {
    const { text, parsed } = template;
    const escapes = ESCAPES[text.key];
    if (escapes === undefined || !escapesValues(text)) return;
    for (const { node, parent } of parsed.nodes) {
      // In a string literal nothing is escaped yet.
      if (node.kind !== "interpolation" || parent?.node.kind === "string") continue;
      const printed = appliedIn(core(node.expression))?.builtIn;
      if (printed === undefined || !escapes.has(printed.name)) continue;
      yield {
        ...at("TA309", template, node),
        message: `?${printed.name} escapes a value that TOPdesk escapes again in this ${text.key}.`,
        hint: text.key === "url" ? "Leave it out." : "Leave it out, or set escapeBodyValues to false.",
      };
    }
  }),
};
