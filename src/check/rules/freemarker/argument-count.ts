import type { Visited } from "../../../freemarker/walk.js";
import { argumentsOf, type ArgumentCount } from "./built-in-arguments.js";
import { appliedIn, type Applied } from "./built-in-of.js";
import { at, inEachTemplate, type FreemarkerRule } from "./rule.js";
import { inAssignment } from "./sample.js";

/** A built-in with too few or too many arguments. */
export const argumentCount: FreemarkerRule = {
  code: "TA321",
  explanation:
    "FreeMarker counts the arguments of most built-ins only when it comes to them: a text with too few or too many is accepted, and then the step fails.",
  bad: [
    inAssignment("${_variables.text?replace('a')}"),
    inAssignment("${_variables.list?join}"),
    inAssignment("${_variables.text?upper_case()}"),
    inAssignment("${_variables.text?left_pad(1, '0', 2)}"),
  ],
  good: [
    inAssignment("${_variables.text?replace('a', 'b')}"),
    inAssignment("${_variables.list?join(', ')}"),
    inAssignment("${_variables.text?upper_case}"),
    inAssignment("<#assign starts = _variables.text?starts_with>${starts('a')?c}"),
  ],
  check: inEachTemplate(function* (template) {
    for (const { node, parent } of template.parsed.nodes) {
      if (node.kind !== "built-in") continue;
      const call = parent?.node.kind === "call" && parent.node.target === node ? parent.node : undefined;
      const applied = appliedIn(call ?? node);
      const place = call === undefined ? { node, parent } : { node: call, parent: parent?.parent };
      const wrong = applied && wrongCount(applied, place);
      if (wrong === undefined) continue;
      const { line, column } = node.nameSpan.start;
      yield {
        ...at("TA321", template, node),
        text: { key: template.text.key, line, column },
        message: `?${node.name} ${wrong}; the step fails when it comes to it.`,
        hint: hintFor(node.name),
      };
    }
  }),
};

function wrongCount({ builtIn: { name }, given }: Applied, visited: Visited): string | undefined {
  const taken = argumentsOf(name);
  if (taken === undefined) return undefined;
  if (taken === "none")
    return given === undefined ? undefined : "takes no arguments, not even round brackets";
  if (given === undefined) {
    const isMissing = !taken.isOptional && needsValue(visited);
    return isMissing ? `needs ${amount(taken)} in round brackets` : undefined;
  }
  const fits = given.length >= taken.least && given.length <= taken.most;
  return fits
    ? undefined
    : `takes ${amount(taken)}, but is given ${given.length === 0 ? "none" : given.length}`;
}

function amount({ least, most }: ArgumentCount): string {
  if (most === Infinity) return `${least} or more arguments`;
  if (least === most) return least === 1 ? "1 argument" : `${least} arguments`;
  return `${least} ${most === least + 1 ? "or" : "to"} ${most} argument${most === 1 ? "" : "s"}`;
}

/** Whether something is done with the value for which a method is not good; it may be kept and called later. */
function needsValue({ node, parent }: Visited): boolean {
  if (parent === undefined) return false;
  switch (parent.node.kind) {
    case "interpolation":
    case "binary":
    case "unary":
    case "dot":
    case "range":
      return true;
    case "parenthesis":
      return needsValue({ node: parent.node, parent: parent.parent });
    case "dynamic key":
      return true;
    case "built-in":
      return parent.node.target === node && !METHOD_GOES.test(parent.node.name);
    default:
      return false;
  }
}

/** Built-ins for which a method is good enough. */
const METHOD_GOES = /^(?:is_|has_|exists$|default$|if_exists$|with_args|switch$|then$|c?n?$)/;

function hintFor(name: string): string {
  const taken = argumentsOf(name);
  if (taken === "none") return `Write ?${name} without round brackets.`;
  return EXAMPLES.get(name) ?? "Look the built-in up in FreeMarker's manual.";
}

const EXAMPLES: ReadonlyMap<string, string> = new Map([
  ["replace", "Such as ?replace('old', 'new')."],
  ["join", "Such as ?join(', ')."],
  ["split", "Such as ?split(',')."],
  ["string", "Such as ?string('yes', 'no') for a boolean, and ?string('0.00') for a number."],
  ["contains", "Such as ?contains('text')."],
  ["starts_with", "Such as ?starts_with('text')."],
  ["ends_with", "Such as ?ends_with('text')."],
  ["left_pad", "Such as ?left_pad(5, '0')."],
  ["right_pad", "Such as ?right_pad(5)."],
  ["seq_contains", "Such as ?seq_contains('item')."],
  ["sort_by", "Such as ?sort_by('key')."],
  ["matches", "Such as ?matches('[0-9]+')."],
]);
