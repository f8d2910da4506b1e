import { parse, type ParseOptions } from "../../src/freemarker/parse.js";
import type { TemplateError } from "../../src/freemarker/template-error.js";

/** A template, and the stretches of it that are marked as mistakes. */
interface Marked {
  readonly source: string;
  readonly marked: readonly Stretch[];
}

/** Offsets; the end is the place behind the last character. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a template in which `«` and `»` stand around each mistake.
 *
 * @example unmarked("${a?«foo»}") // the template ${a?foo}, with "foo" marked
 */
export function unmarked(template: string): Marked {
  const marked: Stretch[] = [];
  let source = "";
  for (const part of template.split("»")) {
    const [before = "", inside] = part.split("«");
    source += before;
    if (inside === undefined) continue;
    marked.push({ start: source.length, end: source.length + inside.length });
    source += inside;
  }
  return { source, marked };
}

/** The template with each mistake that the parser reports between `«` and `»`, in the order of the source. */
export function withMistakesMarked(source: string, options?: ParseOptions): string {
  let result = "";
  let at = 0;
  for (const { span } of inOrder(parse(source, options).errors)) {
    const [start, end] = [Math.max(at, span.start.offset), Math.max(at, span.end.offset)];
    result += `${source.slice(at, start)}«${source.slice(start, end)}»`;
    at = end;
  }
  return result + source.slice(at);
}

/** Mistakes in the order of the source. */
export function inOrder(errors: readonly TemplateError[]): readonly TemplateError[] {
  return [...errors].sort((left, right) => left.span.start.offset - right.span.start.offset);
}
