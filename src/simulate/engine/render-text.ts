import {
  evaluateInterpolation,
  render,
  undefinedFormat,
  type ModelValue,
  type OutputFormat,
  type RenderOptions,
} from "../../freemarker/evaluate/render.js";
import { escapedForJson } from "../../freemarker/evaluate/string-escaping.js";
import { escapedUrl } from "../../freemarker/evaluate/url-escaping.js";
import { parse, type ParsedTemplate } from "../../freemarker/parse.js";
import type { Failure, Unrendered } from "../trace.js";
import { unrenderedIn } from "./unrendered.js";

/** What a field of a step does with the values that are inserted into it. */
export type Escaping = "url" | "json" | "nothing";

/** What a text makes. */
export type Rendering =
  | { readonly ok: true; readonly text: string; readonly unrendered: readonly Unrendered[] }
  | { readonly ok: false; readonly failure: Failure };

/** TOPdesk escapes as FreeMarker's `?url` and `?json_string` do: seen in public exports, which say `?no_esc` where they must. */
const OUTPUT_FORMATS: Readonly<Record<Escaping, OutputFormat>> = {
  url: { name: "URL", escape: (text) => escapedUrl(text, "UTF-8", false) ?? text },
  json: { name: "JSON string", escape: escapedForJson },
  nothing: undefinedFormat,
};

/** Parses each text once, however often it is rendered. */
export class TextRenderer {
  private readonly parsed = new Map<string, ParsedText>();

  constructor(private readonly now: Date) {}

  /** @param key the step's key that holds the text, for messages */
  render(key: string, text: string, escaping: Escaping, model: RenderOptions["model"]): Rendering {
    const { template, errors, codeInText } = this.parse(key, text, escaping);
    const [error] = errors;
    if (error !== undefined) return { ok: false, failure: failureOf(key, error) };
    const rendered = render(template, { model, outputFormat: OUTPUT_FORMATS[escaping], now: this.now });
    if (rendered.ok) {
      const unrendered = codeInText.filter(({ code }) => rendered.output.includes(code));
      return { ok: true, text: rendered.output, unrendered };
    }
    return { ok: false, failure: failureOf(key, rendered.error) };
  }

  /** The list that a text yields which is one interpolation. */
  list(
    key: string,
    text: string,
    model: RenderOptions["model"],
  ): { readonly items: readonly ModelValue[] } | { readonly failure: Failure } {
    const { template, errors } = this.parse(key, text.trim(), "nothing");
    const [error] = errors;
    if (error !== undefined) return { failure: failureOf(key, error) };
    const evaluated = evaluateInterpolation(template, { model, now: this.now });
    if (evaluated?.ok === false) return { failure: failureOf(key, evaluated.error) };
    const value: unknown = evaluated?.value;
    if (Array.isArray(value)) return { items: value as readonly ModelValue[] };
    const message =
      evaluated === undefined
        ? "The text of a loop must be one ${...} and nothing else."
        : "The text of a loop must yield a list.";
    const hint = "Write ${_responses.step.body.list}.";
    return { failure: { kind: "template", message, hint, place: { key, line: 1, column: 1 } } };
  }

  private parse(key: string, text: string, escaping: Escaping): ParsedText {
    const cacheKey = `${key} ${escaping} ${text}`;
    const known = this.parsed.get(cacheKey);
    if (known !== undefined) return known;
    const { template, errors } = parse(text, { escapes: escaping !== "nothing" });
    const parsed = { template, errors, codeInText: unrenderedIn(template, key) };
    this.parsed.set(cacheKey, parsed);
    return parsed;
  }
}

interface ParsedText extends Pick<ParsedTemplate, "template" | "errors"> {
  /** Code that FreeMarker takes for text. */
  readonly codeInText: readonly Unrendered[];
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
