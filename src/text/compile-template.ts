import Handlebars from "handlebars";
import { remembering } from "../freemarker/format/memory.js";
import { holdsMarks, inManner } from "./placeholders.js";
import { readTemplate, type TemplateReading } from "./read-template.js";
import { handlebarsMistake } from "./handlebars-mistake.js";
import type { TemplateMistake } from "./text-error.js";

/** A template that is ready to be rendered, and what it needs for that. */
export interface CompiledTemplate extends TemplateReading {
  readonly template: Handlebars.TemplateDelegate;
}

export type Compilation =
  | { readonly kind: "compiled"; readonly compiled: CompiledTemplate }
  | { readonly kind: "wrong"; readonly mistake: TemplateMistake };

const engine = Handlebars.create();
engine.registerHelper("url-part", (value: unknown) => inManner(value, "url-part"));
engine.registerHelper("lines", (value: unknown) => inManner(value, "lines"));

/**
 * Compiles the source of a template. What was compiled is remembered by its source, so that all customers of one process
 * share it.
 */
export const compileTemplate: (source: string) => Compilation = remembering((source) => {
  if (holdsMarks(source)) {
    return wrong({
      line: 1 + (/^[^]*?(?=[\uE000\uE001])/.exec(source)?.[0].match(/\n/g)?.length ?? 0),
      message: "it holds a private-use character (U+E000 or U+E001).",
      hint: "Remove the character.",
    });
  }
  try {
    const program = engine.parse(source.replace(/\r?\n$/, ""));
    const reading = readTemplate(program);
    const [mistake] = reading.mistakes;
    if (mistake !== undefined) return wrong(mistake);
    const template = engine.compile(program, { strict: true, noEscape: true, preventIndent: true });
    return { kind: "compiled", compiled: { ...reading, template } };
  } catch (error) {
    return wrong(handlebarsMistake(error));
  }
});

function wrong(mistake: TemplateMistake): Compilation {
  return { kind: "wrong", mistake };
}
