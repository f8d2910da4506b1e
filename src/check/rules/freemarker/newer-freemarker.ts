import type { TreeNode } from "../../../freemarker/walk.js";
import { NEWER_BRANCH, NEWER_BUILT_INS, OLDEST_KNOWN, type NewerWord } from "./newer-words.js";
import { at, inEachTemplate, type FreemarkerRule } from "./rule.js";
import { inAssignment } from "./sample.js";

/** A word that the FreeMarker of the environment may not have. */
export const newerFreemarker: FreemarkerRule = {
  code: "TA322",
  explanation: `TOPdesk does not say which version of FreeMarker it has; that it has ${OLDEST_KNOWN} at least is known. An older version refuses a text with a word that came later, and the step fails whenever it runs.`,
  bad: [
    inAssignment("<#switch unid><#on 'a', 'b'>x<#default>y</#switch>"),
    inAssignment("${(_variables.text?blank_to_null)!'none'}"),
  ],
  good: [
    inAssignment("<#switch unid><#case 'a'><#case 'b'>x<#break><#default>y</#switch>"),
    inAssignment("${((_variables.text!)?trim != '')?then(_variables.text, 'none')}"),
    inAssignment("${_variables.text?cn}"),
  ],
  check: inEachTemplate(function* (template) {
    for (const { node } of template.parsed.nodes) {
      for (const { word, place, newer } of newerIn(node)) {
        const { line, column } = place.span.start;
        yield {
          ...at("TA322", template, node),
          text: { key: template.text.key, line, column },
          message: `${word} needs FreeMarker ${newer.since}; which version TOPdesk has is not known.`,
          hint: newer.instead,
        };
      }
    }
  }),
};

interface Newer {
  readonly word: string;
  readonly place: Pick<TreeNode, "span">;
  readonly newer: NewerWord;
}

function newerIn(node: TreeNode): readonly Newer[] {
  if (node.kind === "switch") {
    return node.branches
      .filter(({ kind }) => kind === "on")
      .map((place) => ({ word: "<#on>", place, newer: NEWER_BRANCH }));
  }
  const newer = node.kind === "built-in" ? NEWER_BUILT_INS.get(node.name) : undefined;
  if (node.kind !== "built-in" || newer === undefined) return [];
  return [{ word: `?${node.name}`, place: { span: node.nameSpan }, newer }];
}
