import { fixedText } from "../string-literal.js";
import type { Element, Template } from "../tree.js";
import { compileBody } from "./compile-elements.js";
import { compilePresent } from "./compile-expression.js";
import type { Execute } from "./compiled.js";
import { Failure, notSimulated } from "./failure.js";
import { OUTPUT_FORMATS } from "./output-format.js";
import type { Run } from "./run.js";
import { outermost, type Surroundings } from "./surroundings.js";
import type { RoutineValue, Value } from "./value.js";
import { strippedTexts } from "./white-space.js";

/** A template, ready to be rendered with any model. */
export interface CompiledTemplate {
  readonly body: Execute;
  readonly macros: readonly RoutineValue[];
  /** The value of a template that is a single interpolation. */
  readonly value: (run: Run) => Value;
}

/** What does not depend on the model is worked out once for each template. */
const compiledTemplates = new WeakMap<Template, CompiledTemplate>();

/** @throws Failure when the template is nested too deeply */
export function compiledTemplate(template: Template): CompiledTemplate {
  const known = compiledTemplates.get(template);
  if (known !== undefined) return known;
  const compiled = compile(template);
  compiledTemplates.set(template, compiled);
  return compiled;
}

function compile(template: Template): CompiledTemplate {
  const around = withHeader(outermost(strippedTexts(template)), template);
  const body = compileBody(template.body, around);
  const [only] = template.body;
  const value =
    only?.kind === "interpolation"
      ? compilePresent(only.expression, around)
      : () => {
          throw new Failure("invalid-value", "The template is not a single interpolation.", undefined);
        };
  return { body, macros: around.macros, value };
}

function withHeader(around: Surroundings, { body }: Template): Surroundings {
  const header = body.find((element) => element.kind === "header");
  if (header?.kind !== "header") return around;
  let result = around;
  for (const { name, value } of header.settings) {
    if (name === "output_format") result = { ...result, format: formatOf(value, header) };
    if (name === "auto_esc" && value.kind === "boolean") result = { ...result, autoEscapes: value.value };
    if (name === "strip_text" && !(value.kind === "boolean" && !value.value))
      throw notSimulated("strip_text", header);
  }
  return result;
}

function formatOf(value: (Element & { kind: "header" })["settings"][number]["value"], header: Element) {
  const format = value.kind === "string" ? OUTPUT_FORMATS.get(fixedText(value)) : undefined;
  if (format === undefined) throw notSimulated("this output format", header);
  return format;
}
