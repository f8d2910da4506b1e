import type { TreeNode } from "../../../freemarker/walk.js";
import { at, inEachTemplate, type FreemarkerRule } from "./rule.js";
import { inAssignment, inBody } from "./sample.js";

const OPERAND = String.raw`(?:-?\d[\d.]*|"[^"<\n]*"|'[^'<\n]*'|[A-Za-z_][\w.?!()[\]"']*|\([^()<>\n]*\))`;
/** Right after a tag: the rest of a comparison and a second end of the tag. */
const REST = new RegExp(String.raw`^=?\s*${OPERAND}(?:\s*(?:&&|\|\|)[^<>\n]*|\s*[-+*/]\s*${OPERAND})*\s*/?>`);

/** What nobody writes as text after a tag: the rest of `>=`, a number, or a path with a built-in. */
const CODE = /^(?:=|\s*-?\d|[^<>]*[\w)\]]\?[a-z])/;

/** A comparison by `>` in a tag, which ends there. */
export const tagEndsEarly: FreemarkerRule = {
  code: "TA304",
  explanation:
    "A tag ends at its first `>` outside of round brackets. `<#if a > 5>` asks whether `a` is true, and prints ` 5>`; FreeMarker does not refuse it.",
  bad: [
    inAssignment("<#assign a = 7><#if a > 5>many</#if>"),
    inBody('{"many": "<#if _variables.n?number >= 5>yes<#else>no</#if>"}'),
  ],
  good: [
    inAssignment("<#assign a = 7><#if (a > 5)>many</#if>"),
    inBody('{"many": "<#if _variables.n?number gte 5>yes<#else>no</#if>"}'),
    inAssignment("<#assign a = true><#if a><b>many</b></#if>"),
  ],
  check: inEachTemplate(function* (template) {
    const { nodes, source } = template.parsed;
    if (!source.includes("<#")) return;
    for (const { node } of nodes) {
      for (const { content, end } of tagEnds(node, source)) {
        const rest = source.slice(end, end + 200);
        const match = REST.exec(rest);
        const likely = match !== null && (isSpaced(source, end) || CODE.test(match[0]));
        if (!likely) continue;
        yield {
          ...at("TA304", template, content),
          message: 'The tag ends at its first ">", and the rest of the comparison is printed as text.',
          hint: "Write gt or gte, or put the comparison in round brackets.",
        };
      }
    }
  }),
};

/** Words such as in "<#if x>Home > Products" may follow a tag, but hardly with a space before and after its end. */
function isSpaced(source: string, end: number): boolean {
  return /\s/.test(source.charAt(end - 2)) && /\s/.test(source.charAt(end));
}

interface TagEnd {
  /** What the tag asks or assigns. */
  readonly content: TreeNode;
  /** Right after its `>`. */
  readonly end: number;
}

function tagEnds(node: TreeNode, source: string): readonly TagEnd[] {
  switch (node.kind) {
    case "if":
      return node.branches.flatMap(({ condition }) => after(condition, source));
    case "switch":
      return after(node.value, source);
    case "assign":
      return after(node.assignments.at(-1)?.value, source);
    default:
      return [];
  }
}

function after(content: TreeNode | undefined, source: string): readonly TagEnd[] {
  if (content === undefined) return [];
  const close = source.indexOf(">", content.span.end.offset);
  return close < 0 ? [] : [{ content, end: close + 1 }];
}
