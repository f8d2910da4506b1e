import type Handlebars from "handlebars";
import type { ActionTexts, TextSource, TextValues } from "../builders/action-texts.js";
import { partsOf, textOf, type Text, type TextPart } from "../builders/text.js";
import type { Branding } from "../customers/customer.js";
import { compileTemplate, type CompiledTemplate } from "./compile-template.js";
import { handlebarsMistake } from "./handlebars-mistake.js";
import { placeAfter, TEXT, type HtmlPlace } from "./html-place.js";
import { valueInHtml, type Misplaced } from "./html-value.js";
import { asUrlPart, plainTextOf } from "./manners.js";
import { piecesOf, standIn, type Manner, type TextValue } from "./placeholders.js";
import { brandingValues } from "./shared-values.js";
import { candidatesFor, findText, type TextFile, type TextLibrary } from "./text-files.js";
import { TextError } from "./text-error.js";
import { checkUses, type TemplateUse } from "./template-uses.js";

export { TextError } from "./text-error.js";
export type { TextLibrary } from "./text-files.js";

/** What makes the texts of one customer its own. */
export interface TextOptions {
  /** The customer's own templates, by path below its folder; each takes the place of the package's of that path. */
  readonly overrides?: TextLibrary;
  readonly branding?: Branding;
  /** What messages call one of the customer's own templates. Default: its path. */
  readonly fileOf?: (path: string) => string;
}

/**
 * Texts from Handlebars templates, for one customer.
 *
 * A template gets marks in place of values; what Handlebars renders is cut at the marks and the real values put back as
 * parts. So the words of a template, and of every plain value, reach the file as literals that cannot become FreeMarker
 * code, whatever they hold.
 */
export function handlebarsTexts(library: TextLibrary, options: TextOptions = {}): TextSource {
  const own: TextLibrary = options.overrides ?? new Map<string, string>();
  const shared = brandingValues(options.branding ?? {});

  const nameOf = ({ path, own }: TextFile) => (own ? (options.fileOf?.(path) ?? path) : `templates/${path}`);

  function compiled(file: TextFile): CompiledTemplate {
    const compilation = compileTemplate(file.source);
    if (compilation.kind === "compiled") return compilation.compiled;
    const { line, message, hint } = compilation.mistake;
    throw new TextError(nameOf(file), line, message, hint);
  }

  function render(actionId: string, language: string, name: string, given: TextValues): Rendered {
    const file = findText(library, own, actionId, name, language);
    if (file === undefined) throw missingText(actionId, language, name);
    const values: TextValues = { ...shared, language, ...given };
    const standIns = Object.entries(values).map(
      ([key, value], index) => [key, standIn(value, index)] as const,
    );
    const parts = new Map<string, Handlebars.TemplateDelegate>();
    const entry = { file: nameOf(file), compiled: compiled(file) };
    const uses = checkUses(entry, { own: given, shared: Object.keys(shared) }, values, (part) => {
      const found = findText(library, own, actionId, part, language);
      if (found === undefined) return undefined;
      const template = compiled(found);
      parts.set(part, template.template);
      return { file: nameOf(found), compiled: template };
    });
    try {
      const rendered: unknown = entry.compiled.template(Object.fromEntries(standIns), {
        partials: Object.fromEntries(parts),
      });
      return { rendered: String(rendered), values: Object.entries(values), uses, file: entry.file };
    } catch (error) {
      const { line, message, hint } = handlebarsMistake(error);
      throw new TextError(entry.file, line, message, hint);
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

interface Rendered {
  readonly rendered: string;
  /** By the index that stands in their marks. */
  readonly values: readonly (readonly [name: string, value: TextValue])[];
  readonly uses: readonly TemplateUse[];
  readonly file: string;
}

function missingText(actionId: string, language: string, name: string): TextError {
  return new TextError(
    candidatesFor(actionId, name, language)
      .map((path) => `templates/${path}`)
      .join(" or "),
    undefined,
    `the text "${name}" is missing in the language "${language}".`,
    "Write it, or choose another language.",
  );
}

/** Puts the parts of each value into its place between the words. */
function filled(
  { rendered, values }: Rendered,
  words: (words: string) => void,
  parts: (value: Exclude<TextValue, boolean>, manner: Manner, name: string) => readonly TextPart[],
): readonly TextPart[] {
  return piecesOf(rendered).flatMap((piece): readonly TextPart[] => {
    if ("words" in piece) {
      words(piece.words);
      return [{ kind: "literal", text: piece.words }];
    }
    const [name = "", value = ""] = values[piece.index] ?? [];
    return typeof value === "boolean" ? [] : parts(value, piece.manner, name);
  });
}

function lineOf(rendered: Rendered): string {
  return partsOf(plainOf(rendered))
    .map((part) => (part.kind === "literal" ? part.text : ""))
    .join("");
}

function plainOf(rendered: Rendered): Text<"plain"> {
  const parts = filled(
    rendered,
    () => undefined,
    (value, manner) => partsOf(manner === "url-part" ? asUrlPart(value) : plainTextOf(value)),
  );
  return textOf("plain", parts);
}

function htmlOf(rendered: Rendered): Text<"html"> {
  let place: HtmlPlace = TEXT;
  const parts = filled(
    rendered,
    (words) => void (place = placeAfter(place, words)),
    (value, manner, name) => {
      const written = valueInHtml(value, manner, place);
      if ("message" in written) throw misplaced(rendered, name, place, written);
      if (place.kind === "attribute") place = { ...place, before: `${place.before}x` };
      return written;
    },
  );
  return textOf("html", parts);
}

function misplaced(
  { uses, file }: Rendered,
  name: string,
  place: HtmlPlace,
  { message, hint }: Misplaced,
): TextError {
  const printed = uses.filter((use) => use.name === name && use.use === "printed");
  const use = printed.find((candidate) => candidate.place.kind === place.kind) ?? printed[0];
  return new TextError(use?.file ?? file, use?.line, `{{${name}}} ${message}.`, hint.replaceAll("…", name));
}
