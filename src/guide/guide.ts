import { LANGUAGES, type Language } from "../customers/customer.js";
import { Inserted, Markdown } from "./markdown.js";
import { GUIDE_NAMES } from "./names.js";
import { pageOf } from "./page.js";
import { usable } from "./parameters.js";
import type { Guide, GuideRequest } from "./request.js";
import { hasTemplate, rendered, type GuideTemplates } from "./templates.js";
import { guideValues, variablesOf, type VariableValues } from "./values.js";

export type { Guide, GuideRequest } from "./request.js";

/**
 * The guide with which an admin imports one built file: what to prepare, the steps on the screen, how to test and how
 * to go back. Pure: the same request gives the same text.
 *
 * @throws TextError when a template cannot be rendered
 */
export function guideOf(request: GuideRequest): Guide {
  const language = languageOf(request);
  const templates: GuideTemplates = {
    library: request.texts,
    overrides: request.overrides ?? new Map(),
    ...(request.fileOf === undefined ? {} : { fileOf: request.fileOf }),
    language,
    actionId: request.actionId,
  };
  const facts = guideValues(request, language);
  const parameters = Object.entries(request.parameters).map(
    ([name, value]) => [name, usable(value)] as const,
  );
  const names = new Set([...GUIDE_NAMES, ...parameters.map(([name]) => name)]);
  const shared = wrappedObject({ ...Object.fromEntries(parameters), ...facts });
  const variables = variablesOf(request).map((variable) => ({
    ...wrappedObject(variable),
    meaning: meaningOf(variable, request, templates, { shared, names }),
  }));
  const written = rendered(templates, `guide/guide.${language}.hbs`, { ...shared, variables }, names);
  const markdown = `${written
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim()}\n`;
  return { markdown, html: pageOf(markdown, { ...facts, language, branding: request.customer.branding }) };
}

/** The customer's language; without one the language of the action's texts, and Dutch when that is none of ours. */
function languageOf({ customer, parameters }: GuideRequest): Language {
  const language = customer.language ?? parameters["language"];
  return LANGUAGES.find((known) => known === language) ?? "nl";
}

/** What a variable means: the customer's words, a text of the action, a text of all guides, or the hint in the file. */
function meaningOf(
  { variableName }: VariableValues,
  request: GuideRequest,
  templates: GuideTemplates,
  {
    shared,
    names,
  }: { readonly shared: Readonly<Record<string, unknown>>; readonly names: ReadonlySet<string> },
): Inserted | Markdown {
  const settings = request.variables ?? {};
  const own = Object.hasOwn(settings, variableName) ? settings[variableName]?.hint : undefined;
  if (own !== undefined) return new Inserted(own);
  const paths = [templates.actionId, "guide"].map(
    (folder) => `${folder}/variable-${variableName}.${templates.language}.hbs`,
  );
  const path = paths.find((candidate) => hasTemplate(templates, candidate));
  if (path !== undefined) return new Markdown(rendered(templates, path, shared, names).trim());
  const hint = request.file.action.variables.find(({ name }) => name === variableName)?.value;
  return new Inserted(hint ?? "");
}

/** A value for a template in which every string is escaped wherever it is inserted. */
function wrapped(value: unknown): unknown {
  if (typeof value === "string") return new Inserted(value);
  if (Array.isArray(value)) return value.map(wrapped);
  return typeof value === "object" && value !== null ? wrappedObject(value) : value;
}

function wrappedObject(value: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, wrapped(inner)]));
}
