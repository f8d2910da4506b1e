import type { ExpressionParser } from "./expression-parser.js";
import { unescaped } from "./primary-parser.js";
import { decodeStringLiteral, fixedText } from "./string-literal.js";
import type { Tag } from "./tag.js";
import { ParseFailure } from "./template-error.js";
import type { TemplateParser } from "./template-parser.js";
import type { Call, Expression, Macro, Parameter } from "./tree.js";

type MacroHead = Pick<Macro, "name" | "parameters" | "rest">;

/** Reads the definition of a macro or a function. */
export function readMacro(parser: TemplateParser, tag: Tag, kind: Macro["kind"]): Macro {
  const { scope } = parser;
  if (scope.definition !== undefined) {
    const message = "Macros and functions cannot be defined inside each other.";
    parser.report(new ParseFailure("misplaced", message, tag.start, tag.end));
  }
  const head = parser.head<MacroHead>(tag, (reader) => macroHead(parser, reader), {
    name: "",
    parameters: [],
    rest: undefined,
  });
  const outer = {
    definition: scope.definition,
    loopVariables: scope.loopVariables,
    lists: scope.lists,
    breakable: scope.breakable,
    continuable: scope.continuable,
  };
  Object.assign(scope, { definition: kind, loopVariables: [], lists: [], breakable: 0, continuable: 0 });
  const { elements, tag: end } = parser.body(
    `#${kind}`,
    (found) => found.kind === "end" && found.name === kind,
  );
  Object.assign(scope, outer);
  if (end !== undefined) parser.at = end.end;
  return { kind, ...head, body: elements, span: parser.span(tag.start) };
}

function macroHead(parser: TemplateParser, head: ExpressionParser): MacroHead {
  const name = macroName(head);
  const bracketed = head.isOperator("(");
  if (bracketed) head.take();
  const parameters: Parameter[] = [];
  let rest: string | undefined;
  while (head.peek().kind === "name") {
    const token = head.take();
    if (rest !== undefined) {
      throw new ParseFailure(
        "wrong-arguments",
        "Nothing may follow the parameter that takes the rest.",
        token.start,
        token.end,
      );
    }
    if (head.isOperator("...")) {
      head.take();
      rest = token.text;
    } else parameters.push(parameter(head, token.text, parameters));
    if (head.isOperator(",")) head.take();
  }
  if (bracketed) head.takeOperator(")");
  parser.tagEnd(head, false);
  return { name, parameters, rest };
}

function macroName(head: ExpressionParser): string {
  const token = head.peek();
  if (token.kind !== "string" && token.kind !== "raw string") return unescaped(head.takeName("a name").text);
  head.take();
  return fixedText(decodeStringLiteral(token, head));
}

function parameter(head: ExpressionParser, name: string, before: readonly Parameter[]): Parameter {
  if (head.isOperator("=")) {
    head.take();
    return { name, fallback: head.expression() };
  }
  if (before.some(({ fallback }) => fallback !== undefined)) {
    const message = "Parameters without a default must come before those with one.";
    throw new ParseFailure("wrong-arguments", message, head.end - name.length, head.end);
  }
  return { name, fallback: undefined };
}

interface CallHead extends Pick<Call, "callee" | "positional" | "named" | "loopVariables"> {
  readonly empty: boolean;
}

/** Reads the call of a directive that a template defines: `<@name .../>` or `<@name ...>...</@name>`. */
export function readCall(parser: TemplateParser, tag: Tag): Call {
  const missing: CallHead = {
    callee: parser.missing(tag),
    positional: [],
    named: [],
    loopVariables: [],
    empty: true,
  };
  const { empty, ...head } = parser.head(tag, (reader) => callHead(parser, reader), missing);
  if (empty) return { kind: "directive call", ...head, body: undefined, span: parser.span(tag.start) };
  const { scope } = parser;
  const outer = scope.loopVariables;
  // They hide loop variables of the same name, but are none themselves: ?index does not work on them.
  scope.loopVariables = outer.filter((name) => !head.loopVariables.includes(name));
  const { elements, tag: end } = parser.body("@...", (found) => found.kind === "call end");
  scope.loopVariables = outer;
  if (end !== undefined) {
    checkEnd(parser, end, head.callee);
    parser.at = end.end;
  }
  return { kind: "directive call", ...head, body: elements, span: parser.span(tag.start) };
}

function checkEnd(parser: TemplateParser, end: Tag, callee: Expression): void {
  const name = dotted(callee);
  if (end.name === "" || unescaped(end.name) === name) return;
  const expected = name === undefined ? "</@>" : `</@> or </@${name}>`;
  parser.report(
    new ParseFailure("unexpected", `Found </@${end.name}>, but expected ${expected}.`, end.start, end.end),
  );
}

/** `a.b.c` when an expression is nothing but that. */
function dotted(expression: Expression): string | undefined {
  if (expression.kind === "variable") return expression.name;
  const target = expression.kind === "dot" ? dotted(expression.target) : undefined;
  return expression.kind === "dot" && target !== undefined ? `${target}.${expression.key}` : undefined;
}

function callHead(parser: TemplateParser, head: ExpressionParser): CallHead {
  const callee = head.expression();
  if (head.peek().kind === "space") head.take();
  const named: { name: string; value: Expression }[] = [];
  const positional: Expression[] = [];
  if (head.atNamedArgument) {
    while (head.peek().kind === "name") {
      const name = head.takeName("the name of a parameter").text;
      head.takeOperator("=");
      named.push({ name, value: head.expression() });
    }
  } else {
    positional.push(...head.positional());
  }
  const loopVariables = head.isOperator(";") ? namesAfterSemicolon(head) : [];
  const empty = parser.tagEnd(head, true);
  return { callee, positional, named, loopVariables, empty };
}

function namesAfterSemicolon(head: ExpressionParser): readonly string[] {
  head.take();
  if (head.peek().kind === "space") head.take();
  if (head.peek().kind !== "name") return [];
  const names = [head.take().text];
  while (head.isOperator(",")) {
    head.take();
    names.push(head.takeName("a name").text);
  }
  return names;
}
