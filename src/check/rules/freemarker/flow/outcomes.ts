import type { Argument, BuiltIn, Expression } from "../../../../freemarker/tree.js";
import type { Visited } from "../../../../freemarker/walk.js";
import { comparisonOutcome } from "./comparison.js";
import { all, either, NOTHING, type Facts } from "./facts.js";
import { nameOf } from "./name-of.js";

/** What is known after a condition, by how it turned out. */
export interface Outcome {
  readonly whenTrue: Facts;
  readonly whenFalse: Facts;
}

const UNKNOWN: Outcome = { whenTrue: NOTHING, whenFalse: NOTHING };

/** Asks what a condition tells. */
export type Outcomes = (condition: Argument) => Outcome;

/** Works out what the conditions among some nodes tell. Each node comes before what is in it. */
export function outcomesAmong(nodes: readonly Visited[]): Outcomes {
  const withoutNames = outcomesIn(nodes, () => UNKNOWN);
  const conditions = namedConditions(nodes);
  if (conditions.size === 0) return withoutNames;
  return outcomesIn(nodes, (name) => {
    const condition = conditions.get(name);
    return condition === undefined ? UNKNOWN : withoutNames(condition);
  });
}

function outcomesIn(nodes: readonly Visited[], ofName: (name: string) => Outcome): Outcomes {
  const known = new Map<Argument, Outcome>();
  const of: Outcomes = (condition) =>
    condition.kind === "variable" ? ofName(condition.name) : (known.get(condition) ?? UNKNOWN);
  // What is inside first, so that no recursion is needed.
  for (let index = nodes.length - 1; index >= 0; index -= 1) {
    const node = nodes[index]?.node;
    const outcome = node && outcomeOf(node, of);
    if (outcome !== undefined) known.set(outcome.of, outcome);
  }
  return of;
}

/** Conditions that a name stands for: `<#assign known = a??>`, and no other assignment to it. */
function namedConditions(nodes: readonly Visited[]): ReadonlyMap<string, Expression> {
  const values = new Map<string, Expression | undefined>();
  for (const { node } of nodes) {
    if (node.kind === "capture") values.set(node.name, undefined);
    if (node.kind !== "assign") continue;
    for (const { name, operator, value } of node.assignments) {
      values.set(name, operator === "=" && !values.has(name) ? value : undefined);
    }
  }
  return new Map(
    [...values].flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}

function outcomeOf(node: Visited["node"], known: Outcomes): (Outcome & { of: Expression }) | undefined {
  switch (node.kind) {
    case "parenthesis":
      return { ...known(node.inner), of: node };
    case "exists":
      return { of: node, whenTrue: evaluated(node.target), whenFalse: NOTHING };
    case "unary": {
      if (node.operator !== "!") return undefined;
      const { whenTrue, whenFalse } = known(node.operand);
      return { of: node, whenTrue: whenFalse, whenFalse: whenTrue };
    }
    case "default":
      // `flag!false`: when it is true, the flag is there.
      if (node.fallback?.kind !== "boolean") return undefined;
      return node.fallback.value
        ? { of: node, whenTrue: NOTHING, whenFalse: evaluated(node.target) }
        : { of: node, whenTrue: evaluated(node.target), whenFalse: NOTHING };
    case "built-in":
      if (node.name === "exists") return { of: node, whenTrue: evaluated(node.target), whenFalse: NOTHING };
      if (node.name === "has_content") return { of: node, whenTrue: filled(node.target), whenFalse: NOTHING };
      return typeOutcome(node);
    case "binary": {
      const [left, right] = [known(node.left), known(node.right)];
      if (node.operator === "&&") {
        return {
          of: node,
          whenTrue: all(left.whenTrue, right.whenTrue),
          whenFalse: either(left.whenFalse, right.whenFalse),
        };
      }
      if (node.operator === "||") {
        return {
          of: node,
          whenTrue: either(left.whenTrue, right.whenTrue),
          whenFalse: all(left.whenFalse, right.whenFalse),
        };
      }
      return { ...comparisonOutcome(node), of: node };
    }
    default:
      return undefined;
  }
}

const KINDS: Readonly<Record<string, Expression["kind"]>> = {
  is_number: "number",
  is_string: "string",
  is_boolean: "boolean",
};

/** `(a!0)?is_number`: when it is not, it was not the fallback. */
function typeOutcome(node: BuiltIn): (Outcome & { of: Expression }) | undefined {
  const kind = Object.hasOwn(KINDS, node.name) ? KINDS[node.name] : undefined;
  const inner = node.target.kind === "parenthesis" ? node.target.inner : node.target;
  if (kind === undefined || inner.kind !== "default" || inner.fallback === undefined) return undefined;
  const isLiteral = Object.values(KINDS).includes(inner.fallback.kind);
  if (!isLiteral) return undefined;
  const facts = evaluated(inner.target);
  return inner.fallback.kind === kind
    ? { of: node, whenTrue: NOTHING, whenFalse: facts }
    : { of: node, whenTrue: facts, whenFalse: NOTHING };
}

/** What is known once an expression has given a value: all that it reads on the way is there. */
export function evaluated(expression: Argument): Facts {
  const name = nameOf(expression);
  if (name !== undefined) return { kind: "present", name };
  const inner = expression.kind === "parenthesis" ? expression.inner : expression;
  if (inner.kind !== "built-in") return NOTHING;
  const isItem = inner.name === "first" || inner.name === "last";
  const list = nameOf(inner.target);
  return list === undefined ? NOTHING : { kind: isItem ? "filled" : "present", name: list };
}

/** Built-ins that give something of what they are given, and nothing of nothing. */
const SELECTING = new Set(
  "sort sort_by reverse filter map take_while drop_while chunk keys values trim first last sequence split".split(
    " ",
  ),
);
/** A longer chain is not followed. */
const LONGEST = 50;

/** What is known once an expression has given something that is not empty. */
export function filled(expression: Argument): Facts {
  let inner = expression;
  for (let steps = 0; steps < LONGEST; steps += 1) {
    if (inner.kind === "parenthesis") inner = inner.inner;
    else if (inner.kind === "default" && isEmpty(inner.fallback)) inner = inner.target;
    else if (inner.kind === "built-in" && SELECTING.has(inner.name)) inner = inner.target;
    else break;
  }
  const name = nameOf(inner);
  return name === undefined ? NOTHING : { kind: "filled", name };
}

function isEmpty(fallback: Expression | undefined): boolean {
  return (
    fallback === undefined ||
    (fallback.kind === "sequence" && fallback.items.length === 0) ||
    (fallback.kind === "string" && fallback.parts.length === 0)
  );
}
