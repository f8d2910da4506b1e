import { isJsonArray, isJsonObject, type JsonValue } from "../model/json.js";

/** A parameter's value as a guide's text may use it: lists and objects are only asked whether they are empty. */
export function usable(value: JsonValue): string | number | boolean {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (isJsonArray(value)) return value.map(usable).join(", ");
  return isJsonObject(value) ? JSON.stringify(value) : "";
}
