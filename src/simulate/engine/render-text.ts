import { evaluateInterpolation, render, type RenderOptions } from "../../freemarker/evaluate/render.js";
import { jsonStringFormat, undefinedFormat, urlFormat } from "../../freemarker/evaluate/output-format.js";
import { parse, type ParsedTemplate } from "../../freemarker/parse.js";
import type { JsonValue } from "../../model/json.js";
import type { Failure } from "../trace.js";

/** What a field of a step does with the values that are inserted into it. */
export type Escaping = "url" | "json" | "nothing";

/** What a text makes. */
export type Rendering =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly failure: Failure };

const OUTPUT_FORMATS = { url: urlFormat, json: jsonStringFormat, nothing: undefinedFormat } as const;

/** Parses each text once, however often it is rendered. */
export class TextRenderer {
  private readonly parsed = new Map<string, ParsedTemplate>();

  constructor(private readonly now: Date) {}

  /** @param key the step's key that holds the text, for messages */
  render(key: string, text: string, escaping: Escaping, model: RenderOptions["model"]): Rendering {
    const { template, errors } = this.parse(text, escaping);
    const [error] = errors;
    if (error !== undefined) return { ok: false, failure: failureOf(key, error) };
    const rendered = render(template, { model, outputFormat: OUTPUT_FORMATS[escaping], now: this.now });
    if (rendered.ok) return { ok: true, text: rendered.output };
    return { ok: false, failure: failureOf(key, rendered.error) };
  }

  /** The list that a text yields which is one interpolation. */
  list(
    key: string,
    text: string,
    model: RenderOptions["model"],
  ): { readonly items: readonly JsonValue[] } | { readonly failure: Failure } {
    const { template, errors } = this.parse(text.trim(), "nothing");
    const [error] = errors;
    if (error !== undefined) return { failure: failureOf(key, error) };
    const evaluated = evaluateInterpolation(template, { model, now: this.now });
    if (!evaluated.ok) return { failure: failureOf(key, evaluated.error) };
    if (isList(evaluated.value)) return { items: evaluated.value };
    const message = "The text of a loop must yield a list.";
    return { failure: { kind: "template", message, place: { key, line: 1, column: 1 } } };
  }

  private parse(text: string, escaping: Escaping): ParsedTemplate {
    const cacheKey = `${escaping} ${text}`;
    const known = this.parsed.get(cacheKey);
    if (known !== undefined) return known;
    const parsed = parse(text, { escapes: escaping !== "nothing" });
    this.parsed.set(cacheKey, parsed);
    return parsed;
  }
}

interface TextProblem {
  readonly code: string;
  readonly message: string;
  readonly hint: string | undefined;
  readonly position: { readonly line: number; readonly column: number };
}

function failureOf(key: string, { code, message, hint, position: { line, column } }: TextProblem): Failure {
  const kind = code === "not-simulated" ? "not simulated" : code === "limit" ? "limit" : "template";
  return { kind, message, ...(hint === undefined ? {} : { hint }), place: { key, line, column } };
}
