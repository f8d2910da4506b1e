import { bodyOf, type BodyReader } from "./body.js";
import type { ExpressionParser } from "./expression-parser.js";
import { unescaped } from "./primary-parser.js";
import type { Scope } from "./scope.js";
import { calledName } from "./stray-tag.js";
import type { Tag } from "./tag.js";
import { ParseFailure } from "./template-error.js";
import type { TemplateParser } from "./template-parser.js";
import type { Call, Expression } from "./tree.js";

interface CallHead extends Pick<Call, "callee" | "positional" | "named" | "loopVariables"> {
  readonly empty: boolean;
}

const CALL_BODY = bodyOf("@...", "/@");

/** Reads the call of a directive that a template defines: `<@name .../>` or `<@name ...>...</@name>`. */
export function readCall(parser: TemplateParser, tag: Tag): Call | BodyReader {
  const { callee, positional, named, loopVariables, empty } =
    parser.head(tag, callHead) ?? brokenHead(parser, tag);
  if (!empty) return readCallBody(parser, tag, { callee, positional, named, loopVariables });
  const span = parser.span(tag.start);
  return { kind: "directive call", callee, positional, named, loopVariables, body: undefined, span };
}

/** Reads `<#call name ...>`, which has no content. FreeMarker takes each round bracket for itself. */
export function readObsoleteCall(parser: TemplateParser, tag: Tag): Call {
  const { callee, positional, named } = parser.head(tag, obsoleteHead) ?? brokenHead(parser, tag);
  const span = parser.span(tag.start);
  return { kind: "directive call", callee, positional, named, loopVariables: [], body: undefined, span };
}

function obsoleteHead(
  head: ExpressionParser,
  parser: TemplateParser,
): Omit<CallHead, "loopVariables" | "empty"> {
  const { text, start, end } = head.takeName("the name of a macro");
  const callee: Expression = { kind: "variable", name: unescaped(text), span: head.span(start, end) };
  const isNamed = head.atNamedArgument;
  const named = isNamed ? namedArguments(head) : [];
  if (!isNamed && head.isOperator("(")) head.take();
  const positional = isNamed ? [] : head.positional();
  if (!isNamed && head.isOperator(")")) head.take();
  parser.tagEnd(head, true);
  return { callee, positional, named };
}

function brokenHead(parser: TemplateParser, tag: Tag): CallHead {
  return {
    callee: parser.missing(tag),
    positional: [],
    named: [],
    loopVariables: [],
    empty: !isClosed(parser, tag),
  };
}

/** Whether the end tag of a call follows whose start tag could not be read. */
function isClosed({ source, at, brokenTags }: TemplateParser, tag: Tag): boolean {
  const name = calledName(tag, source);
  if (name !== undefined && brokenTags.hasEndAfter(`@${name}`, at)) return true;
  return !brokenTags.isSelfClosed(tag) && brokenTags.hasEndAfter("@>", at);
}

function* readCallBody(parser: TemplateParser, tag: Tag, head: Omit<CallHead, "empty">): BodyReader {
  const { scope } = parser;
  const { loopVariables } = scope;
  const hidden = hideLoopVariables(scope, head.loopVariables);
  const { elements, tag: end } = yield CALL_BODY;
  scope.loopVariables = loopVariables;
  scope.loops.length -= hidden;
  if (end !== undefined) {
    checkEnd(parser, end, head.callee);
    parser.at = end.end;
  }
  return { kind: "directive call", ...head, body: elements, span: parser.span(tag.start) };
}

/**
 * What a call hands to its content hides loop variables of the same name, and is none itself: `?index` does not work on
 * it. FreeMarker compares with the items of lists only, not with the values of hashes.
 *
 * @returns how many it hides
 */
function hideLoopVariables(scope: Scope, names: readonly string[]): number {
  const around = scope.loops.length;
  for (const name of names) {
    const loop = scope.loops.findLast(({ variables }) => variables?.item === name);
    if (loop === undefined || loop.kind === "call") continue;
    scope.loops.push({ kind: "call", variables: { item: name, value: undefined }, hasItems: false });
    scope.loopVariables = scope.loopVariables.filter((variable) => variable !== name);
  }
  return scope.loops.length - around;
}

/** Whether the callee stands for one that could not be read. */
function isMissing(callee: Expression): boolean {
  return callee.kind === "variable" && callee.name === "";
}

function checkEnd(parser: TemplateParser, end: Tag, callee: Expression): void {
  if (end.name === "" || isMissing(callee)) return;
  const name = dotted(withoutArguments(callee));
  if (unescaped(end.name) === name) return;
  const expected = name === undefined ? "</@>" : `</@> or </@${name}>`;
  parser.report(
    new ParseFailure("unexpected", `Found </@${end.name}>, but expected ${expected}.`, end.start, end.end),
  );
}

/** `a.b` of `a.b?with_args(...)`. */
function withoutArguments(callee: Expression): Expression {
  const target = callee.kind === "call" ? callee.target : undefined;
  return target?.kind === "built-in" && target.name === "with_args" ? target.target : callee;
}

/** `a.b.c` when an expression is nothing but that. */
function dotted(expression: Expression): string | undefined {
  const keys: string[] = [];
  let target = expression;
  for (; target.kind === "dot"; target = target.target) keys.push(target.key);
  return target.kind === "variable" ? [target.name, ...keys.reverse()].join(".") : undefined;
}

function callHead(head: ExpressionParser, parser: TemplateParser): CallHead {
  if (head.peek().kind === "space") head.unexpected("the name of a macro", "Write the name right behind <@.");
  const callee = head.expression();
  skipSpace(head);
  const isNamed = head.atNamedArgument;
  const named = isNamed ? namedArguments(head) : [];
  const positional = isNamed ? [] : head.positional();
  const loopVariables = head.isOperator(";") ? namesAfterSemicolon(head) : [];
  const empty = parser.tagEnd(head, true);
  return { callee, positional, named, loopVariables, empty };
}

function namedArguments(head: ExpressionParser): Call["named"] {
  const named: { name: string; value: Expression }[] = [];
  while (head.peek().kind === "name") {
    const { text } = head.take();
    head.takeNamedEquals();
    named.push({ name: text, value: head.expression() });
    skipSpace(head);
  }
  return named;
}

function namesAfterSemicolon(head: ExpressionParser): readonly string[] {
  head.take();
  const isSpaced = skipSpace(head);
  if (!isSpaced && head.peek().kind !== "name") return [];
  const names = [head.takeName("a name").text];
  for (;;) {
    const mustGoOn = skipSpace(head);
    if (!mustGoOn && !head.isOperator(",")) return names;
    head.takeOperator(",");
    skipSpace(head);
    names.push(head.takeName("a name").text);
  }
}

/** Takes the white space that ends the name of what is called, which may stand as late as here: `<@m;x, y>`. */
function skipSpace(head: ExpressionParser): boolean {
  const isSpace = head.peek().kind === "space";
  if (isSpace) head.take();
  return isSpace;
}
