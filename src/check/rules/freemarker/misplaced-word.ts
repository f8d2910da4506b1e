import type { TemplateErrorCode } from "../../../freemarker/template-error.js";
import type { FreemarkerRule } from "./rule.js";
import { inAssignment, inBody, inUrl } from "./sample.js";
import { syntaxFindings } from "./syntax-finding.js";

const KINDS: ReadonlySet<TemplateErrorCode> = new Set<TemplateErrorCode>([
  "misplaced",
  "no-escaping",
  "wrong-arguments",
  "wrong-literal",
]);

/** A word that FreeMarker has, but not here or not like this. */
export const misplacedWord: FreemarkerRule = {
  code: "TA303",
  explanation:
    "Some words have their place: `<#break>` in a loop, `?no_esc` where values are escaped (the URL, and the body of a request that escapes its values). Elsewhere FreeMarker refuses the whole text.",
  bad: [inAssignment("<#break>"), inBody('{"a": "${_variables.text?no_esc}"}', false)],
  good: [inAssignment("<#list 1..3 as x><#break></#list>"), inUrl("${_topdeskUrl?no_esc}/tas")],
  check: (subject) => syntaxFindings(subject, "TA303", KINDS),
};
