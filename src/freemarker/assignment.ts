import { bodyOf, type BodyReader } from "./body.js";
import type { ExpressionParser } from "./expression-parser.js";
import { definedName } from "./names.js";
import type { Tag } from "./tag.js";
import { ParseFailure } from "./template-error.js";
import type { TemplateParser } from "./template-parser.js";
import type { Assign, AssignDirective, Assignment, Expression } from "./tree.js";

const OPERATORS = ["=", "+=", "-=", "*=", "/=", "%=", "++", "--"] as const;

const BODIES = {
  assign: bodyOf("#assign", "/assign"),
  local: bodyOf("#local", "/local"),
  global: bodyOf("#global", "/global"),
} as const;

interface Head {
  readonly assignments: readonly Assignment[];
  /** The name, when the content up to the end tag is the value. */
  readonly captured: string | undefined;
  readonly namespace: Expression | undefined;
}

/** Reads `assign`, `local` and `global`, with values in the tag or with their content as the value. */
export function readAssignment(
  parser: TemplateParser,
  tag: Tag,
  directive: AssignDirective,
): Assign | BodyReader {
  if (directive === "local" && parser.scope.definition === undefined)
    parser.misplaced(tag, "#local must be inside a macro or function.");
  const head = parser.head(tag, readHead);
  if (head?.captured !== undefined) return readCapture(parser, tag, directive, head.captured, head.namespace);
  if (head === undefined && isCapture(parser, tag)) return readCapture(parser, tag, directive, "", undefined);
  const { assignments = [], namespace } = head ?? {};
  return { kind: "assign", directive, assignments, namespace, span: parser.span(tag.start) };
}

/** Whether a tag that could not be read gives no value, and the next tag of its directive is an end tag. */
function isCapture({ source, at, brokenTags }: TemplateParser, { name, end }: Tag): boolean {
  if (source.slice(end, at).includes("=") || !brokenTags.hasEndAfter(`#${name}`, at)) return false;
  const next = new RegExp(`[<[](/?)#${name}\\b`, "g");
  next.lastIndex = at;
  return next.exec(source)?.[1] === "/";
}

function* readCapture(
  parser: TemplateParser,
  tag: Tag,
  directive: AssignDirective,
  name: string,
  namespace: Expression | undefined,
): BodyReader {
  const { elements, tag: end } = yield BODIES[directive];
  if (end !== undefined) parser.at = end.end;
  return { kind: "capture", directive, name, namespace, body: elements, span: parser.span(tag.start) };
}

function readHead(head: ExpressionParser, parser: TemplateParser, tag: Tag): Head {
  const { start } = head.peek();
  const name = definedName(head, "the name of a variable");
  if (!atOperator(head)) {
    const namespace = namespaceOf(head, tag);
    if (head.peek().kind !== "tag end") head.unexpected('"=" or the end of the tag');
    parser.tagEnd(head, false);
    return { assignments: [], captured: name, namespace };
  }
  const assignments = [assignment(head, name, start)];
  for (let next = head.peek(); startsAnother(head); next = head.peek())
    assignments.push(anotherAssignment(head, next.start));
  const namespace = namespaceOf(head, tag);
  parser.tagEnd(head, true);
  return { assignments, captured: undefined, namespace };
}

function startsAnother(head: ExpressionParser): boolean {
  const { kind } = head.peek();
  return kind === "name" || kind === "string" || head.isOperator(",");
}

/** Reads an assignment behind another. What looks like none is a mistake from its start, a comma included. */
function anotherAssignment(head: ExpressionParser, start: number): Assignment {
  if (head.isOperator(",")) head.take();
  const { kind, start: nameStart } = head.peek();
  if (kind === "name" || kind === "string") {
    const name = definedName(head, "the name of a variable");
    if (atOperator(head)) return assignment(head, name, nameStart);
  }
  const found = head.source.slice(start, head.end);
  const message = `Found ${found}, but expected the end of the tag or another assignment.`;
  throw new ParseFailure("unexpected", message, start, head.end);
}

function atOperator(head: ExpressionParser): boolean {
  const { kind, text } = head.peek();
  return kind === "operator" && OPERATORS.some((operator) => operator === text);
}

function assignment(head: ExpressionParser, name: string, start: number): Assignment {
  const { text } = head.take();
  const operator = OPERATORS.find((candidate) => candidate === text) ?? "=";
  const value = operator === "++" || operator === "--" ? undefined : head.expression();
  return { name, operator, value, span: head.span(start, head.end) };
}

function namespaceOf(head: ExpressionParser, tag: Tag): Expression | undefined {
  if (!head.isKeyword("in")) return undefined;
  const { start, end } = head.take();
  const namespace = head.expression();
  if (tag.name === "assign") return namespace;
  throw new ParseFailure("unexpected", `#${tag.name} cannot assign to a namespace.`, start, end);
}
