import { bodyOf, elseBodyOf, type BodyReader } from "./body.js";
import type { ExpressionParser } from "./expression-parser.js";
import { ParseFailure } from "./template-error.js";
import type { Tag } from "./tag.js";
import type { TemplateParser } from "./template-parser.js";
import type { Element, Expression, IfBranch, SwitchBranch } from "./tree.js";

/** Reads an expression that is all there is in a tag. */
function onlyExpression(head: ExpressionParser, parser: TemplateParser, tag: Tag): Expression {
  const expression = head.expression();
  parser.tagEnd(head, tag.name === "elseif");
  return expression;
}

const IF_BODY = bodyOf("#if", "/if", "else", "elseif");
const ELSE_BODY = elseBodyOf("#if", "/if");

export function* readIf(parser: TemplateParser, tag: Tag): BodyReader {
  const branches: IfBranch[] = [];
  let current: Tag | undefined = tag;
  while (current !== undefined) {
    const start: Tag = current;
    const isElse = start.name === "else";
    const condition: Expression | undefined = isElse
      ? undefined
      : (parser.head(start, onlyExpression) ?? parser.missing(start));
    const { elements, tag: next } = yield isElse ? ELSE_BODY : IF_BODY;
    branches.push({ condition, body: elements, span: parser.span(start.start) });
    if (next !== undefined) parser.at = next.end;
    current = next?.kind === "start" ? next : undefined;
  }
  return { kind: "if", branches, span: parser.span(tag.start) };
}

const SWITCH_BODY = bodyOf("#switch", "/switch", "case", "on", "default");

export function* readSwitch(parser: TemplateParser, tag: Tag): BodyReader {
  const { scope } = parser;
  const value = parser.head(tag, onlyExpression) ?? parser.missing(tag);
  const errorsBefore = parser.errorCount;
  const lead = yield SWITCH_BODY;
  checkLead(parser, lead.elements, errorsBefore);
  const branches: SwitchBranch[] = [];
  const kinds = new Set<SwitchBranch["kind"]>();
  let next = lead.tag;
  while (next?.kind === "start") {
    const start: Tag = next;
    const kind = start.name === "on" ? "on" : start.name === "default" ? "default" : "case";
    parser.at = start.end;
    const values: readonly Expression[] =
      kind === "default" ? [] : (parser.head(start, branchValues) ?? [parser.missing(start)]);
    // Nothing falls through from one #on to the next, so there is nothing to break off.
    const breaks = kind === "on" || kinds.has("on") ? 0 : 1;
    scope.breakable += breaks;
    const { elements, tag: following, firstStray } = yield SWITCH_BODY;
    scope.breakable -= breaks;
    // FreeMarker looks at a branch when it has read it.
    const problem = branchProblem(kind, kinds);
    if (problem !== undefined) parser.misplaced(start, problem, undefined, firstStray);
    kinds.add(kind);
    branches.push({ kind, values, body: elements, span: parser.span(start.start) });
    next = following;
  }
  if (next !== undefined) parser.at = next.end;
  return { kind: "switch", value, branches, span: parser.span(tag.start) };
}

function branchValues(head: ExpressionParser, parser: TemplateParser, tag: Tag): readonly Expression[] {
  const values = tag.name === "case" ? [head.expression()] : head.positional();
  parser.tagEnd(head, false);
  return values;
}

function checkLead(parser: TemplateParser, elements: readonly Element[], errorsBefore: number): void {
  const stray = elements.find(
    (element) => element.kind !== "comment" && !(element.kind === "text" && element.text.trim() === ""),
  );
  if (stray === undefined || stray.kind === "broken") return;
  const { start, end } = stray.span;
  const blanks = stray.kind === "text" ? stray.text.length - stray.text.trimStart().length : 0;
  const message = "Only white space and comments may stand between #switch and its first branch.";
  parser.report(new ParseFailure("unexpected", message, start.offset + blanks, end.offset), errorsBefore);
}

/** What is wrong with a branch behind others of these kinds, if anything. */
function branchProblem(
  kind: SwitchBranch["kind"],
  before: ReadonlySet<SwitchBranch["kind"]>,
): string | undefined {
  switch (kind) {
    case "default":
      return before.has("default") ? "The #switch has a #default already." : undefined;
    case "case":
      return before.has("on") ? "The #switch has an #on already: #case and #on do not mix." : undefined;
    case "on":
      if (before.has("case")) return "The #switch has a #case already: #case and #on do not mix.";
      return before.has("default") ? "#on must come before #default." : undefined;
  }
}

const ATTEMPT_BODY = bodyOf("#attempt", "recover", "/attempt", "/recover");
const RECOVER_BODY = bodyOf("#attempt", "/attempt", "/recover");

export function* readAttempt(parser: TemplateParser, tag: Tag): BodyReader {
  const { elements, tag: middle } = yield ATTEMPT_BODY;
  if (middle === undefined)
    return { kind: "attempt", body: elements, recover: [], span: parser.span(tag.start) };
  parser.at = middle.end;
  if (middle.kind === "end") {
    const message = `The #attempt in line ${parser.lines.line(tag.start)} has no <#recover>.`;
    const hint = "Write <#recover> before it, with what to print instead when something fails.";
    parser.report(new ParseFailure("unexpected", message, middle.start, middle.end, hint));
    return { kind: "attempt", body: elements, recover: [], span: parser.span(tag.start) };
  }
  const rest = yield RECOVER_BODY;
  if (rest.tag !== undefined) parser.at = rest.tag.end;
  return { kind: "attempt", body: elements, recover: rest.elements, span: parser.span(tag.start) };
}
