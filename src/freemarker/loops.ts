import { LIST_ADVICE } from "./advice.js";
import { bodyOf, elseBodyOf, type BodyReader, type BodyRequest } from "./body.js";
import type { ExpressionParser } from "./expression-parser.js";
import type { LoopContext } from "./scope.js";
import type { Tag } from "./tag.js";
import { ParseFailure } from "./template-error.js";
import type { TemplateParser } from "./template-parser.js";
import type { Element, Expression, LoopVariables } from "./tree.js";

interface ListHead {
  readonly expression: Expression;
  readonly variables: LoopVariables | undefined;
}

const LIST_BODY = bodyOf("#list", "/list", "else");
const LIST_ELSE_BODY = elseBodyOf("#list", "/list");
const FOREACH_BODY = bodyOf("#foreach", "/foreach");
const ITEMS_BODY = bodyOf("#items", "/items");
/** The end tag may be left out: then the block ends where what is around it does. */
const SEP_BODY: BodyRequest = { ...bodyOf("#sep", "/sep"), mayStayOpen: true };

export function* readList(parser: TemplateParser, tag: Tag): BodyReader {
  const { scope } = parser;
  const kind = tag.name === "list" ? "list" : "foreach";
  const head = parser.head(tag, kind === "list" ? listHead : forEachHead);
  const variables = head?.variables;
  const loop: LoopContext = { kind, variables, hasItems: false };
  const variablesAround = scope.loopVariables.length;
  scope.loops.push(loop);
  if (variables !== undefined) scope.enterLoop(variables);
  if (head === undefined) scope.enterUnknownLoop();
  const { elements, tag: next, firstStray } = yield kind === "list" ? LIST_BODY : FOREACH_BODY;
  if (variables !== undefined) scope.leaveLoop(variablesAround);
  if (head === undefined) scope.leaveUnknownLoop();
  scope.loops.pop();
  // FreeMarker says so as soon as the body ends, however it does.
  const hasEnded = next !== undefined || firstStray !== undefined;
  if (head !== undefined && variables === undefined && !loop.hasItems && hasEnded) {
    const message = '#list needs "as" and a name, or #items inside it.';
    parser.misplaced(tag, message, LIST_ADVICE, firstStray);
  }
  let otherwise: Element[] | undefined;
  if (next !== undefined) parser.at = next.end;
  if (next?.kind === "start") {
    const rest = yield LIST_ELSE_BODY;
    otherwise = rest.elements;
    if (rest.tag !== undefined) parser.at = rest.tag.end;
  }
  const expression = head?.expression ?? parser.missing(tag);
  return { kind: "list", expression, variables, body: elements, otherwise, span: parser.span(tag.start) };
}

function listHead(head: ExpressionParser, parser: TemplateParser, tag: Tag): ListHead {
  const expression = head.expression();
  const variables = head.isKeyword("as") ? variablesUpToEnd(head, parser, tag) : undefined;
  if (variables === undefined) {
    if (head.isKeyword("in") || head.peek().kind === "name") head.unexpected('"as"', LIST_ADVICE);
    parser.tagEnd(head, false);
  }
  return { expression, variables };
}

function forEachHead(head: ExpressionParser, parser: TemplateParser): ListHead {
  const item = head.takeName("a name").text;
  if (!head.isKeyword("in")) head.unexpected('"in"', LIST_ADVICE);
  head.take();
  const expression = head.expression();
  parser.tagEnd(head, false);
  return { expression, variables: { item, value: undefined } };
}

/** Reads `as`, the names behind it, and the end of the tag. */
function variablesUpToEnd(head: ExpressionParser, parser: TemplateParser, tag: Tag): LoopVariables {
  head.take();
  if (head.peek().kind !== "name") head.unexpected("a name", tag.name === "list" ? LIST_ADVICE : undefined);
  const item = head.take().text;
  const isPair = head.isOperator(",");
  if (isPair) head.take();
  const value = isPair ? head.takeName("a name") : undefined;
  parser.tagEnd(head, false);
  if (value?.text === item) {
    // FreeMarker names the line of the tag.
    const isOnLineOfTag = parser.lines.line(value.start) === parser.lines.line(tag.start);
    const { start, end } = isOnLineOfTag ? value : tag;
    throw new ParseFailure("wrong-arguments", "Key and value have the same name.", start, end);
  }
  return { item, value: value?.text };
}

export function* readItems(parser: TemplateParser, tag: Tag): BodyReader {
  const { scope } = parser;
  const variables = parser.head(tag, itemsHead) ?? { item: "", value: undefined };
  const loop = scope.loops.at(-1);
  const problem = itemsProblem(loop);
  if (problem !== undefined) parser.misplaced(tag, problem);
  const around = loop?.variables;
  const variablesAround = scope.loopVariables.length;
  if (loop !== undefined) {
    loop.hasItems = true;
    loop.variables = variables;
  }
  scope.enterLoop(variables);
  const { elements, tag: end } = yield ITEMS_BODY;
  scope.leaveLoop(variablesAround);
  if (loop !== undefined) loop.variables = around;
  if (end !== undefined) parser.at = end.end;
  return { kind: "items", variables, body: elements, span: parser.span(tag.start) };
}

function itemsHead(head: ExpressionParser, parser: TemplateParser, tag: Tag): LoopVariables {
  if (!head.isKeyword("as")) head.unexpected('"as"');
  return variablesUpToEnd(head, parser, tag);
}

function itemsProblem(loop: LoopContext | undefined): string | undefined {
  if (loop === undefined) return "#items must be inside a #list.";
  if (loop.variables === undefined) return undefined;
  if (loop.hasItems) return "A #list cannot have two #items inside each other.";
  return loop.kind === "foreach"
    ? "#foreach cannot have #items."
    : '#items cannot be inside a #list that has "as" already.';
}

export function* readSep(parser: TemplateParser, tag: Tag): BodyReader {
  if (parser.scope.loops.length === 0) parser.misplaced(tag, "#sep must be inside a #list.");
  const { elements, tag: end } = yield SEP_BODY;
  if (end !== undefined) parser.at = end.end;
  return { kind: "sep", body: elements, span: parser.span(tag.start) };
}
