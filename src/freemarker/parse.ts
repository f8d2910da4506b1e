import type { ParseOptions } from "./parse-options.js";
import { TemplateParser } from "./template-parser.js";
import type { TemplateError } from "./template-error.js";
import type { Template } from "./tree.js";

export type { ParseOptions } from "./parse-options.js";

/** A parsed template and everything for which FreeMarker would refuse it. */
export interface ParsedTemplate {
  readonly template: Template;
  /** First the one at which FreeMarker itself stops, then the others in the order of the source. */
  readonly errors: readonly TemplateError[];
}

/**
 * Parses a FreeMarker template (2.3.35). Never throws: after a mistake it goes on at the next tag.
 *
 * @example parse("<#if a > 5>x</#if>").errors // []: the tag ends at the first ">"
 */
export function parse(source: string, options: ParseOptions = {}): ParsedTemplate {
  return new TemplateParser(source, options).parse();
}
