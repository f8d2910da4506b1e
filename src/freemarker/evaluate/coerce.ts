import type { Argument } from "../tree.js";
import { missing, wrongType } from "./describe.js";
import { Failure } from "./failure.js";
import { dateText, numberText } from "./formatting.js";
import type { Numeric } from "./numeric.js";
import type { OutputFormat } from "./output-format.js";
import type { Run } from "./run.js";
import type { Markup, Value } from "./value.js";

/** The text of a value that is one, or that can be printed as one. */
export function asText(value: Value | undefined, expression: Argument, run: Run): string {
  if (value === undefined) throw missing(expression, run);
  const text = textOf(value, expression, run);
  if (text === undefined) throw wrongType(expression, value, TEXT_LIKE, run);
  return text;
}

/** The text of a value, or markup as it is. */
export function asTextOrMarkup(value: Value | undefined, expression: Argument, run: Run): string | Markup {
  if (value === undefined) throw missing(expression, run);
  if (value.kind === "markup") return value;
  const text = textOf(value, expression, run);
  if (text === undefined) throw wrongType(expression, value, TEXT_LIKE, run);
  return text;
}

const TEXT_LIKE = "a text, a number, a date or a truth value";

/** The text of a value; undefined when it has none. `expression` is the place for what goes wrong while printing. */
export function textOf(value: Value, expression: Argument | undefined, run: Run): string | undefined {
  switch (value.kind) {
    case "string":
    case "match":
      return value.text;
    case "number":
      return numberText(value.value, run, expression);
    case "date":
      return dateText(value, run, expression);
    case "boolean":
      return booleanText(value.value, run);
    case "nothing":
      return "";
    case "matches":
      return booleanText(value.whole() !== undefined, run);
    default:
      return undefined;
  }
}

/** How `boolean_format` prints a truth value. FreeMarker takes its own default as no format at all. */
export function booleanText(value: boolean, run: Run): string {
  const words = booleanWords(run);
  if (words === undefined) {
    const hint = 'Write ?c for programs, or ?string("yes", "no") for people.';
    const message = "true and false cannot be printed as they are: boolean_format is not set.";
    throw new Failure("wrong-type", message, undefined, hint);
  }
  return value ? words[0] : words[1];
}

/** The words of `boolean_format` for true and false; undefined when it is not set. */
export function booleanWords(run: Run): readonly [string, string] | undefined {
  const { booleanFormat } = run.settings;
  if (booleanFormat === "c") return ["true", "false"];
  const comma = booleanFormat.indexOf(",");
  if (booleanFormat === "true,false" || comma < 0) return undefined;
  return [booleanFormat.slice(0, comma), booleanFormat.slice(comma + 1)];
}

/** What must be true or false. */
export function asBoolean(value: Value | undefined, expression: Argument, run: Run): boolean {
  if (value === undefined) throw missing(expression, run);
  const truth = truthOf(value);
  if (truth === undefined) throw wrongType(expression, value, "true or false", run);
  return truth;
}

export function truthOf(value: Value): boolean | undefined {
  if (value.kind === "boolean") return value.value;
  if (value.kind === "matches") return value.whole() !== undefined;
  return value.kind === "nothing" && value.isFalse ? false : undefined;
}

/** What must be a number. */
export function asNumeric(value: Value | undefined, expression: Argument, run: Run): Numeric {
  if (value === undefined) throw missing(expression, run);
  if (value.kind !== "number") throw wrongType(expression, value, "a number", run);
  return value.value;
}

/** Markup of a format, made from text by escaping it. */
export function escapedInto(format: OutputFormat, text: string): Markup {
  const markup = format.escape === undefined ? text : format.escape(text);
  return { kind: "markup", format, markup, source: text };
}
