import { parse } from "../src/freemarker/parse.js";
import { undefinedFormat, htmlFormat, type OutputFormat } from "../src/freemarker/evaluate/output-format.js";
import { render, type ModelValue, type Settings } from "../src/freemarker/evaluate/render.js";
import type { JsonObject } from "../src/model/json.js";

/** A template with a model, and what the real FreeMarker prints, or on which line it fails. */
export interface RenderVector {
  readonly id: string;
  readonly template: string;
  readonly model: JsonObject;
  readonly tier: number;
  readonly ok: boolean;
  readonly output: string | undefined;
  readonly line: number | undefined;
  readonly settings: Partial<Settings>;
  readonly outputFormat: string;
}

/** How far our evaluator agrees with the real FreeMarker. */
export interface RenderAgreement {
  readonly total: number;
  readonly agree: number;
  readonly disagreements: readonly string[];
  readonly tiers: readonly { readonly tier: number; readonly total: number; readonly agree: number }[];
}

/** What the real FreeMarker and ours make of a vector; `difference` is undefined when they agree. */
export interface RenderComparison {
  readonly vector: RenderVector;
  readonly difference: string | undefined;
}

/** The method that action sequences have: the text in base 64. */
export function base64(...given: readonly ModelValue[]): string {
  const [text] = given;
  if (given.length !== 1 || typeof text !== "string") throw new Error("_base64 takes a string");
  return Buffer.from(text, "utf8").toString("base64");
}

const FORMATS: ReadonlyMap<string, OutputFormat> = new Map([
  ["undefined", undefinedFormat],
  ["HTML", htmlFormat],
]);

export function compareRendering(vector: RenderVector): RenderComparison {
  return { vector, difference: differenceOf(vector) };
}

function differenceOf(vector: RenderVector): string | undefined {
  const outputFormat = FORMATS.get(vector.outputFormat) ?? undefinedFormat;
  const { template: tree, errors } = parse(vector.template, { escapes: outputFormat.escape !== undefined });
  const [syntaxError] = errors;
  if (syntaxError !== undefined) {
    const { line } = syntaxError.position;
    return vector.ok || line !== vector.line
      ? `syntax error on line ${line}: ${syntaxError.message}`
      : undefined;
  }
  const rendered = render(tree, {
    model: { ...vector.model, _base64: base64 },
    settings: vector.settings,
    outputFormat,
  });
  if (rendered.ok) {
    if (vector.ok && rendered.output === vector.output) return undefined;
    return `printed ${JSON.stringify(rendered.output)}, not ${JSON.stringify(vector.output ?? "an error")}`;
  }
  const { code, message, position } = rendered.error;
  if (!vector.ok && code !== "not-simulated" && position.line === vector.line) return undefined;
  return `${code} on line ${position.line}: ${message}`;
}

export function renderAgreement(comparisons: readonly RenderComparison[]): RenderAgreement {
  const agreeing = (some: readonly RenderComparison[]) =>
    some.filter(({ difference }) => difference === undefined);
  const tiers = [...new Set(comparisons.map(({ vector }) => vector.tier))].sort();
  return {
    total: comparisons.length,
    agree: agreeing(comparisons).length,
    disagreements: comparisons.flatMap(({ vector, difference }) =>
      difference === undefined ? [] : [vector.id],
    ),
    tiers: tiers.map((tier) => {
      const ofTier = comparisons.filter(({ vector }) => vector.tier === tier);
      return { tier, total: ofTier.length, agree: agreeing(ofTier).length };
    }),
  };
}
