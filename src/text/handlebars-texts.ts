import Handlebars from "handlebars";
import type { ActionTexts, TextSource, TextValues } from "../builders/action-texts.js";
import { AuthoringError } from "../builders/authoring-error.js";
import { html, isText, partsOf, text, textOf, type Text, type TextPart } from "../builders/text.js";

/** The sources of all text templates, by path below `templates/` (`minimum-stock/mail.nl.hbs`). */
export type TextLibrary = ReadonlyMap<string, string>;

/** A text template that cannot be rendered: the person who wrote it must change it. */
export class TextError extends AuthoringError {
  /** @param file the path of the template below `templates/` */
  constructor(
    readonly file: string,
    readonly line: number | undefined,
    message: string,
    hint: string,
  ) {
    super(`templates/${file}${line === undefined ? "" : `:${line}`}: ${message}`, hint);
  }
}

/**
 * Texts from Handlebars templates.
 *
 * A template gets placeholders in place of values; what Handlebars renders is cut at the placeholders and the real
 * values put back as parts. So the words of a template, and of every plain value, reach the file as literals that
 * cannot become FreeMarker code, whatever they hold.
 */
export function handlebarsTexts(library: TextLibrary): TextSource {
  const engine = Handlebars.create();
  const compiled = new Map<string, CompiledText>();

  function templateFor(file: string, source: string): CompiledText {
    const known = compiled.get(file);
    if (known !== undefined) return known;
    if (PLACEHOLDER.test(source)) {
      throw new TextError(
        file,
        undefined,
        "it holds a private-use character (U+E000 or U+E001).",
        "Remove the character.",
      );
    }
    const program = engine.parse(source.replace(/\r?\n$/, ""));
    const template = engine.compile(program, { strict: true, noEscape: true, preventIndent: true });
    const text = { template, names: namesIn(program, Object.keys(engine.helpers)) };
    compiled.set(file, text);
    return text;
  }

  function render(actionId: string, language: string, name: string, values: TextValues): Rendered {
    const candidates = [`${actionId}/${name}.${language}.hbs`, `${actionId}/${name}.hbs`];
    const file = candidates.find((candidate) => library.has(candidate));
    const source = file === undefined ? undefined : library.get(file);
    if (file === undefined || source === undefined) {
      const message = `the text "${name}" is missing in the language "${language}".`;
      throw new TextError(
        candidates.join(" or templates/"),
        undefined,
        message,
        "Write it, or choose another language.",
      );
    }
    const placeholders = Object.entries(values).map(([key, value], index): [string, string | boolean] => [
      key,
      typeof value === "boolean" ? value : `\uE000${index}\uE001`,
    ]);
    try {
      const { template, names } = templateFor(file, source);
      const unknown = names.find(({ name }) => !Object.hasOwn(values, name));
      if (unknown !== undefined) throw unknownValue(file, unknown, Object.keys(values));
      return { rendered: template(Object.fromEntries(placeholders)), values: Object.values(values) };
    } catch (error) {
      throw error instanceof TextError ? error : explained(file, error);
    }
  }

  return {
    of: (actionId, language): ActionTexts => ({
      line: (name, values = {}) => lineOf(render(actionId, language, name, values)),
      plain: (name, values = {}) => plainOf(render(actionId, language, name, values)),
      html: (name, values = {}) => htmlOf(render(actionId, language, name, values)),
    }),
  };
}

interface CompiledText {
  readonly template: Handlebars.TemplateDelegate;
  readonly names: readonly NamedValue[];
}

/** A value that a template names, and where. */
interface NamedValue {
  readonly name: string;
  readonly line: number;
}

/** The values that a template names. Handlebars itself takes an unknown one in `{{#if}}` for false. */
function namesIn(program: hbs.AST.Program, helpers: readonly string[]): readonly NamedValue[] {
  const names: NamedValue[] = [];
  class Names extends Handlebars.Visitor {
    override PathExpression({ parts, data, original, loc }: hbs.AST.PathExpression): void {
      if (data || parts.length === 0 || helpers.includes(original)) return;
      names.push({ name: parts.join("."), line: loc.start.line });
    }
  }
  new Names().accept(program);
  return names;
}

interface Rendered {
  readonly rendered: string;
  readonly values: readonly TextValues[string][];
}

const PLACEHOLDER = /\uE000(\d*)\uE001|[\uE000\uE001]/;

/** A stretch of a template's own words, or a value that stood between them. */
type Piece = { readonly words: string } | { readonly value: Exclude<TextValues[string], boolean> };

/** Splitting by a pattern with one group gives words and, at the odd places, the group: a value's index. */
function pieces({ rendered, values }: Rendered): readonly Piece[] {
  return rendered.split(/\uE000(\d+)\uE001/).flatMap((piece, index): readonly Piece[] => {
    if (index % 2 === 0) return [{ words: piece }];
    const value = values[Number(piece)];
    return value === undefined || typeof value === "boolean" ? [] : [{ value }];
  });
}

function lineOf(rendered: Rendered): string {
  return partsOf(plainOf(rendered))
    .map((part) => (part.kind === "literal" ? part.text : ""))
    .join("");
}

function plainOf(rendered: Rendered): Text<"plain"> {
  const parts = pieces(rendered).flatMap((piece): readonly TextPart[] => {
    if ("words" in piece) return [{ kind: "literal", text: piece.words }];
    if (!isText(piece.value)) return partsOf(text`${piece.value}`);
    if (piece.value.content === "plain") return partsOf(piece.value);
    throw new AuthoringError(
      "HTML was put into a plain text.",
      "Make the value with the tag text instead of html.",
    );
  });
  return textOf("plain", parts);
}

function htmlOf(rendered: Rendered): Text<"html"> {
  const parts = pieces(rendered).flatMap((piece): readonly TextPart[] =>
    "words" in piece ? [{ kind: "literal", text: piece.words }] : partsOf(html`${piece.value}`),
  );
  return textOf("html", parts);
}

function unknownValue(file: string, { name, line }: NamedValue, known: readonly string[]): TextError {
  return new TextError(
    file,
    line,
    `it uses {{${name}}}, which has no value here.`,
    known.length === 0 ? "This text has no values." : `Its values are: ${known.join(", ")}.`,
  );
}

function explained(file: string, error: unknown): TextError {
  const message = error instanceof Error ? error.message : String(error);
  const line = /line (\d+)/.exec(message)?.[1];
  return new TextError(
    file,
    line === undefined ? undefined : Number(line),
    message.split("\n")[0] ?? message,
    "Correct the template.",
  );
}
