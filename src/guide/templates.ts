import Handlebars from "handlebars";
import type { Language } from "../customers/customer.js";
import { handlebarsMistake } from "../text/handlebars-mistake.js";
import { TextError } from "../text/text-error.js";
import type { TextLibrary } from "../text/text-files.js";
import { code, Inserted } from "./markdown.js";

/** The templates of one guide: the customer's own in place of those of the library. */
export interface GuideTemplates {
  readonly library: TextLibrary;
  readonly overrides: ReadonlyMap<string, string>;
  /** What messages call one of the customer's own templates. Default: its path. */
  readonly fileOf?: (path: string) => string;
  readonly language: Language;
  readonly actionId: string;
}

/** Values for a template. Strings must have been wrapped: see `wrapped`. */
export type TemplateValues = Readonly<Record<string, unknown>>;

const engine = Handlebars.create();
engine.registerHelper({
  /** Whether two values are the same text, number or truth value. */
  is: (left: unknown, right: unknown) => plain(left) === plain(right),
  code: (value: unknown) => code(plain(value), "line"),
  codeInCell: (value: unknown) => code(plain(value), "cell"),
  /** Texts one after the other, for a command with a value in it: `{{code (join "git log " filePath)}}`. */
  join: (...values: readonly unknown[]) => new Inserted(values.slice(0, -1).map(plain).join("")),
});

function plain(value: unknown): string {
  return value instanceof Inserted ? value.text : String(value);
}

/**
 * Renders `guide/<name>.<language>.hbs`.
 *
 * @param names every name that a template may use; another one is an error, also where it is not reached
 * @throws TextError naming file and line
 */
export function rendered(
  templates: GuideTemplates,
  path: string,
  values: TemplateValues,
  names: ReadonlySet<string>,
): string {
  const main = templateAt(templates, path, names);
  if (main === undefined) {
    const file = `templates/${path}`;
    throw new TextError(file, undefined, "the template is missing.", "Write it, or choose another language.");
  }
  return main(values, { partials: partialsOf(templates, names) });
}

/** Whether a template of this path exists. */
export function hasTemplate({ library, overrides }: GuideTemplates, path: string): boolean {
  return overrides.has(path) || library.has(path);
}

/** Sections of all guides, and those that only some actions have something to say in. */
const SECTIONS = [
  "prepare",
  "rights",
  "permission",
  "access",
  "create",
  "trigger",
  "schedule",
  "runs",
  "next-runs",
  "import",
  "variables",
  "test",
  "back",
  "about",
  "budget",
] as const;
const ACTION_SECTIONS = ["guide-prepare", "guide-trigger", "guide-test-before", "guide-test-after"] as const;

function partialsOf(
  templates: GuideTemplates,
  names: ReadonlySet<string>,
): Readonly<Record<string, Handlebars.TemplateDelegate>> {
  const { language, actionId } = templates;
  const nothing = () => "";
  const sections = SECTIONS.map(
    (name) => [name, templateAt(templates, `guide/${name}.${language}.hbs`, names)] as const,
  );
  const own = ACTION_SECTIONS.map(
    (name) => [name, templateAt(templates, `${actionId}/${name}.${language}.hbs`, names) ?? nothing] as const,
  );
  return Object.fromEntries(
    [...sections, ...own].flatMap(([name, template]) => (template === undefined ? [] : [[name, template]])),
  );
}

/** Compiled templates of a library. Customers share a library; a customer's own texts are compiled when they are met. */
const compiledOf = new WeakMap<TextLibrary, Map<string, CheckedTemplate>>();

function templateAt(
  { library, overrides, fileOf = (own) => own }: GuideTemplates,
  path: string,
  names: ReadonlySet<string>,
): Handlebars.TemplateDelegate | undefined {
  const own = overrides.get(path);
  if (own !== undefined) return checked(fileOf(path), compile(fileOf(path), own), names);
  const source = library.get(path);
  if (source === undefined) return undefined;
  const known = compiledOf.get(library) ?? new Map<string, CheckedTemplate>();
  compiledOf.set(library, known);
  const file = `templates/${path}`;
  const template = known.get(path) ?? compile(file, source);
  known.set(path, template);
  return checked(file, template, names);
}

interface CheckedTemplate {
  readonly template: Handlebars.TemplateDelegate;
  readonly names: readonly { readonly name: string; readonly line: number }[];
}

function compile(file: string, source: string): CheckedTemplate {
  try {
    const program = engine.parse(source.replaceAll("\r\n", "\n"));
    const template = engine.compile(program, { strict: true, noEscape: true, preventIndent: true });
    return { template: explaining(file, template), names: namesIn(program) };
  } catch (error) {
    throw explained(file, error);
  }
}

function checked(
  file: string,
  { template, names }: CheckedTemplate,
  known: ReadonlySet<string>,
): Handlebars.TemplateDelegate {
  const unknown = names.find(({ name }) => !known.has(name));
  if (unknown === undefined) return template;
  const values = [...known].sort().join(", ");
  throw new TextError(
    file,
    unknown.line,
    `it uses {{${unknown.name}}}, which has no value here.`,
    `Its values are: ${values}.`,
  );
}

function namesIn(program: hbs.AST.Program): CheckedTemplate["names"] {
  const helpers = Object.keys(engine.helpers);
  const names: { readonly name: string; readonly line: number }[] = [];
  class Names extends Handlebars.Visitor {
    override PathExpression({ parts, data, original, loc }: hbs.AST.PathExpression): void {
      if (data || parts.length === 0 || helpers.includes(original)) return;
      names.push(...parts.map((part) => ({ name: part, line: loc.start.line })));
    }
    override PartialStatement(): void {
      // The name of a partial is no value.
    }
  }
  new Names().accept(program);
  return names;
}

/** The template, with mistakes that show only when it is rendered as errors that name it. */
function explaining(file: string, template: Handlebars.TemplateDelegate): Handlebars.TemplateDelegate {
  return (values: unknown, options?: Handlebars.RuntimeOptions) => {
    try {
      return template(values, options);
    } catch (error) {
      throw error instanceof TextError ? error : explained(file, error);
    }
  };
}

function explained(file: string, error: unknown): TextError {
  const { line, message, hint } = handlebarsMistake(error);
  return new TextError(file, line, message, hint);
}
