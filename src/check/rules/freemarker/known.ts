import { usesCustomCondition, type Step } from "../../../model/step.js";
import type { Element, Expression } from "../../../freemarker/tree.js";
import type { TreeNode, Visited } from "../../../freemarker/walk.js";
import { tolerates } from "../../template-paths.js";
import type { ParsedText, PlacedTemplate } from "../../template.js";
import type { Subject } from "../../subject.js";
import {
  all,
  either,
  isFilled,
  isPresent,
  isWithin,
  NOTHING,
  UNREACHABLE,
  type Facts,
} from "./flow/facts.js";
import { nameOf } from "./flow/name-of.js";
import { outcomesAmong } from "./flow/outcomes.js";
import { settingName, situationsAmong, type Situation } from "./flow/situations.js";

/** What a rule asks about places of a template. */
export interface Known {
  /** Whether a missing value at this place does no harm. */
  isTolerated(place: Visited): boolean;
  /** Whether a value is there when this place is reached; the name is that of `nameOf`. */
  isPresent(place: Visited, name: string): boolean;
  /** Whether a list or text is not empty when this place is reached. */
  isFilled(place: Visited, name: string): boolean;
  /** Whether a `<#setting>` before makes values print in a format for programs. */
  isSet(place: Visited, setting: "boolean_format" | "number_format"): boolean;
}

interface Flow {
  readonly situations: ReadonlyMap<TreeNode, Situation>;
  /** The names that are tested anywhere. */
  readonly tested: ReadonlySet<string>;
}

const flows = new WeakMap<ParsedText, Flow>();

const knownBefore = new WeakMap<PlacedTemplate, Known>();

/**
 * What is known in a template, by its own conditions and by those of its step and of the steps around it. Many rules
 * ask for the same template.
 */
export function knownIn(template: PlacedTemplate, subject: Subject): Known {
  const before = knownBefore.get(template);
  if (before !== undefined) return before;
  const known = knowledgeOf(template, conditionsAround(template, subject));
  knownBefore.set(template, known);
  return known;
}

function knowledgeOf({ parsed }: PlacedTemplate, conditions: readonly ParsedText[]): Known {
  const { situations, tested } = flowOf(parsed);
  const guards = conditions.map(guardOf);
  const before = guards.map(({ facts }) => facts).reduce(all, NOTHING);
  const isTestedSomewhere = (name: string, names: ReadonlySet<string>) =>
    [...names].some((other) => isWithin(other, name));
  const knows = ({ node }: Visited, name: string, ask: typeof isPresent): boolean => {
    const situation = situations.get(node);
    if (situation === undefined || ask(situation.facts, name) || ask(before, name)) return true;
    // A macro may be called where the test was made.
    if (situation.inDefinition && isTestedSomewhere(name, tested)) return true;
    return guards.some((guard) => isTestedSomewhere(name, guard.tested));
  };
  return {
    isTolerated: ({ node, parent }) =>
      situations.get(node)?.insideTolerant !== false ||
      (parent !== undefined && tolerates(parent, { node, parent })),
    isPresent: (place, name) => knows(place, name, isPresent),
    isFilled: (place, name) => knows(place, name, isFilled),
    isSet: ({ node }, setting) => isPresent(situations.get(node)?.facts ?? NOTHING, settingName(setting)),
  };
}

/** The conditions that hold when a text is rendered: of its step, and of the steps around that. */
function conditionsAround({ text: { key, place } }: PlacedTemplate, subject: Subject): readonly ParsedText[] {
  if (key === "customExecutionCondition") return [];
  const byStep = conditionsByStep(subject);
  return [...place.containers, place.step].flatMap((step) => byStep.get(step) ?? []);
}

const conditionsBefore = new WeakMap<Subject, ReadonlyMap<Step, ParsedText>>();

function conditionsByStep(subject: Subject): ReadonlyMap<Step, ParsedText> {
  const before = conditionsBefore.get(subject);
  if (before !== undefined) return before;
  const conditions = new Map<Step, ParsedText>();
  for (const { text, parsed } of subject.templates) {
    const { step } = text.place;
    if (text.key === "customExecutionCondition" && usesCustomCondition(step.executionCondition))
      conditions.set(step, parsed);
  }
  conditionsBefore.set(subject, conditions);
  return conditions;
}

function flowOf(parsed: ParsedText): Flow {
  const before = flows.get(parsed);
  if (before !== undefined) return before;
  const flow = { situations: situationsAmong(parsed.nodes), tested: testedIn(parsed) };
  flows.set(parsed, flow);
  return flow;
}

const TESTING = new Set(["exists", "has_content", "default", "if_exists", "size"]);

function testedIn({ nodes }: ParsedText): ReadonlySet<string> {
  const tested = new Set<string>();
  for (const { node } of nodes) {
    const isTest =
      node.kind === "exists" ||
      node.kind === "default" ||
      (node.kind === "built-in" && TESTING.has(node.name));
    const name = isTest ? nameOf(node.target) : undefined;
    if (name !== undefined) tested.add(name);
  }
  return tested;
}

interface Guard {
  /** What is known when the condition holds. */
  readonly facts: Facts;
  /** What it tests in a way that is not understood; all of it is taken to be there. */
  readonly tested: ReadonlySet<string>;
}

const guardsOf = new WeakMap<ParsedText, Guard>();

function guardOf(condition: ParsedText): Guard {
  const before = guardsOf.get(condition);
  if (before !== undefined) return before;
  const facts = factsWhenTrue(condition);
  const isUnderstood = facts.kind !== "nothing" || isPlain(condition);
  const guard = { facts, tested: isUnderstood ? NONE : flowOf(condition).tested };
  guardsOf.set(condition, guard);
  return guard;
}

const PLAIN = new Set(["c", "then", "string", "exists", "has_content", "size", "length"]);

/** Whether a condition has nothing in it but what the analysis understands. */
function isPlain({ nodes }: ParsedText): boolean {
  return nodes.every(({ node }) => {
    if (node.kind === "built-in") return PLAIN.has(node.name);
    return node.kind !== "default" && node.kind !== "call" && node.kind !== "assign";
  });
}

const NONE: ReadonlySet<string> = new Set();

/** What is known when a text prints `true`. */
function factsWhenTrue({ template, nodes }: ParsedText): Facts {
  const printing = template.body.filter(
    (element) =>
      element.kind !== "assign" &&
      element.kind !== "comment" &&
      !(element.kind === "text" && element.text.trim() === ""),
  );
  const [only, ...others] = printing;
  if (only === undefined || others.length > 0) return NOTHING;
  const outcomes = outcomesAmong(nodes);
  if (only.kind === "interpolation") return outcomes(conditionIn(only.expression)).whenTrue;
  if (only.kind !== "if") return NOTHING;
  let facts: Facts = UNREACHABLE;
  let otherwise: Facts = NOTHING;
  for (const { condition, body } of only.branches) {
    const { whenTrue, whenFalse } = condition
      ? outcomes(condition)
      : { whenTrue: NOTHING, whenFalse: NOTHING };
    if (mayPrintTrue(body)) facts = either(facts, all(otherwise, whenTrue));
    otherwise = all(otherwise, whenFalse);
  }
  return facts;
}

function mayPrintTrue(body: readonly Element[]): boolean {
  const [only, ...others] = body;
  return only?.kind !== "text" ? only !== undefined : others.length > 0 || only.text.trim() === "true";
}

/** The condition in `(a == b)?c` and `(a == b)?then("true", "false")`. */
function conditionIn(printed: Expression): Expression {
  if (printed.kind !== "built-in") return printed;
  const [first] = printed.arguments ?? [];
  const printsTrue = first === undefined || (first.kind === "string" && first.parts[0] === "true");
  return ["c", "string", "then"].includes(printed.name) && printsTrue ? printed.target : printed;
}
