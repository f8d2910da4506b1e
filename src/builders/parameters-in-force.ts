import type { JsonObject, JsonValue } from "../model/json.js";
import type { ActionDefinition } from "./define-action.js";

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
