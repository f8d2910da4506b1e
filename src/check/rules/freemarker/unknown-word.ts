import type { TemplateErrorCode } from "../../../freemarker/template-error.js";
import type { FreemarkerRule } from "./rule.js";
import { inAssignment, inUrl } from "./sample.js";
import { syntaxFindings } from "./syntax-finding.js";

const KINDS: ReadonlySet<TemplateErrorCode> = new Set<TemplateErrorCode>([
  "unknown-directive",
  "unknown-built-in",
  "unknown-special-variable",
  "unknown-setting",
]);

/** A word that FreeMarker does not have. */
export const unknownWord: FreemarkerRule = {
  code: "TA302",
  explanation:
    "FreeMarker refuses a text with a built-in, directive, setting or special variable that it does not have.",
  bad: [inUrl("https://example.com/${naam?upercase}"), inAssignment("<#for x in y></#for>")],
  good: [inUrl("https://example.com/${naam?upper_case}"), inAssignment("<#list 1..3 as x>${x?c}</#list>")],
  check: (subject) => syntaxFindings(subject, "TA302", KINDS),
};
