import { ancestors, type Visited } from "../../../freemarker/walk.js";
import type { HttpStep } from "../../../model/step.js";
import { wordOf, type Path } from "../../template-paths.js";
import type { Subject } from "../../subject.js";
import { at, inEachTemplate, type FreemarkerRule } from "./rule.js";
import { inBody, loop, request, steps, type Sample } from "./sample.js";

const url =
  "${_topdeskUrl?no_esc}/tas/api/assetmgmt/assets?resourceCategory=stock&pageSize=100&fetchCount=true";
const pages = (body: string): Sample => steps(request({ name: "find", url }), ...inBody(body).steps);
const ids = "<#list _responses.find.body.dataSet as stock>${stock.id} </#list>";

/** A page of a list that is taken for the whole list. */
export const truncatedList: FreemarkerRule = {
  code: "TA319",
  explanation:
    "A request with `pageSize` or `page_size` answers with the first page. A text that goes through it without anything that looks at `count` or `total`, or asks for further pages, silently passes over the rest. TOPdesk's asset list has pages of 50 where none is asked for.",
  bad: [
    pages(`{"ids": "${ids}"}`),
    steps(request({ name: "find", url }), loop("stock", "${_responses.find.body.dataSet}", [request()])),
  ],
  good: [
    pages(
      `{"ids": "${ids}<#if ((_responses.find.body.count)!0) gt _responses.find.body.dataSet?size>and more</#if>"}`,
    ),
    steps(
      request({ name: "find", url }),
      request({ url: "https://example.com?n=${_responses.find.body.count?c}" }),
    ),
  ],
  check: (subject) => {
    const requests = subject.steps.flatMap(({ step }) => (step.kind === "http" ? [step] : []));
    const paged = requests.filter((step) => isPaged(step) && !isLookedAt(step, requests, subject));
    if (paged.length === 0) return [];
    const reported = new Set<string>();
    return inEachTemplate(function* (template) {
      for (const path of template.parsed.paths) {
        const [name, body] = path.steps;
        const step = paged.find((candidate) => path.name === "_responses" && candidate.name === name?.key);
        if (step === undefined || body?.key !== "body" || reported.has(step.name)) continue;
        if (template.text.key !== "collectionTemplate" && !goesThrough(path)) continue;
        reported.add(step.name);
        yield {
          ...at("TA319", template, path.whole),
          message: `${wordOf(path)} is one page of a list, and nothing looks at how many there are.`,
          hint: `Compare ${wordOf(path, 2)}.count (with fetchCount=true) or .total with the size of the list, or ask for further pages.`,
        };
      }
    })(subject);
  },
};

function isPaged({ method, url: address }: HttpStep): boolean {
  if (method !== "GET") return false;
  return /[?&](?:pageSize|page_size)=/.test(address) || address.includes("/assetmgmt/assets?");
}

/** Whether the count of a list is read, or that of a list asked for in the same way, or another page of it is asked for. */
function isLookedAt(step: HttpStep, requests: readonly HttpStep[], { templates }: Subject): boolean {
  const alike = requests.filter((other) => shapeOf(other.url) === shapeOf(step.url));
  if (requests.some((other) => /[?&](?:pageStart|page_start|start|page|offset)=/.test(other.url)))
    return true;
  const names = new Set(alike.map(({ name }) => name));
  return templates.some(({ parsed }) =>
    parsed.paths.some(({ name, steps: [answer, , last] }) => {
      if (name !== "_responses" || answer?.key === undefined || !names.has(answer.key)) return false;
      return /count|total|more|next|status/i.test(last?.key ?? "");
    }),
  );
}

/** An address without the values in its query. */
function shapeOf(address: string): string {
  return address.replace(/=[^&]*/g, "=");
}

const GOING_THROUGH = new Set(
  "filter map join sort sort_by take_while drop_while seq_contains chunk".split(" "),
);

/** Whether every item of a list is looked at. */
function goesThrough({ whole }: Path): boolean {
  let inner: Visited = whole;
  for (const around of ancestors(whole)) {
    const { node } = around;
    if (node.kind === "list") return node.expression === inner.node;
    if (node.kind === "built-in") return node.target === inner.node && GOING_THROUGH.has(node.name);
    if (node.kind !== "parenthesis" && node.kind !== "default") return false;
    inner = around;
  }
  return false;
}
