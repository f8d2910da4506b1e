import { parse } from "../freemarker/parse.js";
import type { TemplateError } from "../freemarker/template-error.js";
import type { Template } from "../freemarker/tree.js";
import { walk, type Visited } from "../freemarker/walk.js";
import type { PlacedText } from "../model/walk.js";
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

/**
 * Texts that were parsed before, by what they are. Files of one action share most of theirs, whoever they are for; a
 * parsed text never changes.
 */
const known = { escaping: new Map<string, ParsedText>(), plain: new Map<string, ParsedText>() };
/** So many texts are remembered, and no longer ones: a large batch must not fill the memory. */
const MOST_KNOWN = 300;
const LONGEST_KNOWN = 10_000;

/** Parses the texts that have code in them, equal ones once. */
export function templatesOf(texts: readonly PlacedText[]): readonly PlacedTemplate[] {
  return texts.flatMap((text) =>
    CODE.test(text.text) ? [{ text, parsed: parsed(text.text, escapesValues(text)) }] : [],
  );
}

function parsed(source: string, escapes: boolean): ParsedText {
  const cache = escapes ? known.escaping : known.plain;
  const before = cache.get(source);
  if (before !== undefined) return before;
  const { template, errors } = parse(source, { escapes });
  const fresh = new ParsedText(template, errors);
  if (cache.size >= MOST_KNOWN) cache.clear();
  if (source.length <= LONGEST_KNOWN) cache.set(source, fresh);
  return fresh;
}

/** Whether TOPdesk escapes what is inserted into this text. */
export function escapesValues({ key, place: { step } }: PlacedText): boolean {
  return step.kind === "http" && (key === "url" || (key === "body" && step.escapeBodyValues));
}
