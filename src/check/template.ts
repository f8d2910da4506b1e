import { parse } from "../freemarker/parse.js";
import type { TemplateError } from "../freemarker/template-error.js";
import type { Template } from "../freemarker/tree.js";
import { walk, type Visited } from "../freemarker/walk.js";
import type { PlacedText } from "../model/walk.js";
import { remembered } from "../model/remembered.js";
import { pathsAmong, type Path } from "./template-paths.js";

/** A text that was parsed, and what rules want to know of it, worked out when it is asked for. */
export class ParsedText {
  private knownNodes: readonly Visited[] | undefined;
  private knownPaths: readonly Path[] | undefined;

  constructor(
    readonly template: Template,
    readonly errors: readonly TemplateError[],
  ) {}

  get source(): string {
    return this.template.source;
  }

  /** Every node, each before what is in it. */
  get nodes(): readonly Visited[] {
    return (this.knownNodes ??= walk(this.template.body));
  }

  /** Every variable with the keys that follow it. */
  get paths(): readonly Path[] {
    return (this.knownPaths ??= pathsAmong(this.nodes));
  }
}

/** A FreeMarker text that has code in it, parsed. */
export interface PlacedTemplate {
  readonly text: PlacedText;
  readonly parsed: ParsedText;
}

/** Only with one of these is a text more than itself. */
const CODE = /[$#]\{|<\/?[#@]|^\s*\[#ftl/;

/** A parsed text never changes, so equal ones are parsed once. */
const parsedWhere = {
  valuesAreEscaped: remembered((source) => parsedText(source, true)),
  valuesAreNot: remembered((source) => parsedText(source, false)),
};

/** Parses the texts that have code in them, equal ones once. */
export function templatesOf(texts: readonly PlacedText[]): readonly PlacedTemplate[] {
  return texts.flatMap((text) =>
    CODE.test(text.text) ? [{ text, parsed: parsed(text.text, escapesValues(text)) }] : [],
  );
}

function parsed(source: string, escapes: boolean): ParsedText {
  return escapes ? parsedWhere.valuesAreEscaped(source) : parsedWhere.valuesAreNot(source);
}

function parsedText(source: string, escapes: boolean): ParsedText {
  const { template, errors } = parse(source, { escapes });
  return new ParsedText(template, errors);
}

/** Whether TOPdesk escapes what is inserted into this text. */
export function escapesValues({ key, place: { step } }: PlacedText): boolean {
  return step.kind === "http" && (key === "url" || (key === "body" && step.escapeBodyValues));
}
