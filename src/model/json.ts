/** A JSON value as RFC 8259 has it. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** A JSON object; the order of its keys is the order in the file. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/**
 * Parses JSON text.
 *
 * @throws SyntaxError when the text is not JSON
 */
export function parseJson(text: string): JsonValue {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-return -- typed any, but a JSON value by definition
  return JSON.parse(text);
}

/** Whether a JSON value is an object (not a list, not null). */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !isJsonArray(value);
}

/** Whether a JSON value is a list. */
export function isJsonArray(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}
