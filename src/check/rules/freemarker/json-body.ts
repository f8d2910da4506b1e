import type { Element } from "../../../freemarker/tree.js";
import type { PlacedTemplate } from "../../template.js";
import type { Finding, Subject } from "../../subject.js";
import { jsonRequestOf } from "./json-context.js";
import { branchCount, rendered } from "./rendered.js";
import { inText, type FreemarkerRule } from "./rule.js";
import { inBody } from "./sample.js";

/** What values may print outside of strings: a value, nothing, or a part of an object. Any may make a body JSON. */
const PLACEHOLDERS = ["1", "", '"x":1', '"x"'];
/** Stands for a value until it is known where it stands. */
const MARK = "\uE000";

/** Of a body with more branches nothing is said. */
const MOST_BRANCHES = 50;

/** A body that is not JSON whatever its values are. */
export const jsonBody: FreemarkerRule = {
  code: "TA316",
  explanation:
    "The content type says JSON, but what the body prints is not, whatever its values are: a comma too many, a quote too few. The API refuses the request.",
  bad: [inBody('{"name": "${naam}",}'), inBody("{'name': 'x'}")],
  good: [
    inBody('{"name": "${naam}", "amount": ${_variables.n?number?c}}'),
    inBody("${_variables.whole_body}"),
  ],
  check: (subject) => notJson(subject, "TA316", false),
};

/** A body that is JSON in some cases and not in others. */
export const jsonBranch: FreemarkerRule = {
  code: "TA317",
  explanation:
    "The content type says JSON, but with one branch of an `<#if>`, or with several items of a `<#list>`, the body is not JSON.",
  bad: [
    inBody('{"name": "${naam}",<#if _variables.text?has_content>"text": "${_variables.text}"</#if>}'),
    inBody('{"ids": [<#list 1..3 as n>${n?c}<#sep>;</#list>]}'),
  ],
  good: [
    inBody('{"name": "${naam}"<#if _variables.text?has_content>, "text": "${_variables.text}"</#if>}'),
    inBody('{"ids": [<#list 1..3 as n>${n?c}<#sep>,</#list>]}'),
  ],
  check: (subject) => notJson(subject, "TA317", true),
};

function* notJson(
  { texts, templates }: Subject,
  code: "TA316" | "TA317",
  branches: boolean,
): Generator<Finding> {
  for (const text of texts) {
    if (text.text.trim() === "" || jsonRequestOf(text) === undefined) continue;
    const template = templates.find((candidate) => candidate.text === text);
    if (template !== undefined && !isReadable(template)) continue;
    const body = template?.parsed.template.body;
    const count = body === undefined ? 1 : branchCount(body);
    if (count === undefined || count > MOST_BRANCHES || count > 1 !== branches) continue;
    const failing = Array.from({ length: count }, (_, branch) => branch).filter(
      (branch) => !canBeJson(text.text, body, branch),
    );
    if (failing.length === 0) continue;
    const which = failing.length === count ? "in every case" : "in one of the cases that its directives make";
    yield {
      ...inText(code, text),
      text: { key: text.key, line: 1, column: 1 },
      message: branches ? `The body is not JSON ${which}.` : "The body is not JSON, whatever its values are.",
      hint: "Look for commas and quotes, also at the ends of lists and around <#if>. Values in it are taken to be numbers or text.",
    };
  }
}

/** Macros, captures and calls print where and what cannot be told from here. */
function isReadable({ parsed }: PlacedTemplate): boolean {
  const obscure = new Set(["macro", "function", "capture", "directive call", "simple", "block"]);
  return parsed.errors.length === 0 && parsed.nodes.every(({ node }) => !obscure.has(node.kind));
}

function canBeJson(text: string, body: readonly Element[] | undefined, branch: number): boolean {
  if (body === undefined) return isJson(text);
  const marked = rendered(body, { placeholder: MARK, branch });
  // Of what cannot be rendered nothing is said.
  if (marked === undefined) return true;
  return PLACEHOLDERS.some((placeholder) => isJson(filledIn(marked, placeholder)));
}

/** In a string and after a colon there is only one thing that a value can be. */
function filledIn(marked: string, placeholder: string): string {
  return marked.replace(/"(?:[^"\\]|\\[^])*"|:\s*\uE000|\uE000/g, (part) =>
    part === MARK ? placeholder : part.replaceAll(MARK, "1"),
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
