import { AuthoringError } from "./authoring-error.js";
import { literalJsonString, literalText, stringLiteral } from "../freemarker/escape.js";
import type { Condition } from "./operations.js";
import type { Shape } from "./shape.js";
import {
  expressionOf,
  isValue,
  ITEM,
  operand,
  postfix,
  reference,
  localName,
  valueOf,
  VALUE,
  type Expression,
  type ListValue,
  type Reference,
  type Value,
} from "./value.js";

/** What the words of a text are: plain text, HTML, (part of) a URL, or none: it prints nothing. */
export type Content = "plain" | "html" | "url" | "none";

/** One piece of a text. */
export type TextPart =
  /** Comes out exactly as it stands. */
  | { readonly kind: "literal"; readonly text: string }
  /** Prints text that is known when the action runs. */
  | {
      readonly kind: "interpolation";
      readonly expression: Expression;
      /** Keeps a field that escapes what is inserted from doing so. */
      readonly raw?: true;
      /** Prints nothing that HTML has a meaning for, such as a number. */
      readonly htmlSafe?: true;
    }
  /** A FreeMarker tag; prints nothing itself. */
  | {
      readonly kind: "directive";
      readonly source: string;
      /** Stands in the template exactly like this, whatever it does to the white space around it. */
      readonly verbatim?: true;
    };

const PARTS: unique symbol = Symbol.for("topdesk-actions.parts");

/** Text with run-time values in it. The brand says what its words are, so that HTML never lands in plain text. */
export interface Text<C extends Content = Content> {
  readonly [PARTS]: readonly TextPart[];
  readonly content: C;
}

/** What may stand in a text: the author's own words and numbers, and values known when the action runs. */
export type Insertable = string | number | Value<"text"> | Value<"number"> | Value<"boolean">;

/** Whether something is a text made here. */
export function isText(candidate: unknown): candidate is Text {
  return typeof candidate === "object" && candidate !== null && PARTS in candidate;
}

/** The pieces of a text, neighbouring literals joined. */
export function partsOf(text: Text): readonly TextPart[] {
  return text[PARTS];
}

/**
 * Plain text.
 *
 * @example text`${stock.name} is short by ${missing}`
 */
export function text(
  strings: TemplateStringsArray,
  ...values: readonly (Insertable | Text<"plain" | "none">)[]
): Text<"plain"> {
  return interleave("plain", strings, values.map(plainParts));
}

/**
 * HTML. The template's own words are markup; everything inserted is text and comes out as text, unless it is
 * HTML itself.
 *
 * @example html`<td>${stock.name}</td>`
 */
export function html(
  strings: TemplateStringsArray,
  ...values: readonly (Insertable | Text<"plain" | "html" | "none">)[]
): Text<"html"> {
  return interleave("html", strings, values.map(htmlParts));
}

/**
 * (Part of) a URL. Inserted plain values are percent-encoded; run-time values are escaped by TOPdesk's url field.
 *
 * @example url`/tas/api/incidents/id/${card.unid}`
 */
export function url(
  strings: TemplateStringsArray,
  ...values: readonly (Insertable | Text<"url">)[]
): Text<"url"> {
  return interleave("url", strings, values.map(urlParts));
}

/** A base URL held in a value, inserted as it is: the url field would otherwise escape its `:` and `/`. */
export function baseUrl(value: Value<"text">): Text<"url"> {
  return textOf("url", [{ kind: "interpolation", expression: expressionOf(value), raw: true }]);
}

/** A value whose text is HTML already, such as a variable that was assigned HTML. It is inserted as markup. */
export function markup(value: Value<"text">): Text<"html"> {
  return textOf("html", [{ kind: "interpolation", expression: expressionOf(value) }]);
}

/** Several texts, one after the other. */
export function sequence<C extends Content>(
  content: C,
  texts: readonly Text<NoInfer<C> | "none">[],
): Text<C> {
  return textOf(content, texts.flatMap(partsOf));
}

/** Text from its parts. For builders; authors use the template tags. */
export function textOf<C extends Content>(content: C, parts: readonly TextPart[]): Text<C> {
  return { [PARTS]: joinLiterals(parts), content };
}

/** The text once for each item of a list. `itemName` is the item's name in the template. */
export function each<Item extends Shape, C extends Content>(
  list: ListValue<Item>,
  itemName: string,
  body: (item: Reference<Item>) => Text<C>,
): Text<C> {
  const inner = body(reference(list[ITEM], localName(itemName)));
  return textOf(inner.content, [
    { kind: "directive", source: `<#list ${operand(expressionOf(list))} as ${itemName}>` },
    ...inner[PARTS],
    { kind: "directive", source: "</#list>" },
  ]);
}

/** The text when a condition holds, else `otherwise` (default: nothing). */
export function onlyIf<C extends Content>(
  condition: Condition,
  then: Text<C>,
  otherwise?: Text<NoInfer<C>>,
): Text<C> {
  const rest: readonly TextPart[] =
    otherwise === undefined ? [] : [{ kind: "directive", source: "<#else>" }, ...otherwise[PARTS]];
  return textOf(then.content, [
    { kind: "directive", source: `<#if ${expressionOf(condition).source}>` },
    ...then[PARTS],
    ...rest,
    { kind: "directive", source: "</#if>" },
  ]);
}

/** Gives a value a name inside one text, so that it is computed and written once. */
export function naming<Kind extends "text" | "number" | "boolean", C extends Content>(
  name: string,
  value: Value<Kind>,
  body: (value: Value<Kind>) => Text<C>,
): Text<C> {
  const inner = body(valueOf(value[VALUE].kind, localName(name)));
  return textOf(inner.content, [assignment(name, expressionOf(value)), ...inner[PARTS]]);
}

/** Gives a name made by {@link naming} a new value from here on. Prints nothing. */
export function renaming<Kind extends "text" | "number" | "boolean">(
  name: Value<Kind>,
  value: Value<NoInfer<Kind>>,
): Text<"none"> {
  return textOf("none", [assignment(expressionOf(name).source, expressionOf(value))]);
}

function assignment(name: string, expression: Expression): TextPart {
  return { kind: "directive", source: `<#assign ${name} = ${expression.source}>` };
}

function interleave<C extends Content>(
  content: C,
  strings: TemplateStringsArray,
  values: readonly (readonly TextPart[])[],
): Text<C> {
  return textOf(
    content,
    strings.flatMap(
      (literal, index) => [{ kind: "literal", text: literal }, ...(values[index] ?? [])] as const,
    ),
  );
}

function plainParts(value: Insertable | Text<"plain" | "none">): readonly TextPart[] {
  if (isText(value)) return value[PARTS];
  return [isValue(value) ? interpolation(value) : { kind: "literal", text: String(value) }];
}

function htmlParts(value: Insertable | Text<"plain" | "html" | "none">): readonly TextPart[] {
  if (isText(value)) return value.content === "html" ? value[PARTS] : value[PARTS].map(asHtml);
  return plainParts(value).map(asHtml);
}

function asHtml(part: TextPart): TextPart {
  switch (part.kind) {
    case "literal":
      return {
        kind: "literal",
        text: HTML_ESCAPES.reduce((escaped, [from, to]) => escaped.replaceAll(from, to), part.text),
      };
    case "interpolation":
      return part.htmlSafe ? part : { ...part, expression: htmlEscaped(part.expression) };
    case "directive":
      return part;
  }
}

const HTML_ESCAPES = [
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
] as const;

/** `?html` is refused by FreeMarker where a field escapes by itself, so the escapes are spelt out. */
function htmlEscaped(expression: Expression): Expression {
  const source = HTML_ESCAPES.reduce(
    (escaped, [from, to]) => `${escaped}?replace("${from === '"' ? '\\"' : from}", "${to}")`,
    operand(expression),
  );
  return postfix(source);
}

function urlParts(value: Insertable | Text<"url">): readonly TextPart[] {
  if (isText(value)) return value[PARTS];
  return [isValue(value) ? interpolation(value) : { kind: "literal", text: urlEncoded(String(value)) }];
}

/** A surrogate without its other half. */
const HALF_CHARACTER = /\p{Surrogate}/u;

function urlEncoded(value: string): string {
  if (!HALF_CHARACTER.test(value)) return encodeURIComponent(value);
  throw new AuthoringError(
    `A part of an address holds half a character: ${JSON.stringify(value)}.`,
    "Look for a text that was cut in the middle of a character.",
  );
}

/** Numbers and truth values as a machine writes them: without `?c` they would follow the server's locale, or fail. */
function interpolation(value: Value<"text"> | Value<"number"> | Value<"boolean">): TextPart {
  const expression = expressionOf(value);
  if (value[VALUE].kind === "text") return { kind: "interpolation", expression };
  return { kind: "interpolation", expression: postfix(`${operand(expression)}?c`), htmlSafe: true };
}

function joinLiterals(parts: readonly TextPart[]): readonly TextPart[] {
  const joined: TextPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.kind === "literal" && part.text === "") continue;
    if (part.kind === "literal" && last?.kind === "literal") {
      joined[joined.length - 1] = { kind: "literal", text: last.text + part.text };
    } else {
      joined.push(part);
    }
  }
  return joined;
}

/**
 * The fields of an action that hold FreeMarker text, by what TOPdesk does to inserted values there:
 * `plain` prints them as they are, `url` escapes them, `json` is a JSON string in a body with escapeBodyValues on,
 * `json-unescaped` one with it off.
 */
export type Field = "plain" | "url" | "json" | "json-unescaped";

/** Writes a text as FreeMarker template code for a field. */
export function print(text: Text, field: Field): string {
  const parts = text[PARTS];
  const stripped =
    field !== "url" && parts.some((part) => part.kind === "directive" && part.verbatim !== true);
  const template = parts.map((part) => printPart(part, field, stripped)).join("");
  return field === "plain" && !endsVerbatim(parts) ? keepLastBlanks(template) : template;
}

function endsVerbatim(parts: readonly TextPart[]): boolean {
  const last = parts.at(-1);
  return last?.kind === "directive" && last.verbatim === true;
}

/** FreeMarker drops white space (all up to U+0020) that is alone on the last line. */
function keepLastBlanks(template: string): string {
  const blanks = /(?<=[\r\n])[^\n\r!-\uffff]+$/.exec(template);
  return blanks === null ? template : `${template.slice(0, blanks.index)}\${${stringLiteral(blanks[0])}}`;
}

function printPart(part: TextPart, field: Field, stripped: boolean): string {
  switch (part.kind) {
    case "literal": {
      const json = field === "json" || field === "json-unescaped";
      const template = json ? literalJsonString(part.text) : literalText(part.text);
      return stripped ? keepWhiteSpace(template) : template;
    }
    case "interpolation":
      return `\${${printInterpolation(part.expression, part.raw === true, field)}}`;
    case "directive":
      return part.source;
  }
}

function printInterpolation(expression: Expression, raw: boolean, field: Field): string {
  if (field === "json-unescaped") return `${operand(expression)}?json_string`;
  return raw && field !== "plain" ? `${operand(expression)}?no_esc` : expression.source;
}

/**
 * FreeMarker drops lines that hold only tags, and white space (all up to U+0020) that is alone between two
 * assignments; what is printed is no white space in the template.
 */
function keepWhiteSpace(template: string): string {
  if (/^[^!-\uffff]+$/.test(template)) return `\${${stringLiteral(template)}}`;
  return template.replace(
    /\r\n|\r|\n/g,
    (lineBreak) => `\${"${lineBreak.replace("\r", "\\r").replace("\n", "\\n")}"}`,
  );
}
