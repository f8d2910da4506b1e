import type { Element, Expression } from "../freemarker/tree.js";
import { walk } from "../freemarker/walk.js";
import { originOf } from "../check/rules/freemarker/origin.js";
import type { Subject } from "../check/subject.js";
import type { Path, PathStep } from "../check/template-paths.js";
import { pathsAmong } from "../check/template-paths.js";
import type { PlacedTemplate } from "../check/template.js";
import type { PlacedStep } from "../model/walk.js";
import type { Piece, Shown, Source, Value } from "./facts.js";

/** A text of a step, ready to be asked what it prints and what it reads. */
export interface ReadText {
  readonly key: string;
  readonly source: string;
  /** The content when the text holds code, otherwise undefined. */
  readonly body: readonly Element[] | undefined;
  readonly isValid: boolean;
  /** Everything that it reads, each once. */
  readonly sources: readonly Source[];
  /** What a whole expression is, when it is a plain path. */
  readonly sourceOf: (expression: Expression) => Source | undefined;
}

/** Reads the texts of a file. */
export interface TextReader {
  /** @param path keys and indexes from the root of the file down to the text */
  read(place: PlacedStep, key: string, path: readonly (string | number)[], text: string): ReadText;
  readonly shown: Shown;
}

/** A reader of the texts of a file. */
export function textReader(subject: Subject, shown: Shown): TextReader {
  const templates = new Map(subject.templates.map((template) => [keyOf(template.text.path), template]));
  return {
    shown,
    read: (place, key, path, text) => {
      const template = templates.get(keyOf(path));
      if (template === undefined) return plainText(key, text);
      const byNode = new Map<unknown, Source>();
      const paths = template.parsed.paths;
      const assigned = namesAssignedIn(template);
      for (const found of paths) {
        const source = sourceOfPath(found, { place, template, subject, shown, assigned });
        if (source !== undefined) byNode.set(found.whole.node, source);
      }
      return {
        key,
        source: text,
        body: template.parsed.template.body,
        isValid: template.parsed.errors.length === 0,
        sources: distinct([...byNode.values()]),
        sourceOf: (expression) => byNode.get(expression),
      };
    },
  };
}

function plainText(key: string, source: string): ReadText {
  return { key, source, body: undefined, isValid: true, sources: [], sourceOf: () => undefined };
}

function keyOf(path: readonly (string | number)[]): string {
  return JSON.stringify(path);
}

interface Surroundings {
  readonly place: PlacedStep;
  readonly template: PlacedTemplate;
  readonly subject: Subject;
  readonly shown: Shown;
  readonly assigned: ReadonlySet<string>;
}

function sourceOfPath(path: Path, around: Surroundings): Source | undefined {
  const { place, template, subject, shown, assigned } = around;
  const origin = originOf(path, template, subject);
  if (origin !== undefined) {
    const words = origin.keys.map((key) => (typeof key === "string" ? key : "[…]"));
    return { kind: "answer", step: shown(origin.step), path: shown(withSteps(words, path)) };
  }
  const rest = shown(joined(path.steps.map(wordOfStep)));
  const [first, ...others] = path.steps.map(wordOfStep);
  switch (path.name) {
    case "_variables":
      return first === undefined ? undefined : { kind: "variable", name: shown(first) };
    case "_responses":
      return first === undefined
        ? undefined
        : { kind: "answer", step: shown(first), path: shown(joined(others)) };
    case "_request":
      return { kind: "webhook", path: rest };
    case "_currentOperator":
      return { kind: "operator", path: rest };
    case "_topdeskUrl":
      return { kind: "environment" };
    case "_generatedDocuments":
      return { kind: "documents" };
    case "_random":
    case "_randomUUID":
      return { kind: "made up" };
    default:
      break;
  }
  if (METHODS.has(path.name) || assigned.has(path.name)) return undefined;
  const isItem = path.bound || place.containers.some((step) => isLoopOver(step, path.name));
  if (isItem) return { kind: "item", name: shown(path.name), path: rest };
  return { kind: "card", field: shown(joined([path.name, ...path.steps.map(wordOfStep)])) };
}

/** What TOPdesk offers to templates to work with, and holds no data. */
const METHODS = new Set(["_base64", "_map"]);

function isLoopOver(step: PlacedStep["containers"][number], name: string): boolean {
  return step.kind === "loop" && step.itemKey === name;
}

/** The keys of an origin; those with an index in the path itself are written with it. */
function withSteps(words: readonly string[], path: Path): string {
  const own = path.steps.map(wordOfStep);
  const kept = words.slice(0, Math.max(0, words.length - own.length));
  return joined([...kept, ...own.slice(Math.max(0, own.length - words.length))]);
}

function wordOfStep({ key, visited: { node } }: PathStep): string {
  if (key !== undefined) return key;
  return node.kind === "dynamic key" && node.key.kind === "number" ? `[${node.key.digits}]` : "[…]";
}

function joined(words: readonly string[]): string {
  return words.reduce(
    (all, word) => (all === "" || word.startsWith("[") ? all + word : `${all}.${word}`),
    "",
  );
}

/** The names that a text itself gives their values. */
function namesAssignedIn({ parsed }: PlacedTemplate): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { node } of parsed.nodes) {
    if (node.kind === "assign") for (const { name } of node.assignments) names.add(name);
    else if (node.kind === "capture" || node.kind === "macro" || node.kind === "function")
      names.add(node.name);
  }
  return names;
}

/** Sources, each once. */
export function distinct(sources: readonly Source[]): readonly Source[] {
  return [...new Map(sources.map((source) => [JSON.stringify(source), source])).values()];
}

/** What a text prints. */
export function valueOf(text: ReadText, shown: Shown): Value {
  if (text.body === undefined) return text.source === "" ? [] : [{ kind: "words", text: shown(text.source) }];
  return valueOfElements(text.body, text, shown);
}

/** What some content of a text prints. */
export function valueOfElements(elements: readonly Element[], text: ReadText, shown: Shown): Value {
  return elements.flatMap((element): readonly Piece[] => {
    switch (element.kind) {
      case "text":
      case "noparse":
        return element.text.trim() === "" ? [] : [{ kind: "words", text: shown(element.text) }];
      case "interpolation":
        return [pieceOf(element.expression, text)];
      case "comment":
      case "setting":
      case "header":
        return [];
      default:
        return [{ kind: "computed", from: sourcesIn([element], text) }];
    }
  });
}

/** What an expression gives: the value of a path, or something worked out. */
export function pieceOf(expression: Expression, text: ReadText): Piece {
  const inner = withoutWriting(expression);
  if (inner.kind === "string" && inner.parts.length === 1 && typeof inner.parts[0] === "string")
    return { kind: "words", text: inner.parts[0] };
  const source = text.sourceOf(inner);
  if (source !== undefined) return { kind: "source", source };
  return { kind: "computed", from: sourcesOfExpression(expression, text) };
}

/** Built-ins that change how a value is written, and nothing else. */
const WRITING = new Set([
  "no_esc",
  "esc",
  "c",
  "cn",
  "string",
  "json_string",
  "url",
  "url_path",
  "html",
  "trim",
]);
const DEEPEST = 50;

/** An expression without what only changes how its value is written. */
export function withoutWriting(expression: Expression): Expression {
  let inner = expression;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    if (inner.kind === "parenthesis") inner = inner.inner;
    else if (inner.kind === "built-in" && WRITING.has(inner.name) && inner.arguments === undefined)
      inner = inner.target;
    else if (inner.kind === "default" && isEmptyText(inner.fallback)) inner = inner.target;
    else break;
  }
  return inner;
}

function isEmptyText(fallback: Expression | undefined): boolean {
  return fallback === undefined || (fallback.kind === "string" && fallback.parts.length === 0);
}

/** Everything that some content reads. */
function sourcesIn(elements: readonly Element[], text: ReadText): readonly Source[] {
  const found = pathsAmong(walk(elements)).flatMap(({ whole }) => {
    const { node } = whole;
    const source = isExpression(node) ? text.sourceOf(node) : undefined;
    return source === undefined ? [] : [source];
  });
  return distinct(found);
}

function sourcesOfExpression(expression: Expression, text: ReadText): readonly Source[] {
  const { span } = expression;
  return sourcesIn([{ kind: "interpolation", expression, style: "dollar", format: undefined, span }], text);
}

function isExpression(node: { readonly kind: string }): node is Expression {
  return node.kind === "variable" || node.kind === "dot" || node.kind === "dynamic key";
}
