import type { TreeNode, Visited } from "../../../freemarker/walk.js";
import type { PlacedText } from "../../../model/walk.js";
import type { Code } from "../../codes.js";
import type { PlacedTemplate } from "../../template.js";
import type { Finding, Subject } from "../../subject.js";
import type { Sample } from "./sample.js";

/** A rule about FreeMarker texts. Its severity and title stand with its code in `codes.ts`. */
export interface FreemarkerRule {
  readonly code: Code;
  /** What goes wrong at run time, for a person who meets the rule. */
  readonly explanation: string;
  /** Each gives findings of this rule and of no other. */
  readonly bad: readonly Sample[];
  /** None gives any finding. */
  readonly good: readonly Sample[];
  readonly check: (subject: Subject) => Iterable<Finding>;
}

/** Looks at one template; what cannot be parsed is not asked about. */
type TemplateCheck = (template: PlacedTemplate, subject: Subject) => Iterable<Finding>;

/** A check of every template that FreeMarker accepts. */
export function inEachTemplate(check: TemplateCheck): FreemarkerRule["check"] {
  return (subject) =>
    subject.templates.flatMap((template) =>
      template.parsed.errors.length > 0 ? [] : [...check(template, subject)],
    );
}

/** Code, path, step and place of a finding about a node. */
export function at(code: Code, { text }: PlacedTemplate, node: TreeNode | Visited) {
  const { line, column } = ("node" in node ? node.node : node).span.start;
  return { ...inText(code, text), text: { key: text.key, line, column } };
}

/** Code, path and step of a finding about a whole text. */
export function inText(code: Code, { place, path }: PlacedText) {
  return { code, path, step: place.step.name };
}

/** So much of a node's source is looked at, of which less is shown. */
const LOOKED_AT = 400;

/** The source of a node, shortened, and without string literals: what a person wrote there may be a secret. */
export function sourceOf({ parsed }: PlacedTemplate, { span }: TreeNode): string {
  const source = parsed.source
    .slice(span.start.offset, Math.min(span.end.offset, span.start.offset + LOOKED_AT))
    // A literal may go on beyond what is looked at.
    .replace(/(["'])(?:[^"'\\]|\\.){4,}?(?:\1|$)/g, "$1...$1");
  return source.length > 60 ? `${source.slice(0, 57)}...` : source;
}
