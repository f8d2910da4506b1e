import type { Interpolation } from "../../tree.js";
import { asTextOrMarkup } from "../coerce.js";
import { compileExpression } from "../compile-expression.js";
import { NEXT, type Execute } from "../compiled.js";
import { Failure } from "../failure.js";
import { hashText, patternOfHash } from "../interpolated.js";
import type { OutputFormat } from "../output-format.js";
import type { Run } from "../run.js";
import { escapedExpression, type Surroundings } from "../surroundings.js";
import type { Markup } from "../value.js";

/** `${...}` and `#{...}` */
export function compileInterpolation(element: Interpolation, around: Surroundings): Execute {
  const { format: ownFormat, autoEscapes } = around;
  if (element.style === "hash") return compileHash(element, around);
  const expression = escapedExpression(element.expression, around);
  const evaluate = compileExpression(expression, around);
  return (run) => {
    run.place = element;
    const value = evaluate(run);
    const text = value?.kind === "string" ? value.text : asTextOrMarkup(value, expression, run);
    const format = ownFormat ?? run.format;
    if (typeof text === "string") {
      run.print(autoEscapes && format.escape !== undefined ? format.escape(text) : text);
    } else printMarkup(text, format, run);
    return NEXT;
  };
}

function compileHash(element: Interpolation, around: Surroundings): Execute {
  const { expression } = element;
  const [evaluate, pattern] = [compileExpression(expression, around), patternOfHash(element.format)];
  return (run) => {
    run.place = element;
    const text = hashText(evaluate(run), pattern, expression, run);
    const format = around.format ?? run.format;
    run.print(around.autoEscapes && format.escape !== undefined ? format.escape(text) : text);
    return NEXT;
  };
}

/** Formats that take markup of any other format as it is. */
const MIXING: ReadonlySet<string> = new Set(["undefined", "JSON", "JavaScript", "CSS"]);

function printMarkup(markup: Markup, format: OutputFormat, run: Run): void {
  if (markup.format.name === format.name || MIXING.has(format.name)) run.print(markup.markup);
  else if (markup.source !== undefined) {
    run.print(format.escape === undefined ? markup.source : format.escape(markup.source));
  } else {
    const message = `Markup in ${markup.format.name} cannot be printed where the output format is ${format.name}.`;
    throw new Failure("wrong-type", message, undefined);
  }
}
