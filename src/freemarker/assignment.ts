import type { ExpressionParser } from "./expression-parser.js";
import { unescaped } from "./primary-parser.js";
import { decodeStringLiteral, fixedText } from "./string-literal.js";
import type { Tag } from "./tag.js";
import { ParseFailure } from "./template-error.js";
import type { TemplateParser } from "./template-parser.js";
import type { Assign, AssignDirective, Assignment, Capture, Expression } from "./tree.js";

const OPERATORS = ["=", "+=", "-=", "*=", "/=", "%=", "++", "--"] as const;

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
): Assign | Capture {
  if (directive === "local" && parser.scope.definition === undefined) {
    parser.report(
      new ParseFailure("misplaced", "#local must be inside a macro or function.", tag.start, tag.end),
    );
  }
  const { assignments, captured, namespace } = parser.head<Head>(tag, (head) => readHead(parser, head), {
    assignments: [],
    captured: undefined,
    namespace: undefined,
  });
  if (captured === undefined)
    return { kind: "assign", directive, assignments, namespace, span: parser.span(tag.start) };
  const isEnd = (found: Tag) => found.kind === "end" && found.name === directive;
  const { elements, tag: end } = parser.body(`#${directive}`, isEnd);
  if (end !== undefined) parser.at = end.end;
  return {
    kind: "capture",
    directive,
    name: captured,
    namespace,
    body: elements,
    span: parser.span(tag.start),
  };
}

function readHead(parser: TemplateParser, head: ExpressionParser): Head {
  const first = nameOf(head);
  if (!head.isOperator(...OPERATORS)) {
    const namespace = namespaceOf(head);
    if (head.peek().kind !== "tag end") head.unexpected('"=" or the end of the tag');
    parser.tagEnd(head, false);
    return { assignments: [], captured: first.name, namespace };
  }
  const assignments = [assignment(head, first)];
  while (head.isOperator(",") || ["name", "string", "raw string"].includes(head.peek().kind)) {
    const { start } = head.peek();
    if (head.isOperator(",")) head.take();
    const name = nameOf(head);
    if (!head.isOperator(...OPERATORS)) {
      const found = head.source.slice(start, head.end);
      const message = `Found ${found}, but expected the end of the tag or another assignment.`;
      throw new ParseFailure("unexpected", message, start, head.end);
    }
    assignments.push(assignment(head, name));
  }
  const namespace = namespaceOf(head);
  parser.tagEnd(head, true);
  return { assignments, captured: undefined, namespace };
}

function assignment(head: ExpressionParser, { name, start }: Name): Assignment {
  const text = head.take().text;
  const operator = OPERATORS.find((candidate) => candidate === text) ?? "=";
  const value = operator === "++" || operator === "--" ? undefined : head.expression();
  return { name, operator, value, span: head.span(start, head.end) };
}

interface Name {
  readonly name: string;
  readonly start: number;
}

function nameOf(head: ExpressionParser): Name {
  const token = head.peek();
  if (token.kind === "string" || token.kind === "raw string") {
    head.take();
    return { name: fixedText(decodeStringLiteral(token, head)), start: token.start };
  }
  return { name: unescaped(head.takeName("the name of a variable").text), start: token.start };
}

function namespaceOf(head: ExpressionParser): Expression | undefined {
  if (!head.isKeyword("in")) return undefined;
  head.take();
  return head.expression();
}
