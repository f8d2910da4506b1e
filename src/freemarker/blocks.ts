import { bodyOf, type BodyReader } from "./body.js";
import { needsModel, constantText } from "./constant.js";
import type { ExpressionParser } from "./expression-parser.js";
import { outputFormatProblem, outputFormatEscapes } from "./output-format.js";
import type { Tag } from "./tag.js";
import { ParseFailure } from "./template-error.js";
import type { TemplateParser } from "./template-parser.js";
import type { Block, Expression } from "./tree.js";

const BODIES = {
  compress: bodyOf("#compress", "/compress"),
  outputformat: bodyOf("#outputformat", "/outputformat"),
  autoesc: bodyOf("#autoesc", "/autoesc"),
  noautoesc: bodyOf("#noautoesc", "/noautoesc"),
  escape: bodyOf("#escape", "/escape"),
  noescape: bodyOf("#noescape", "/noescape"),
  transform: bodyOf("#transform", "/transform"),
} as const;

type BlockHead = Pick<Block, "expression" | "variable">;

/** Reads a directive that changes how its content is printed. */
export function* readBlock(parser: TemplateParser, tag: Tag, name: Block["name"]): BodyReader {
  const { scope } = parser;
  const { escapes, autoEscapes, escapeDirectives } = scope;
  checkPlace(parser, tag, name);
  const head = readBlockHead(parser, tag, name);
  if (name === "outputformat") scope.escapes = formatEscapes(parser, tag, head.expression);
  if (name === "autoesc") scope.autoEscapes = true;
  if (name === "noautoesc") scope.autoEscapes = false;
  if (name === "escape") scope.escapeDirectives += 1;
  if (name === "noescape") scope.escapeDirectives -= 1;
  const { elements, tag: end } = yield BODIES[name];
  Object.assign(scope, { escapes, autoEscapes, escapeDirectives });
  if (end !== undefined) parser.at = end.end;
  return { kind: "block", name, ...head, body: elements, span: parser.span(tag.start) };
}

function checkPlace(parser: TemplateParser, tag: Tag, name: Block["name"]): void {
  const { escapes, autoEscapes, escapeDirectives } = parser.scope;
  if (name === "autoesc" && !escapes) {
    const message = "#autoesc cannot be used where the output format has no escaping.";
    parser.report(new ParseFailure("no-escaping", message, tag.start, tag.end, "Leave it out."));
  }
  if (name === "escape" && escapes && autoEscapes) {
    const message = "#escape cannot be used where values are escaped already.";
    parser.report(new ParseFailure("no-escaping", message, tag.start, tag.end, "Leave it out."));
  }
  if (name === "noescape" && escapeDirectives <= 0)
    parser.misplaced(tag, "#noescape must be inside an #escape that is in force.");
}

function readBlockHead(parser: TemplateParser, tag: Tag, name: Block["name"]): BlockHead {
  if (!tag.open) return { expression: undefined, variable: undefined };
  const read = name === "escape" ? escapeHead : name === "transform" ? transformHead : formatHead;
  return parser.head<BlockHead>(tag, read) ?? { expression: parser.missing(tag), variable: undefined };
}

function escapeHead(head: ExpressionParser, parser: TemplateParser): BlockHead {
  const variable = head.takeName("a name").text;
  if (!head.isKeyword("as")) head.unexpected('"as"');
  head.take();
  const expression = head.expression();
  parser.tagEnd(head, false);
  return { expression, variable };
}

/** The arguments of `transform` are checked and left out: the directive is obsolete, and no template here has it. */
function transformHead(head: ExpressionParser, parser: TemplateParser): BlockHead {
  const expression = head.expression();
  if (head.isOperator(";")) head.take();
  while (head.peek().kind === "name") {
    head.take();
    head.takeOperator("=");
    head.expression();
  }
  parser.tagEnd(head, false);
  return { expression, variable: undefined };
}

function formatHead(head: ExpressionParser, parser: TemplateParser): BlockHead {
  const expression = head.expression();
  parser.tagEnd(head, false);
  return { expression, variable: undefined };
}

/** Whether the output format that `outputformat` names escapes what is printed. */
function formatEscapes(parser: TemplateParser, tag: Tag, expression: Expression | undefined): boolean {
  const { escapes } = parser.scope;
  // A head that could not be read was reported before.
  if (expression === undefined || (expression.kind === "variable" && expression.name === "")) return escapes;
  const { start, end } = expression.span;
  const name = constantText(expression);
  if (name === undefined) {
    const message = needsModel(expression)
      ? "The output format must be known before the template runs."
      : "The output format must be a text.";
    const hint = 'Write its name in quotes: <#outputformat "HTML">.';
    parser.report(new ParseFailure("wrong-literal", message, start.offset, end.offset, hint));
    return escapes;
  }
  const problem = outputFormatProblem(name, escapes);
  if (problem === undefined) return outputFormatEscapes(name);
  parser.report(new ParseFailure("unknown-setting", problem.message, tag.start, tag.end, problem.hint));
  // Whatever was meant, ?no_esc may well be right there, and so may ?html.
  parser.scope.autoEscapes = false;
  return true;
}
