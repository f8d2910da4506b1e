import type { ExpressionParser } from "./expression-parser.js";
import { includeHead } from "./include.js";
import type { Tag } from "./tag.js";
import { ParseFailure } from "./template-error.js";
import type { TemplateParser } from "./template-parser.js";
import { SIMPLE_NAMES, type Expression, type Simple } from "./tree.js";

/** Reads a directive without content. */
export function readSimple(parser: TemplateParser, tag: Tag): Simple {
  const name = SIMPLE_NAMES.find((candidate) => candidate === tag.name);
  if (name === undefined) {
    throw new ParseFailure("malformed-directive", `"#${tag.name}" cannot stand here.`, tag.start, tag.end);
  }
  const expressions = tag.open ? (parser.head(tag, simpleHead) ?? []) : [];
  const problem = placeProblem(parser, tag, expressions.length);
  if (problem !== undefined) parser.misplaced(tag, problem);
  return { kind: "simple", name, expressions, span: parser.span(tag.start) };
}

function simpleHead(head: ExpressionParser, parser: TemplateParser, tag: Tag): readonly Expression[] {
  if (tag.name === "include") return includeHead(head, parser);
  const expressions = expressionsOf(head, tag);
  parser.tagEnd(head, true);
  return expressions;
}

function expressionsOf(head: ExpressionParser, tag: Tag): readonly Expression[] {
  switch (tag.name) {
    case "nested":
      return head.positional();
    case "visit":
      return [head.expression(), ...expressionAfterUsing(head)];
    case "recurse":
      return [...(head.atExpression ? [head.expression()] : []), ...expressionAfterUsing(head)];
    case "import":
      return [importHead(head)];
    default:
      return [head.expression()];
  }
}

function expressionAfterUsing(head: ExpressionParser): readonly Expression[] {
  if (!head.isKeyword("using")) return [];
  head.take();
  return [head.expression()];
}

function importHead(head: ExpressionParser): Expression {
  const expression = head.expression();
  if (!head.isKeyword("as")) head.unexpected('"as" and a name');
  head.take();
  head.takeName("a name");
  return expression;
}

/** What is wrong with the place of a directive, if anything. */
function placeProblem(parser: TemplateParser, { name }: Tag, values: number): string | undefined {
  const { breakable, continuable, definition } = parser.scope;
  switch (name) {
    case "break":
      return breakable === 0 ? "#break must be inside a loop or a #case." : undefined;
    case "continue":
      return continuable === 0 ? "#continue must be inside a loop." : undefined;
    case "nested":
    case "fallback":
      return definition === "macro" ? undefined : `#${name} must be inside a macro.`;
    case "return":
      return returnProblem(definition, values);
    default:
      return undefined;
  }
}

function returnProblem(definition: "macro" | "function" | undefined, values: number): string | undefined {
  if (definition === "macro") return values > 0 ? "A macro cannot return a value." : undefined;
  if (values > 0) return undefined;
  return definition === "function"
    ? "A function must return a value."
    : "#return without a value must be inside a macro.";
}
