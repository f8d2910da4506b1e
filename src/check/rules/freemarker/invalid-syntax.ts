import type { TemplateErrorCode } from "../../../freemarker/template-error.js";
import type { FreemarkerRule } from "./rule.js";
import { inBody, inUrl } from "./sample.js";
import { syntaxFindings } from "./syntax-finding.js";

const KINDS: ReadonlySet<TemplateErrorCode> = new Set<TemplateErrorCode>([
  "unexpected",
  "unclosed",
  "lexical",
  "malformed-directive",
  "naming-convention",
  "nested-too-deeply",
]);

/** What FreeMarker cannot read. */
export const invalidSyntax: FreemarkerRule = {
  code: "TA301",
  explanation:
    "FreeMarker reads a text before it prints anything of it. One mistake, and the step fails whenever it runs.",
  bad: [inUrl("https://example.com/${unid"), inBody('{"a": "<#if naam??>x"}')],
  good: [inUrl("https://example.com/${unid}"), inBody('{"a": "<#if naam??>x</#if>"}')],
  check: (subject) => syntaxFindings(subject, "TA301", KINDS),
};
