import { LineMap } from "../positions.js";
import type { Element, Template } from "../tree.js";
import { isJavaWhiteSpace, javaTrim } from "./java-text.js";
import { spaceNodesOf, type SpaceNode } from "./white-space-nodes.js";

/**
 * The texts of a template from which FreeMarker takes white space away: lines that hold directives only vanish, and
 * `<#t>`, `<#lt>` and `<#rt>` trim theirs. The same steps as FreeMarker takes, in the same order, since each step
 * looks at what those before it have left.
 */
export function strippedTexts(template: Template): ReadonlyMap<Element, string> {
  const texts = new Map<Element, string>();
  const header = template.body.find(({ kind }) => kind === "header");
  const root = spaceNodesOf(template, new LineMap(template.source));
  adopt(root);
  if (header !== undefined) stripAroundHeader(template, root, header);
  // A template that is one text is no list of elements, of which any could be left out.
  const isOneText = root.children.length === 1 && root.children[0]?.kind === "text";
  if (stripsWhiteSpace(header) && !isOneText) cleanUp(root, root, TRIM.test(template.source));
  collect(root, texts, template);
  return texts;
}

/** Most templates hold no trim directive, so that nobody need look for one beside each text. */
const TRIM = /[<[]#(?:t|lt|rt|nt)[^a-zA-Z]/;

/** The rest of the header's line goes in any case, and what stands before the header. */
function stripAroundHeader(template: Template, root: SpaceNode, header: Element): void {
  const at = template.body.indexOf(header);
  const before = new Set(template.body.slice(0, at));
  for (const node of root.children) {
    if (node.element === undefined) continue;
    if (before.has(node.element)) node.text = "";
    if (node.element === template.body[at + 1]) stripLine(node);
  }
  while (root.children[0]?.text === "" && root.children[0].element !== undefined) root.children.shift();
  adopt(root);
}

function stripLine(node: SpaceNode): void {
  const rest = /^[ \t]*(?:\r\n|\r|\n)/.exec(node.text)?.[0] ?? "";
  if (rest === "") return;
  node.text = node.text.slice(rest.length);
  node.firstLine += 1;
  node.startsLine = true;
}

function stripsWhiteSpace(header: Element | undefined): boolean {
  if (header?.kind !== "header") return true;
  const setting = header.settings.find(({ name }) => name === "strip_whitespace")?.value;
  return !(setting?.kind === "boolean" && !setting.value);
}

function adopt(node: SpaceNode): void {
  node.children.forEach((child, index) => {
    child.parent = node;
    child.index = index;
    adopt(child);
  });
}

/** Texts that became empty or shorter, by their elements; those that were taken away as a whole, too. */
function collect(root: SpaceNode, texts: Map<Element, string>, template: Template): void {
  const kept = new Map<Element, string>();
  const waiting = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.element !== undefined) kept.set(next.element, next.text);
    waiting.push(...next.children);
  }
  for (const element of textsIn(template.body)) {
    const text = kept.get(element) ?? "";
    if (text !== element.text) texts.set(element, text);
  }
}

function textsIn(body: readonly Element[]): readonly (Element & { kind: "text" | "noparse" })[] {
  const found: (Element & { kind: "text" | "noparse" })[] = [];
  const waiting = [...body];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === "text" || next.kind === "noparse") found.push(next);
    else waiting.push(...contentOf(next));
  }
  return found;
}

function contentOf(element: Element): readonly Element[] {
  switch (element.kind) {
    case "if":
    case "switch":
      return element.branches.flatMap(({ body }) => body);
    case "list":
      return [...element.body, ...(element.otherwise ?? [])];
    case "attempt":
      return [...element.body, ...element.recover];
    case "items":
    case "sep":
    case "capture":
    case "macro":
    case "function":
    case "block":
      return element.body;
    case "directive call":
      return element.body ?? [];
    default:
      return [];
  }
}

function cleanUp(node: SpaceNode, root: SpaceNode, hasTrims: boolean): void {
  for (const child of node.children) {
    if (child.kind === "text") strip(child, root, hasTrims);
    else cleanUp(child, root, hasTrims);
  }
  removeIgnorable(node.children, root);
}

/** Each child is looked at between what was kept before it and what comes behind it. */
function removeIgnorable(children: SpaceNode[], root: SpaceNode): void {
  const count = children.length;
  let kept = 0;
  for (let index = 0; index < count; index += 1) {
    const [child, next] = [children[index], children[index + 1]];
    if (child === undefined) continue;
    children[kept] = child;
    child.index = kept;
    if (next === undefined) children.length = kept + 1;
    else children[kept + 1] = next;
    if (!isIgnorable(child, root)) kept += 1;
  }
  children.length = kept;
}

function strip(node: SpaceNode, root: SpaceNode, hasTrims: boolean): void {
  if (node.text === "") return;
  const trimsLeft = hasTrims && trimLeft(node);
  const trimsRight = hasTrims && trimRight(node);
  if (node.text === "") return;
  if (node.parent === root && previousSibling(node) === undefined) return;
  const trailing = trimsLeft ? 0 : trailingToStrip(node, root);
  const opening = trimsRight ? 0 : openingToStrip(node, root);
  if (opening === 0 && trailing === 0) return;
  node.text = node.text.slice(opening, Math.max(opening, node.text.length - trailing));
  if (opening > 0) {
    node.firstLine += 1;
    node.startsLine = true;
  }
}

/** Whether a trim directive behind the text, on its last line, rules over the white space before it. */
function trimLeft(node: SpaceNode): boolean {
  let rules = false;
  for (let next = nextLeaf(node); next?.firstLine === node.lastLine; next = nextLeaf(next)) {
    if (next.trims === undefined) continue;
    const { left, right } = next.trims;
    if (!left && !right) rules = true;
    if (!left) continue;
    rules = true;
    const last = lastLineBreak(node.text);
    if (last < 0 && !node.startsLine) continue;
    const [before, line] = [node.text.slice(0, last + 1), node.text.slice(last + 1)];
    node.text = before + (isBlank(line) ? "" : withoutLeadingSpace(line));
  }
  return rules;
}

/** Whether a trim directive before the text, on its first line, rules over the white space behind it. */
function trimRight(node: SpaceNode): boolean {
  let rules = false;
  for (
    let previous = previousLeaf(node);
    previous?.lastLine === node.firstLine;
    previous = previousLeaf(previous)
  ) {
    if (previous.trims === undefined) continue;
    const { left, right } = previous.trims;
    if (!left && !right) rules = true;
    if (!right) continue;
    rules = true;
    const lineEnd = afterFirstLineBreak(node.text);
    if (lineEnd === 0) return false;
    const [line, rest] = [node.text.slice(0, lineEnd), node.text.slice(lineEnd)];
    if (isBlank(line)) {
      node.text = rest;
      node.firstLine += 1;
      node.startsLine = true;
    } else node.text = withoutTrailingSpace(line) + (isBlank(rest) && trimsRest(node) ? "" : rest);
  }
  return rules;
}

function trimsRest(node: SpaceNode): boolean {
  let trims = true;
  for (let next = nextLeaf(node); next?.firstLine === node.lastLine; next = nextLeaf(next)) {
    if (heeds(next, "before", undefined)) trims = false;
    if (next.trims?.left === true) return true;
  }
  return trims;
}

function openingToStrip(node: SpaceNode, root: SpaceNode): number {
  const lineEnd = afterFirstLineBreak(node.text);
  if (lineEnd === 0 && !node.startsLine) return 0;
  if (!isBlank(node.text.slice(0, lineEnd))) return 0;
  for (
    let previous = previousLeaf(node);
    previous?.lastLine === node.firstLine;
    previous = previousLeaf(previous)
  ) {
    if (heeds(previous, "before", root)) return 0;
  }
  return lineEnd;
}

function trailingToStrip(node: SpaceNode, root: SpaceNode): number {
  const last = lastLineBreak(node.text);
  if (last < 0 && !node.startsLine) return 0;
  if (!isBlank(node.text.slice(last + 1))) return 0;
  for (let next = nextLeaf(node); next?.firstLine === node.lastLine; next = nextLeaf(next)) {
    if (heeds(next, "behind", root)) return 0;
  }
  return node.text.length - (last + 1);
}

/** Whether the white space next to a node matters: `before` a text it is the end of the node, `behind` its start. */
function heeds(node: SpaceNode, side: "before" | "behind", root: SpaceNode | undefined): boolean {
  if (node.kind === "output") return true;
  if (node.kind !== "text" || isIgnorable(node, root)) return false;
  const { text } = node;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(side === "behind" ? index : text.length - 1 - index);
    if (character === "\n" || character === "\r") return false;
    if (!isJavaWhiteSpace(character)) return true;
  }
  return true;
}

function isIgnorable(node: SpaceNode, root: SpaceNode | undefined): boolean {
  if (node.kind === "trim") return true;
  if (node.kind !== "text") return node.vanishes && node.children.length === 0;
  if (node.text === "") return true;
  if (!isBlank(node.text)) return false;
  const isTop =
    node.parent !== undefined &&
    (root === undefined ? node.parent.parent === undefined : node.parent === root);
  const [previous, next] = [previousSibling(node), nextSibling(node)];
  return (
    (previous === undefined ? isTop : isSilent(previous)) && (next === undefined ? isTop : isSilent(next))
  );
}

/** Definitions, assignments, settings and comments print nothing. */
function isSilent({ kind }: SpaceNode): boolean {
  return kind === "silent" || kind === "leaf";
}

function previousSibling(node: SpaceNode): SpaceNode | undefined {
  return node.parent?.children[node.index - 1];
}

function nextSibling(node: SpaceNode): SpaceNode | undefined {
  return node.parent?.children[node.index + 1];
}

function nextLeaf(node: SpaceNode): SpaceNode | undefined {
  for (let around: SpaceNode | undefined = node; around !== undefined; around = around.parent) {
    let next = nextSibling(around);
    if (next === undefined) continue;
    for (let first = inside(next).at(0); first !== undefined; first = inside(first).at(0)) next = first;
    return next;
  }
  return undefined;
}

function previousLeaf(node: SpaceNode): SpaceNode | undefined {
  for (let around: SpaceNode | undefined = node; around !== undefined; around = around.parent) {
    let previous = previousSibling(around);
    if (previous === undefined) continue;
    for (let last = inside(previous).at(-1); last !== undefined; last = inside(last).at(-1)) previous = last;
    return previous;
  }
  return undefined;
}

/** The content of macros and captures is elsewhere, as far as the lines around them go. */
function inside(node: SpaceNode): readonly SpaceNode[] {
  return node.kind === "leaf" || node.kind === "block" ? [] : node.children;
}

function afterFirstLineBreak(text: string): number {
  const lineBreak = /\r\n|\r|\n/.exec(text);
  return lineBreak === null ? 0 : lineBreak.index + lineBreak[0].length;
}

function lastLineBreak(text: string): number {
  return Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r"));
}

function isBlank(text: string): boolean {
  return javaTrim(text) === "";
}

function withoutLeadingSpace(text: string): string {
  let start = 0;
  while (start < text.length && isJavaWhiteSpace(text.charAt(start))) start += 1;
  return text.slice(start);
}

function withoutTrailingSpace(text: string): string {
  let end = text.length;
  while (end > 0 && isJavaWhiteSpace(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
