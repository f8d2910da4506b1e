/** TypeScript source of plain values. Whatever a text holds, its literal is that text and nothing else. */
import { isJsonArray, isJsonObject, type JsonValue } from "../model/json.js";

/** A string literal. */
export function stringCode(text: string): string {
  return escaped(JSON.stringify(text));
}

/** The words of a template literal, without its backticks. Line breaks stay line breaks. */
export function templateCode(text: string): string {
  const plain = text
    .replace(/[\\`]/g, "\\$&")
    .replace(/\$(?=\{)/g, "\\$")
    .replace(/\r/g, "\\r")
    .replace(/\t/g, "\\t")
    // eslint-disable-next-line no-control-regex -- control characters are what this escapes
    .replace(/[\u0000-\u0009\u000b-\u001f]/g, unicodeEscape);
  // A dollar sign at the end would open what is inserted after it.
  return escaped(plain.replace(/\$$/, "\\$"));
}

/** Line separators, lone surrogates and other signs that editors and tools stumble over. */
function escaped(literal: string): string {
  return literal.replace(
    /[\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    unicodeEscape,
  );
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** The key of an object literal. `__proto__` in brackets is a key like any other. */
export function keyCode(key: string): string {
  if (key === "__proto__") return '["__proto__"]';
  return isPlainKey(key) ? key : stringCode(key);
}

/** The end of a path to a key: `.name` or `["na-me"]`. */
export function memberCode(key: string): string {
  return isPlainKey(key) ? `.${key}` : `[${stringCode(key)}]`;
}

function isPlainKey(key: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(key);
}

/** An object literal of entries that are code already; empty when there are none. */
export function objectCode(entries: readonly (readonly [string, string | undefined])[]): string {
  const given = entries.flatMap(([key, code]) => (code === undefined ? [] : [entryCode(key, code)]));
  return given.length === 0 ? "{}" : `{ ${given.join(", ")} }`;
}

function entryCode(key: string, code: string): string {
  return key === code ? key : `${keyCode(key)}: ${code}`;
}

/** A literal of any JSON value. */
export function jsonCode(value: JsonValue): string {
  if (typeof value === "string") return stringCode(value);
  if (isJsonArray(value)) return `[${value.map(jsonCode).join(", ")}]`;
  if (isJsonObject(value)) {
    const entries = Object.entries(value).map(([key, inner]) => `${keyCode(key)}: ${jsonCode(inner)}`);
    return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
  }
  return JSON.stringify(value);
}
