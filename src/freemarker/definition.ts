import { bodyOf, type BodyReader } from "./body.js";
import type { ExpressionParser } from "./expression-parser.js";
import { definedName } from "./names.js";
import type { Tag } from "./tag.js";
import { ParseFailure } from "./template-error.js";
import type { TemplateParser } from "./template-parser.js";
import type { Macro, Parameter } from "./tree.js";

type MacroHead = Pick<Macro, "name" | "parameters" | "rest">;

const BODIES = { macro: bodyOf("#macro", "/macro"), function: bodyOf("#function", "/function") } as const;

/** Reads the definition of a macro or a function. */
export function* readMacro(parser: TemplateParser, tag: Tag, kind: Macro["kind"]): BodyReader {
  const { scope } = parser;
  if (scope.definition !== undefined)
    parser.misplaced(tag, "Macros and functions cannot be defined inside each other.");
  const { definition, loopVariables, loops, breakable, continuable } = scope;
  scope.definition = kind;
  const head = parser.head(tag, macroHead) ?? { name: "", parameters: [], rest: undefined };
  Object.assign(scope, { loopVariables: [], loops: [], breakable: 0, continuable: 0 });
  const { elements, tag: end } = yield BODIES[kind];
  Object.assign(scope, { definition, loopVariables, loops, breakable, continuable });
  if (end !== undefined) parser.at = end.end;
  return { kind, ...head, body: elements, span: parser.span(tag.start) };
}

/** FreeMarker takes each of the round brackets for itself, whether there is another or not. */
function macroHead(head: ExpressionParser, parser: TemplateParser): MacroHead {
  const name = definedName(head, "a name");
  if (head.isOperator("(")) head.take();
  const parameters: Parameter[] = [];
  let rest: string | undefined;
  let hasDefaults = false;
  while (head.peek().kind === "name") {
    const { text, start, end } = head.take();
    const isRest = head.isOperator("...");
    if (isRest) head.take();
    const fallback = fallbackOf(head);
    hasDefaults ||= fallback !== undefined;
    if (head.isOperator(",")) head.take();
    const problem =
      rest !== undefined
        ? "Nothing may follow the parameter that takes the rest."
        : isRest && fallback !== undefined
          ? "The parameter that takes the rest cannot have a default."
          : !isRest && hasDefaults && fallback === undefined
            ? "Parameters without a default must come before those with one."
            : undefined;
    if (problem !== undefined) throw new ParseFailure("wrong-arguments", problem, start, end);
    if (isRest) rest = text;
    else parameters.push({ name: text, fallback });
  }
  if (head.isOperator(")")) head.take();
  parser.tagEnd(head, false);
  return { name, parameters, rest };
}

function fallbackOf(head: ExpressionParser) {
  if (!head.isOperator("=")) return undefined;
  head.take();
  return head.expression();
}
