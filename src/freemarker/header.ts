import { constantText, needsModel, yesOrNo } from "./constant.js";
import type { ExpressionParser } from "./expression-parser.js";
import { nearestWord } from "./nearest-word.js";
import { outputFormatEscapes, outputFormatProblem } from "./output-format.js";
import { fixedText } from "./string-literal.js";
import type { Tag } from "./tag.js";
import { ParseFailure } from "./template-error.js";
import type { TemplateParser } from "./template-parser.js";
import type { Expression, HashLiteral, Header } from "./tree.js";
import { snakeCase } from "./vocabulary.js";

interface HeaderSetting {
  readonly name: string;
  readonly value: Expression;
}

const CAMEL_CASE = new Set([
  "stripWhitespace",
  "stripText",
  "strictSyntax",
  "autoEsc",
  "outputFormat",
  "nsPrefixes",
]);
const NAMES = [
  ...["attributes", "auto_esc", "encoding", "ns_prefixes", "output_format"],
  ...["strict_syntax", "strip_text", "strip_whitespace"],
] as const;
type Name = (typeof NAMES)[number];

/** Reads `<#ftl ...>`. */
export function readHeader(parser: TemplateParser, tag: Tag): Header {
  if (/[^ \t\r\n]/.test(parser.source.slice(0, tag.start))) {
    const message = "The header #ftl must be the first thing in a template.";
    const hint = "Move it to the start, or take it out.";
    throw new ParseFailure("unexpected", message, tag.start, tag.end, hint);
  }
  const settings = tag.open ? (parser.head(tag, headerSettings) ?? []) : [];
  return { kind: "header", settings, span: parser.span(tag.start) };
}

function headerSettings(head: ExpressionParser, parser: TemplateParser): readonly HeaderSetting[] {
  const settings: HeaderSetting[] = [];
  let escaping: { readonly start: number; readonly end: number } | undefined;
  while (head.peek().kind === "name") {
    const word = head.takeName("the name of a setting");
    head.takeOperator("=");
    const value = head.expression();
    parser.scope.checkNaming(word.text, word.start);
    if (needsModel(value)) refuse(value, "The header takes literal values only.");
    if (constantText(value) !== undefined && value.kind !== "string")
      refuse(value, "The header takes text as one literal only.");
    const name = nameOf(word.text);
    if (name === undefined) {
      const message = `The header has no setting "${word.text}".`;
      const hint = nearestWord(snakeCase(word.text), NAMES);
      throw new ParseFailure("unknown-setting", message, word.start, word.end, hint);
    }
    apply(parser, name, value);
    if (name === "auto_esc" && parser.scope.autoEscapes) escaping = word;
    settings.push({ name, value });
  }
  if (escaping !== undefined && !parser.scope.escapes) {
    const message = "auto_esc cannot be used where the output format has no escaping.";
    throw new ParseFailure("no-escaping", message, escaping.start, escaping.end);
  }
  parser.tagEnd(head, true);
  return settings;
}

/** FreeMarker takes the names with underscores in capitals, too. */
function nameOf(word: string): Name | undefined {
  const name = CAMEL_CASE.has(word) ? snakeCase(word) : word.toLowerCase();
  return NAMES.find((candidate) => candidate === name);
}

/** Checks the value of a setting, and does what it asks for. */
function apply({ scope }: TemplateParser, name: Name, value: Expression): void {
  switch (name) {
    case "auto_esc":
      scope.autoEscapes = truth(value, false);
      return;
    case "strip_text":
    case "strip_whitespace":
    case "strict_syntax":
      truth(value, true);
      return;
    case "output_format": {
      const format = textOf(value);
      const problem = outputFormatProblem(format);
      if (problem !== undefined) {
        const { start, end } = value.span;
        throw new ParseFailure("unknown-setting", problem.message, start.offset, end.offset, problem.hint);
      }
      scope.escapes = outputFormatEscapes(format);
      return;
    }
    case "encoding":
      textOf(value);
      return;
    case "ns_prefixes":
      checkPrefixes(hashOf(value));
      return;
    case "attributes":
      hashOf(value);
  }
}

function truth(value: Expression, mayBeWord: boolean): boolean {
  switch (value.kind) {
    case "boolean":
      return value.value;
    case "parenthesis":
      return truth(value.inner, false);
    case "string": {
      const answer = mayBeWord ? yesOrNo(fixedText(value)) : undefined;
      return answer ?? refuse(value, "Write true or false.");
    }
    case "number":
    case "sequence":
    case "hash":
    case "range":
      return refuse(value, "Write true or false.");
    default:
      // A truth value that is worked out, such as 1 < 2.
      return true;
  }
}

function textOf(value: Expression): string {
  return value.kind === "string" ? fixedText(value) : refuse(value, "Write a text in quotes.");
}

function hashOf(value: Expression): HashLiteral {
  const inner = value.kind === "parenthesis" ? value.inner : value;
  return inner.kind === "hash" ? inner : refuse(value, "Write a hash: {...}.");
}

function checkPrefixes(prefixes: HashLiteral): void {
  const prefixOf = new Map<string, string>();
  for (const { key, value } of prefixes.entries) {
    const prefix = constantText(key);
    const namespace = constantText(value);
    if (prefix === undefined || namespace === undefined)
      return refuse(prefixes, "Prefixes and what they stand for are texts.");
    if (prefix === "N") refuse(prefixes, "The prefix N has a meaning of its own.");
    if (prefix === "" || namespace === "")
      refuse(prefixes, "Neither a prefix nor what it stands for can be empty.");
    if ((prefixOf.get(namespace) ?? prefix) !== prefix)
      refuse(prefixes, `Two prefixes stand for "${namespace}".`);
    prefixOf.set(namespace, prefix);
  }
}

function refuse({ span: { start, end } }: Expression, message: string): never {
  throw new ParseFailure("wrong-literal", message, start.offset, end.offset);
}
