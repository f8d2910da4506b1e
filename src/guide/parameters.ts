import type { ActionDefinition } from "../builders/define-action.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../model/json.js";

/** The parameters of an action with the values that a customer gave, and the defaults of all others. */
export function parametersInForce(
  { parameters }: Pick<ActionDefinition, "parameters">,
  given: JsonObject,
): JsonObject {
  const values = Object.entries(parameters).flatMap(([name, parameter]): [string, JsonValue][] => {
    const value = given[name];
    if (value !== undefined) return [[name, value]];
    return isJsonValue(parameter.default) ? [[name, parameter.default]] : [];
  });
  return Object.fromEntries(values);
}

function isJsonValue(value: unknown): value is JsonValue {
  return (
    value !== undefined &&
    typeof value !== "function" &&
    typeof value !== "symbol" &&
    typeof value !== "bigint"
  );
}

/** A parameter's value as a guide's text may use it: lists and objects are only asked whether they are empty. */
export function usable(value: JsonValue): string | number | boolean {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (isJsonArray(value)) return value.map(usable).join(", ");
  return isJsonObject(value) ? JSON.stringify(value) : "";
}
