import type { ExpressionParser } from "./expression-parser.js";
import type { Tag } from "./tag.js";
import { ParseFailure } from "./template-error.js";
import type { TemplateParser } from "./template-parser.js";
import type {
  Attempt,
  Element,
  Expression,
  If,
  IfBranch,
  Items,
  List,
  LoopVariables,
  Sep,
  Switch,
  SwitchBranch,
} from "./tree.js";

const isEnd = (name: string) => (tag: Tag) => tag.kind === "end" && tag.name === name;

/** Reads the expression that is all there is in a tag. */
function onlyExpression(parser: TemplateParser, tag: Tag): Expression {
  return parser.head(
    tag,
    (head) => {
      const expression = head.expression();
      parser.tagEnd(head, false);
      return expression;
    },
    parser.missing(tag),
  );
}

export function readIf(parser: TemplateParser, tag: Tag): If {
  const branches: IfBranch[] = [];
  let current: Tag | undefined = tag;
  while (current !== undefined) {
    const start: Tag = current;
    const isElse = start.name === "else";
    const condition = isElse ? undefined : onlyExpression(parser, start);
    const isOwn = (candidate: Tag) =>
      isEnd("if")(candidate) ||
      (!isElse && candidate.kind === "start" && /^else(?:if)?$/.test(candidate.name));
    const { elements, tag: next } = parser.body("#if", isOwn);
    branches.push({ condition, body: elements, span: parser.span(start.start) });
    if (next !== undefined) parser.at = next.end;
    current = next?.kind === "start" ? next : undefined;
  }
  return { kind: "if", branches, span: parser.span(tag.start) };
}

export function readList(parser: TemplateParser, tag: Tag): List {
  const head = parser.head(
    tag,
    (reader) => (tag.name === "list" ? listHead(parser, reader) : forEachHead(parser, reader)),
    {
      expression: parser.missing(tag),
      variables: undefined,
      failed: true,
    },
  );
  const { scope } = parser;
  const frame = { hasVariables: head.variables !== undefined, itemsSeen: false };
  scope.lists.push(frame);
  const leave = head.variables === undefined ? undefined : enterLoop(parser, head.variables);
  const isElse = (candidate: Tag) =>
    tag.name === "list" && candidate.kind === "start" && candidate.name === "else";
  const { elements, tag: next } = parser.body(
    `#${tag.name}`,
    (found) => isEnd(tag.name)(found) || isElse(found),
  );
  leave?.();
  scope.lists.pop();
  let otherwise: Element[] | undefined;
  if (next !== undefined) parser.at = next.end;
  if (next?.kind === "start") {
    const rest = parser.body("#list", isEnd("list"));
    otherwise = rest.elements;
    if (rest.tag !== undefined) parser.at = rest.tag.end;
  }
  if (head.variables === undefined && !frame.itemsSeen && !head.failed) {
    const message = '#list needs "as" and a name, or #items inside it.';
    parser.report(new ParseFailure("misplaced", message, tag.start, tag.end, "Write <#list xs as x>."));
  }
  const { expression, variables } = head;
  return { kind: "list", expression, variables, body: elements, otherwise, span: parser.span(tag.start) };
}

interface ListHead {
  readonly expression: Expression;
  readonly variables: LoopVariables | undefined;
  readonly failed: boolean;
}

function listHead(parser: TemplateParser, head: ExpressionParser): ListHead {
  const expression = head.expression();
  const variables = head.isKeyword("as") ? loopVariables(head) : undefined;
  parser.tagEnd(head, false);
  return { expression, variables, failed: false };
}

function forEachHead(parser: TemplateParser, head: ExpressionParser): ListHead {
  const item = head.takeName("a name").text;
  if (!head.isKeyword("in")) head.unexpected('"in"');
  head.take();
  const expression = head.expression();
  parser.tagEnd(head, false);
  return { expression, variables: { item, value: undefined }, failed: false };
}

function loopVariables(head: ExpressionParser): LoopVariables {
  head.take();
  const item = head.takeName("a name");
  if (!head.isOperator(",")) return { item: item.text, value: undefined };
  head.take();
  const value = head.takeName("a name");
  if (value.text === item.text) {
    throw new ParseFailure("wrong-arguments", "Key and value have the same name.", value.start, value.end);
  }
  return { item: item.text, value: value.text };
}

/** Makes loop variables known; what is returned makes them unknown again. */
function enterLoop({ scope }: TemplateParser, { item, value }: LoopVariables): () => void {
  const outer = scope.loopVariables;
  scope.loopVariables = [...outer, item, ...(value === undefined ? [] : [value])];
  scope.breakable += 1;
  scope.continuable += 1;
  return () => {
    scope.loopVariables = outer;
    scope.breakable -= 1;
    scope.continuable -= 1;
  };
}

export function readItems(parser: TemplateParser, tag: Tag): Items {
  const frame = parser.scope.lists.at(-1);
  const variables = parser.head(
    tag,
    (head) => {
      if (!head.isKeyword("as")) head.unexpected('"as"');
      const names = loopVariables(head);
      parser.tagEnd(head, false);
      return names;
    },
    { item: "", value: undefined },
  );
  const problem =
    frame === undefined
      ? "#items must be inside a #list."
      : frame.hasVariables
        ? '#items cannot be inside a #list that has "as" already.'
        : frame.itemsSeen
          ? "A #list cannot have two #items inside each other."
          : undefined;
  if (problem !== undefined) parser.report(new ParseFailure("misplaced", problem, tag.start, tag.end));
  if (frame !== undefined) frame.itemsSeen = true;
  const leave = enterLoop(parser, variables);
  const { elements, tag: end } = parser.body("#items", isEnd("items"));
  if (end !== undefined) parser.at = end.end;
  leave();
  return { kind: "items", variables, body: elements, span: parser.span(tag.start) };
}

/** The end tag may be left out: then the block ends where the list or its items do. */
export function readSep(parser: TemplateParser, tag: Tag): Sep {
  if (parser.scope.lists.length === 0) {
    parser.report(new ParseFailure("misplaced", "#sep must be inside a #list.", tag.start, tag.end));
  }
  const endsAround = (found: Tag) =>
    (found.kind === "end" && ["list", "items", "foreach"].includes(found.name)) ||
    (found.kind === "start" && found.name === "else");
  const { elements, tag: end } = parser.body("#sep", (found) => isEnd("sep")(found) || endsAround(found));
  if (end !== undefined && isEnd("sep")(end)) parser.at = end.end;
  return { kind: "sep", body: elements, span: parser.span(tag.start) };
}

export function readSwitch(parser: TemplateParser, tag: Tag): Switch {
  const value = onlyExpression(parser, tag);
  const isBranch = (found: Tag) => found.kind === "start" && ["case", "on", "default"].includes(found.name);
  const isOwn = (found: Tag) => isEnd("switch")(found) || isBranch(found);
  const lead = parser.body("#switch", isOwn);
  checkLead(parser, lead.elements);
  const branches: SwitchBranch[] = [];
  const kinds = new Set<SwitchBranch["kind"]>();
  let next = lead.tag;
  parser.scope.breakable += 1;
  while (next !== undefined && isBranch(next)) {
    const start: Tag = next;
    const kind = start.name === "on" ? "on" : start.name === "default" ? "default" : "case";
    checkBranch(parser, start, kind, kinds);
    kinds.add(kind);
    parser.at = start.end;
    const values = kind === "default" ? [] : branchValues(parser, start, kind);
    const { elements, tag: following } = parser.body("#switch", isOwn);
    branches.push({ kind, values, body: elements, span: parser.span(start.start) });
    next = following;
  }
  parser.scope.breakable -= 1;
  if (next !== undefined) parser.at = next.end;
  return { kind: "switch", value, branches, span: parser.span(tag.start) };
}

function branchValues(parser: TemplateParser, tag: Tag, kind: "case" | "on"): readonly Expression[] {
  return parser.head(
    tag,
    (head) => {
      const values = kind === "case" ? [head.expression()] : head.positional();
      parser.tagEnd(head, false);
      return values;
    },
    [parser.missing(tag)],
  );
}

function checkLead(parser: TemplateParser, elements: readonly Element[]): void {
  const stray = elements.find(
    (element) => element.kind !== "comment" && !(element.kind === "text" && element.text.trim() === ""),
  );
  if (stray === undefined || stray.kind === "broken") return;
  const { start, end } = stray.span;
  const blanks = stray.kind === "text" ? stray.text.length - stray.text.trimStart().length : 0;
  const message = "Only white space and comments may stand between #switch and its first branch.";
  parser.report(new ParseFailure("unexpected", message, start.offset + blanks, end.offset));
}

function checkBranch(
  parser: TemplateParser,
  tag: Tag,
  kind: SwitchBranch["kind"],
  kinds: ReadonlySet<SwitchBranch["kind"]>,
): void {
  const problem =
    kind === "default" && kinds.has("default")
      ? "The #switch has a #default already."
      : kind === "case" && kinds.has("on")
        ? "The #switch has an #on already: #case and #on do not mix."
        : kind === "on" && kinds.has("case")
          ? "The #switch has a #case already: #case and #on do not mix."
          : kind === "on" && kinds.has("default")
            ? "#on must come before #default."
            : undefined;
  if (problem !== undefined) parser.report(new ParseFailure("misplaced", problem, tag.start, tag.end));
}

export function readAttempt(parser: TemplateParser, tag: Tag): Attempt {
  const isRecover = (found: Tag) => found.kind === "start" && found.name === "recover";
  const { elements, tag: middle } = parser.body("#recover", isRecover);
  if (middle === undefined)
    return { kind: "attempt", body: elements, recover: [], span: parser.span(tag.start) };
  parser.at = middle.end;
  const rest = parser.body("#attempt", (found) => isEnd("attempt")(found) || isEnd("recover")(found));
  if (rest.tag !== undefined) parser.at = rest.tag.end;
  return { kind: "attempt", body: elements, recover: rest.elements, span: parser.span(tag.start) };
}
