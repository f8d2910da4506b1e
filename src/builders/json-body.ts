import { literalJsonString } from "../freemarker/escape.js";
import { isText, print, text, type Field, type Text } from "./text.js";
import { expressionOf, isValue, operand, VALUE, type Value } from "./value.js";

/** A JSON body with run-time values in it. A key whose value is undefined is left out. */
export type JsonBody =
  | string
  | number
  | boolean
  | null
  | undefined
  | Value<"text">
  | Value<"number">
  | Value<"boolean">
  | Text<"plain">
  | Text<"html">
  | readonly JsonBody[]
  | { readonly [key: string]: JsonBody };

/**
 * Writes a JSON body as FreeMarker text.
 *
 * @param escapeBodyValues whether TOPdesk escapes what is inserted in this body; when it does not, the template does
 * @param step what a level is indented by
 * @example jsonBody({ to: variables.mail_to, priority: 1 }, true)
 */
export function jsonBody(body: JsonBody, escapeBodyValues: boolean, step = "  "): string {
  return printValue(body, escapeBodyValues ? "json" : "json-unescaped", "", step);
}

function printValue(value: JsonBody, field: Field, indent: string, step: string): string {
  if (isText(value)) return `"${print(value, field)}"`;
  if (isValue(value)) return printRunTimeValue(value, field);
  if (typeof value === "string") return `"${literalJsonString(value)}"`;
  if (value === null || value === undefined || typeof value !== "object")
    return JSON.stringify(value ?? null);
  const inner = `${indent}${step}`;
  if (isList(value)) {
    return brackets(
      "[]",
      value.map((item) => inner + printValue(item, field, inner, step)),
      indent,
    );
  }
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  const lines = entries.map(
    ([key, entry]) => `${inner}"${literalJsonString(key)}": ${printValue(entry, field, inner, step)}`,
  );
  return brackets("{}", lines, indent);
}

function printRunTimeValue(value: Value<"text"> | Value<"number"> | Value<"boolean">, field: Field): string {
  if (value[VALUE].kind === "text") return `"${print(text`${value}`, field)}"`;
  return `\${${operand(expressionOf(value))}?c}`;
}

function brackets(pair: "[]" | "{}", lines: readonly string[], indent: string): string {
  const [open, close] = [pair.charAt(0), pair.charAt(1)];
  return lines.length === 0 ? pair : `${open}\n${lines.join(",\n")}\n${indent}${close}`;
}

function isList(value: JsonBody): value is readonly JsonBody[] {
  return Array.isArray(value);
}
