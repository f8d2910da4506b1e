import { expect } from "vitest";
import { parse, type ParseOptions } from "../../src/freemarker/parse.js";
import type { TemplateError } from "../../src/freemarker/template-error.js";
import { unmarked, withMistakesMarked } from "./marked-template.js";
import { placesOf } from "./tree-check.js";

/** A template with one mistake between « and », which is what an editor underlines, and what is said about it. */
export type Row = [template: string, message: string, hint?: string];

/** What a person reads. */
interface Words {
  readonly message: string | undefined;
  readonly hint: string | undefined;
}

/** What is said about the mistake in a template, which must be the only one that is reported. */
export function said(template: string, options?: ParseOptions): Words {
  const { source } = unmarked(template);
  expect(parse(source, options).errors.map(({ message }) => message)).toHaveLength(1);
  expect(withMistakesMarked(source, options)).toBe(template);
  return firstSaid(template, options);
}

/** What is said first about a template, where one mistake leads to others. */
export function firstSaid(template: string, options?: ParseOptions): Words {
  const { source, marked } = unmarked(template);
  const error: TemplateError | undefined = parse(source, options).errors[0];
  expect([error?.span.start.offset, error?.span.end.offset]).toEqual([marked[0]?.start, marked[0]?.end]);
  expect(error?.position).toMatchObject({ ...placesOf(source)[marked[0]?.start ?? 0] });
  return { message: error?.message, hint: error?.hint };
}
