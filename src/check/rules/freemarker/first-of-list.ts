import { wordOf, type Path } from "../../template-paths.js";
import type { Visited } from "../../../freemarker/walk.js";
import { nameOf } from "./flow/name-of.js";
import { knownIn } from "./known.js";
import { at, inEachTemplate, type FreemarkerRule } from "./rule.js";
import { inUrl } from "./sample.js";

/** The first item of an answer's list, which may have none. */
export const firstOfList: FreemarkerRule = {
  code: "TA315",
  explanation:
    "A list in an answer may be empty; then `[0]`, `?first` and `?last` are missing and the step fails. And where there are more items, the others are passed over.",
  bad: [
    inUrl("https://example.com/${_responses.find.body.dataSet[0].id}"),
    inUrl("https://example.com/${_responses.find.body.dataSet?first.id}"),
  ],
  good: [
    inUrl("https://example.com/${(_responses.find.body.dataSet[0].id)!'none'}"),
    inUrl(
      "https://example.com/<#if _responses.find.body.dataSet?has_content>${_responses.find.body.dataSet[0].id}</#if>",
    ),
  ],
  check: inEachTemplate(function* (template, subject) {
    const known = knownIn(template, subject);
    for (const path of template.parsed.paths) {
      if (path.name !== "_responses") continue;
      const first = firstItem(path);
      if (first === undefined || known.isTolerated(first)) continue;
      const list = listOf(first);
      if (list !== undefined && known.isFilled(first, list)) continue;
      const word = wordOf(path);
      yield {
        ...at("TA315", template, first),
        message: `${word} may be an empty list; the step fails when it is.`,
        hint: "Give a fallback in round brackets, such as (list[0].id)!, or test the list with ?has_content in the step's condition.",
      };
    }
  }),
};

/** The name of the list that an item is taken of. */
function listOf({ node }: Visited): string | undefined {
  return node.kind === "dynamic key" || node.kind === "built-in" ? nameOf(node.target) : undefined;
}

function firstItem({ steps, whole }: Path): Visited | undefined {
  const index = steps.find(
    ({ visited: { node } }) => node.kind === "dynamic key" && node.key.kind === "number",
  );
  if (index !== undefined) return index.visited;
  const { parent } = whole;
  const isFirst =
    parent?.node.kind === "built-in" && (parent.node.name === "first" || parent.node.name === "last");
  return isFirst ? parent : undefined;
}
