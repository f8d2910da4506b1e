import type { Element, If, Setting } from "../../../../freemarker/tree.js";
import type { TreeNode, Visited } from "../../../../freemarker/walk.js";
import { tolerates } from "../../../template-paths.js";
import { all, either, NOTHING, UNREACHABLE, type Facts } from "./facts.js";
import { filled, outcomesAmong, type Outcomes } from "./outcomes.js";

/** What holds at a node when it is evaluated. */
export interface Situation {
  readonly facts: Facts;
  /** Whether a missing value inside of the node does no harm: `(...)!`, `(...)??` or `<#attempt>` is around it. */
  readonly insideTolerant: boolean;
  /** Whether the node stands in a macro or function, which may be called from anywhere. */
  readonly inDefinition: boolean;
}

/** Content whose elements are printed one after the other. */
interface Sequence {
  readonly start: Situation;
  /** What is known after the elements so far. */
  facts: Facts;
}

interface Open {
  readonly visited: Visited;
  readonly situation: Situation;
  /** The content that it stands in. */
  readonly sequence: Sequence | undefined;
  /** The contents inside of it: of an `if` one for each branch. */
  readonly inner: readonly Sequence[];
}

const START: Situation = { facts: NOTHING, insideTolerant: false, inDefinition: false };

/**
 * Works out what is known at every node of a template: by conditions around it, by assignments before it, and by
 * branches before it that leave the template.
 *
 * @param nodes all nodes, each before what is in it
 */
export function situationsAmong(nodes: readonly Visited[]): ReadonlyMap<TreeNode, Situation> {
  return new Analysis(nodes).situations();
}

class Analysis {
  private readonly found = new Map<TreeNode, Situation>();
  private readonly sequences = new Map<TreeNode, Sequence>();
  /** What is known at some parts of an expression or tag, beyond what is known at the whole. */
  private readonly learned = new Map<TreeNode, Facts>();
  private readonly outcomes: Outcomes;

  constructor(private readonly nodes: readonly Visited[]) {
    this.outcomes = outcomesAmong(nodes);
  }

  situations(): ReadonlyMap<TreeNode, Situation> {
    const whole: Sequence = { start: START, facts: NOTHING };
    const open: Open[] = [];
    for (const visited of this.nodes) {
      while (open.length > 0 && open.at(-1)?.visited.node !== visited.parent?.node) this.close(open.pop());
      const sequence = visited.parent === undefined ? whole : this.sequences.get(visited.node);
      const situation = this.situationOf(visited, sequence, open.at(-1)?.situation ?? START);
      this.found.set(visited.node, situation);
      open.push({ visited, situation, sequence, inner: this.inside(visited.node, situation) });
    }
    return this.found;
  }

  private situationOf(
    { node, parent }: Visited,
    sequence: Sequence | undefined,
    around: Situation,
  ): Situation {
    if (sequence !== undefined) return { ...sequence.start, facts: sequence.facts };
    const insideTolerant =
      around.insideTolerant ||
      (node.kind === "parenthesis" && parent !== undefined && tolerates(parent, { node, parent }));
    const learned = this.learned.get(node) ?? NOTHING;
    if (insideTolerant === around.insideTolerant && learned.kind === "nothing") return around;
    return { ...around, insideTolerant, facts: all(around.facts, learned) };
  }

  /** Prepares what is known at the children of a node. */
  private inside(node: TreeNode, situation: Situation): readonly Sequence[] {
    const content = (body: readonly Element[], more: Partial<Situation> = {}): Sequence => {
      const start = { ...situation, ...more };
      const sequence = { start, facts: start.facts };
      for (const element of body) this.sequences.set(element, sequence);
      return sequence;
    };
    switch (node.kind) {
      case "binary":
        if (node.operator === "&&") this.learned.set(node.right, this.outcomes(node.left).whenTrue);
        if (node.operator === "||") this.learned.set(node.right, this.outcomes(node.left).whenFalse);
        return [];
      case "built-in": {
        const [first, second] = node.arguments ?? [];
        if (node.name !== "then" || first === undefined || second === undefined) return [];
        const { whenTrue, whenFalse } = this.outcomes(node.target);
        this.learned.set(first, whenTrue);
        this.learned.set(second, whenFalse);
        return [];
      }
      case "if":
        return this.branches(node, situation, content);
      case "list":
        content(node.body, { facts: all(situation.facts, filled(node.expression)) });
        content(node.otherwise ?? []);
        return [];
      case "attempt":
        content(node.body, { insideTolerant: true });
        content(node.recover);
        return [];
      case "macro":
      case "function":
        content(node.body, { facts: NOTHING, inDefinition: true });
        return [];
      case "switch":
        for (const { body } of node.branches) content(body);
        return [];
      case "directive call":
        content(node.body ?? []);
        return [];
      case "block":
        return [content(node.body)];
      case "items":
      case "sep":
      case "capture":
        content(node.body);
        return [];
      default:
        return [];
    }
  }

  private branches(
    { branches }: If,
    situation: Situation,
    content: (body: readonly Element[], more: Partial<Situation>) => Sequence,
  ): readonly Sequence[] {
    let facts = situation.facts;
    let before: Facts = NOTHING;
    const inner: Sequence[] = [];
    for (const { condition, body } of branches) {
      if (condition === undefined) {
        inner.push(content(body, { facts }));
        return inner;
      }
      this.learned.set(condition, before);
      const { whenTrue, whenFalse } = this.outcomes(condition);
      inner.push(content(body, { facts: all(facts, whenTrue) }));
      facts = all(facts, whenFalse);
      before = all(before, whenFalse);
    }
    // Where no condition holds, nothing is printed.
    inner.push(content([], { facts }));
    return inner;
  }

  /** Notes what is known after an element. */
  private close(closed: Open | undefined): void {
    if (closed?.sequence === undefined) return;
    const { sequence, inner } = closed;
    const { node } = closed.visited;
    if (node.kind === "if") sequence.facts = inner.map(({ facts }) => facts).reduce(either, UNREACHABLE);
    else if (node.kind === "block") sequence.facts = inner[0]?.facts ?? sequence.facts;
    else sequence.facts = all(sequence.facts, made(node));
  }
}

/** The name of the fact that a setting makes values print for programs; no variable has such a name. */
export function settingName(setting: string): string {
  return `#${setting}`;
}

/** Formats with which `${...}` prints what a program can read, or what the author chose: for booleans any two words. */
function isForPrograms({ name, value }: Setting): boolean {
  if (value.kind !== "string" || value.parts.length !== 1) return false;
  const [format] = value.parts;
  if (typeof format !== "string") return false;
  // FreeMarker's default is "true,false", with which it refuses to print a boolean.
  if (name === "boolean_format") return format === "c" || /^(?!true,false$)[^,]+,[^,]+$/.test(format);
  return name === "number_format" && /^(?:c|computer|0(?:\.[0#]+)?)$/.test(format);
}

/** Directives after which nothing more of their content is printed. */
const LEAVING = new Set(["return", "stop", "break", "continue"]);

function made(node: TreeNode): Facts {
  if (node.kind === "capture") return { kind: "present", name: node.name };
  if (node.kind === "simple") return LEAVING.has(node.name) ? UNREACHABLE : NOTHING;
  if (node.kind === "setting")
    return isForPrograms(node) ? { kind: "present", name: settingName(node.name) } : NOTHING;
  if (node.kind !== "assign") return NOTHING;
  return node.assignments.map(({ name }): Facts => ({ kind: "present", name })).reduce(all, NOTHING);
}
