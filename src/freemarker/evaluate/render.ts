import type { Position } from "../positions.js";
import type { Template } from "../tree.js";
import { TooManyDigits } from "../decimal.js";
import { compiledTemplate, type CompiledTemplate } from "./compiled-template.js";
import { Failure, type RenderError } from "./failure.js";
import type { ModelValue } from "./model.js";
import { undefinedFormat, type OutputFormat } from "./output-format.js";
import { plainOf } from "./plain.js";
import { Run } from "./run.js";
import { DEFAULT_LIMITS, DEFAULT_SETTINGS, type Limits, type Settings } from "./settings.js";

export { ModelDirective, type ModelMethod, type ModelValue } from "./model.js";
export * from "./output-format.js";
export type { RenderError, RenderErrorCode } from "./failure.js";
export { DEFAULT_LIMITS, DEFAULT_SETTINGS, type Limits, type Settings } from "./settings.js";

/** What a template is rendered with. */
export interface RenderOptions {
  readonly model: Readonly<Record<string, ModelValue>>;
  /** Default: `undefinedFormat`, which escapes nothing. */
  readonly outputFormat?: OutputFormat;
  readonly settings?: Partial<Settings>;
  /** What `.now` is. */
  readonly now?: Date;
  readonly limits?: Partial<Limits>;
}

export type Rendered =
  { readonly ok: true; readonly output: string } | { readonly ok: false; readonly error: RenderError };

export type Evaluated =
  { readonly ok: true; readonly value: ModelValue } | { readonly ok: false; readonly error: RenderError };

/**
 * Renders a template as FreeMarker 2.3.35 does. Never throws, and always ends: endless templates run into a limit.
 *
 * @example render(parse("Hello ${name}").template, { model: { name: "Ann" } }) // { ok: true, output: "Hello Ann" }
 */
export function render(template: Template, options: RenderOptions): Rendered {
  const result = attempt(template, options, ({ body, macros }, run) => {
    for (const macro of macros) run.variables.set(macro.definition.name, macro);
    body(run);
    return run.output;
  });
  return result.ok ? { ok: true, output: result.value } : result;
}

/**
 * The value of a template that is exactly one `${expression}`, as plain data: a list stays a list.
 *
 * @returns undefined when the template is anything else
 */
export function evaluateInterpolation(template: Template, options: RenderOptions): Evaluated | undefined {
  const [only, ...others] = template.body;
  if (only?.kind !== "interpolation" || only.style === "hash" || others.length > 0) return undefined;
  return attempt(template, options, ({ value }, run) => plainOf(value(run)));
}

type Attempted<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: RenderError };

function attempt<T>(
  template: Template,
  options: RenderOptions,
  work: (compiled: CompiledTemplate, run: Run) => T,
): Attempted<T> {
  const run = runOf(template, options);
  try {
    return { ok: true, value: work(compiledTemplate(template), run) };
  } catch (error) {
    return { ok: false, error: describe(error, run) };
  }
}

function runOf(template: Template, { model, outputFormat, settings, now, limits }: RenderOptions): Run {
  return new Run(
    template.source,
    model,
    outputFormat ?? undefinedFormat,
    settings === undefined ? DEFAULT_SETTINGS : { ...DEFAULT_SETTINGS, ...settings },
    limits === undefined ? DEFAULT_LIMITS : { ...DEFAULT_LIMITS, ...limits },
    now ?? new Date(),
    START,
  );
}

const FIRST: Position = { line: 1, column: 1, offset: 0 };
const START = { span: { start: FIRST, end: FIRST } };

function describe(error: unknown, run: Run): RenderError {
  if (error instanceof Failure) {
    const { code, message, hint, span } = error;
    return { code, message, hint, position: (span ?? run.place.span).start };
  }
  // JavaScript gives up on texts, numbers and nesting beyond what it can hold; our own limits come first as a rule.
  if (error instanceof RangeError) {
    const message =
      error instanceof TooManyDigits ? error.message : `A value gets too large: ${error.message}.`;
    return { code: "limit", message, hint: undefined, position: run.place.span.start };
  }
  // Only the model's own code can throw anything else.
  const message = `The model failed: ${error instanceof Error ? error.message : String(error)}`;
  return { code: "invalid-value", message, hint: undefined, position: run.place.span.start };
}
