import { isCode } from "../check/codes.js";
import type { Diagnostic, Severity, TextPlace } from "../check/diagnostic.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/** A finding that was kept as JSON; undefined when the value is none. */
export function readDiagnostic(value: JsonValue): Diagnostic | undefined {
  if (!isJsonObject(value)) return undefined;
  const { code, message } = value;
  const severity = SEVERITIES.find((candidate) => candidate === value["severity"]);
  if (typeof code !== "string" || !isCode(code) || severity === undefined || typeof message !== "string") {
    return undefined;
  }
  return {
    code,
    severity,
    message,
    ...textsOf(value, ["hint", "file", "pointer", "step"]),
    ...numbersOf(value, ["line", "column"]),
    ...textPlaceOf(value["text"]),
  };
}

function textsOf<Key extends string>(
  value: JsonObject,
  keys: readonly Key[],
): Partial<Readonly<Record<Key, string>>> {
  const found: Partial<Record<Key, string>> = {};
  for (const key of keys) {
    const text = value[key];
    if (typeof text === "string") found[key] = text;
  }
  return found;
}

function numbersOf<Key extends string>(
  value: JsonObject,
  keys: readonly Key[],
): Partial<Readonly<Record<Key, number>>> {
  const found: Partial<Record<Key, number>> = {};
  for (const key of keys) {
    const number = value[key];
    if (typeof number === "number") found[key] = number;
  }
  return found;
}

function textPlaceOf(value: JsonValue | undefined): { readonly text?: TextPlace } {
  if (!isJsonObject(value)) return {};
  const { key, line, column } = value;
  if (typeof key !== "string" || typeof line !== "number" || typeof column !== "number") return {};
  return { text: { key, line, column } };
}
