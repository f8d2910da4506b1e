import { readAssignment } from "./assignment.js";
import { readAttempt, readIf, readItems, readList, readSep, readSwitch } from "./control.js";
import { readCall, readMacro } from "./definition.js";
import { mustBe } from "./literal-checks.js";
import { nearestWord } from "./nearest-word.js";
import { fixedText } from "./string-literal.js";
import type { Tag } from "./tag.js";
import { ParseFailure } from "./template-error.js";
import type { TemplateParser } from "./template-parser.js";
import {
  SIMPLE_NAMES,
  type Block,
  type Element,
  type Expression,
  type Header,
  type Setting,
  type SimpleName,
} from "./tree.js";
import { HEADER_SETTINGS, OUTPUT_FORMATS, SETTINGS, snakeCase } from "./vocabulary.js";

/** Reads the element that a start tag opens; the parser stands behind the tag's name. */
export function readElement(parser: TemplateParser, tag: Tag): Element {
  if (tag.kind === "call") return readCall(parser, tag);
  switch (tag.name) {
    case "if":
      return readIf(parser, tag);
    case "list":
    case "foreach":
      return readList(parser, tag);
    case "items":
      return readItems(parser, tag);
    case "sep":
      return readSep(parser, tag);
    case "switch":
      return readSwitch(parser, tag);
    case "attempt":
      return readAttempt(parser, tag);
    case "assign":
    case "local":
    case "global":
      return readAssignment(parser, tag, tag.name);
    case "macro":
    case "function":
      return readMacro(parser, tag, tag.name);
    case "compress":
    case "autoesc":
    case "noautoesc":
    case "outputformat":
    case "escape":
    case "noescape":
    case "transform":
      return readBlock(parser, tag, tag.name);
    case "noparse":
    case "comment":
      return readUnparsed(parser, tag);
    case "setting":
      return readSetting(parser, tag);
    case "ftl":
      return readHeader(parser, tag);
    default:
      return readSimple(parser, tag);
  }
}

/** `noparse` and `comment`: everything up to their end tag is text. */
function readUnparsed(parser: TemplateParser, tag: Tag): Element {
  const pattern =
    tag.name === "comment" ? /[<[]\/#comment[ \t\r\n]*[>\]]/g : /[<[]\/#no[pP]arse[ \t\r\n]*[>\]]/g;
  pattern.lastIndex = tag.end;
  const match = pattern.exec(parser.source);
  if (match === null) {
    const message = `The block #${tag.name} is not closed.`;
    parser.report(
      new ParseFailure("unclosed", message, tag.start, tag.end, `Close it with </#${tag.name}>.`),
    );
    parser.at = parser.source.length;
    return { kind: "broken", text: parser.source.slice(tag.start), span: parser.span(tag.start) };
  }
  parser.at = pattern.lastIndex;
  const text = parser.source.slice(tag.end, match.index);
  return tag.name === "comment"
    ? { kind: "comment", span: parser.span(tag.start) }
    : { kind: "noparse", text, span: parser.span(tag.start) };
}

function readBlock(parser: TemplateParser, tag: Tag, name: Block["name"]): Block {
  const head = readBlockHead(parser, tag, name);
  const { escapes, autoEscapes } = parser.scope;
  if (name === "outputformat") parser.scope.escapes = formatEscapes(parser, tag, head.expression);
  if (name === "autoesc") parser.scope.autoEscapes = true;
  if (name === "noautoesc") parser.scope.autoEscapes = false;
  if (name === "autoesc" && !escapes) {
    const message = "#autoesc cannot be used where the output format has no escaping.";
    parser.report(new ParseFailure("no-escaping", message, tag.start, tag.end, "Leave it out."));
  }
  const { elements, tag: end } = parser.body(
    `#${name}`,
    (candidate) => candidate.kind === "end" && candidate.name === name,
  );
  if (end !== undefined) parser.at = end.end;
  parser.scope.escapes = escapes;
  parser.scope.autoEscapes = autoEscapes;
  return { kind: "block", name, ...head, body: elements, span: parser.span(tag.start) };
}

function readBlockHead(
  parser: TemplateParser,
  tag: Tag,
  name: Block["name"],
): Pick<Block, "expression" | "variable"> {
  if (!tag.open) return { expression: undefined, variable: undefined };
  return parser.head<Pick<Block, "expression" | "variable">>(
    tag,
    (head) => {
      let variable: string | undefined;
      if (name === "escape") {
        variable = head.takeName("a name").text;
        if (!head.isKeyword("as")) head.unexpected('"as"');
        head.take();
      }
      const expression = head.expression();
      if (name === "outputformat") mustBe(expression, "string");
      parser.tagEnd(head, false);
      return { expression, variable };
    },
    { expression: parser.missing(tag), variable: undefined },
  );
}

function formatEscapes(parser: TemplateParser, tag: Tag, expression: Expression | undefined): boolean {
  if (expression?.kind !== "string") return parser.scope.escapes;
  const name = fixedText(expression);
  const escapes = OUTPUT_FORMATS.get(name);
  if (escapes !== undefined) return escapes;
  const hint = nearestWord(name, OUTPUT_FORMATS.keys());
  parser.report(
    new ParseFailure("unknown-setting", `There is no output format "${name}".`, tag.start, tag.end, hint),
  );
  return parser.scope.escapes;
}

function readSetting(parser: TemplateParser, tag: Tag): Setting {
  const { name, value } = parser.head(
    tag,
    (head) => {
      const word = head.takeName("the name of a setting");
      if (!SETTINGS.has(snakeCase(word.text))) {
        const message = `There is no setting "${word.text}".`;
        throw new ParseFailure(
          "unknown-setting",
          message,
          word.start,
          word.end,
          nearestWord(word.text, SETTINGS),
        );
      }
      parser.scope.checkNaming(word.text, word.start);
      head.takeOperator("=");
      const expression = head.expression();
      parser.tagEnd(head, true);
      return { name: snakeCase(word.text), value: expression };
    },
    { name: "", value: parser.missing(tag) },
  );
  return { kind: "setting", name, value, span: parser.span(tag.start) };
}

function readHeader(parser: TemplateParser, tag: Tag): Header {
  if (parser.source.slice(0, tag.start).trim() !== "") {
    throw new ParseFailure(
      "unexpected",
      "The header #ftl must be the first thing in a template.",
      tag.start,
      tag.end,
    );
  }
  const settings = !tag.open
    ? []
    : parser.head(
        tag,
        (head) => {
          const entries: { name: string; value: Expression }[] = [];
          while (head.peek().kind === "name") entries.push(readHeaderSetting(parser, head));
          parser.tagEnd(head, true);
          return entries;
        },
        [],
      );
  const format = settings.find(({ name }) => name === "output_format")?.value;
  if (format !== undefined) parser.scope.escapes = formatEscapes(parser, tag, format);
  return { kind: "header", settings, span: parser.span(tag.start) };
}

function readHeaderSetting(parser: TemplateParser, head: Parameters<Parameters<typeof parser.head>[1]>[0]) {
  const word = head.takeName("the name of a setting");
  const name = snakeCase(word.text);
  if (!HEADER_SETTINGS.has(name)) {
    const message = `The header has no setting "${word.text}".`;
    throw new ParseFailure(
      "unknown-setting",
      message,
      word.start,
      word.end,
      nearestWord(name, HEADER_SETTINGS),
    );
  }
  head.takeOperator("=");
  const value = head.expression();
  if (value.kind === "variable") {
    const { start, end } = value.span;
    throw new ParseFailure(
      "wrong-literal",
      "The header takes literal values only.",
      start.offset,
      end.offset,
    );
  }
  return { name, value };
}

function readSimple(parser: TemplateParser, tag: Tag): Element {
  const name = SIMPLE_NAMES.find((candidate) => candidate === tag.name);
  if (name === undefined) {
    throw new ParseFailure("malformed-directive", `"#${tag.name}" cannot stand here.`, tag.start, tag.end);
  }
  checkPlace(parser, tag, name);
  const expressions = tag.open ? parser.head(tag, (head) => readSimpleHead(parser, head, name), []) : [];
  if (name === "return") checkReturn(parser, tag, expressions.length);
  return { kind: "simple", name, expressions, span: parser.span(tag.start) };
}

function readSimpleHead(
  parser: TemplateParser,
  head: Parameters<Parameters<typeof parser.head>[1]>[0],
  name: SimpleName,
): readonly Expression[] {
  const expressions: Expression[] = [];
  while (head.peek().kind !== "tag end") {
    if (expressions.length > 0) {
      if (name === "nested") {
        if (head.isOperator(",")) head.take();
      } else if (name === "import" && head.isKeyword("as")) {
        head.take();
        head.takeName("a name");
        break;
      } else if ((name === "visit" || name === "recurse") && head.isKeyword("using")) head.take();
      else if (name === "include" && head.peek().kind === "name") {
        head.take();
        head.takeOperator("=");
      } else break;
    }
    expressions.push(head.expression());
  }
  if (expressions.length === 0) head.unexpected("an expression");
  parser.tagEnd(head, true);
  return expressions;
}

function checkPlace(parser: TemplateParser, tag: Tag, name: SimpleName): void {
  const { breakable, continuable, definition } = parser.scope;
  const place =
    name === "break" && breakable === 0
      ? "a loop or a switch"
      : name === "continue" && continuable === 0
        ? "a loop"
        : (name === "nested" || name === "fallback") && definition !== "macro"
          ? "a macro"
          : undefined;
  if (place !== undefined) {
    parser.report(new ParseFailure("misplaced", `#${name} must be inside ${place}.`, tag.start, tag.end));
  }
}

function checkReturn(parser: TemplateParser, tag: Tag, values: number): void {
  const { definition } = parser.scope;
  const message =
    definition === "macro" && values > 0
      ? "A macro cannot return a value."
      : definition === "function" && values === 0
        ? "A function must return a value."
        : definition === undefined && values === 0
          ? "#return without a value must be inside a macro."
          : undefined;
  if (message !== undefined) parser.report(new ParseFailure("misplaced", message, tag.start, tag.end));
}
