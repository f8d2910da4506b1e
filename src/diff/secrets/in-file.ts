import { isSecretName } from "../../check/secrets.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../model/json.js";
import { isWrittenOut } from "./in-text.js";

/**
 * The values in a file that are secret because of the name that they stand under: variables, headers, assigned values,
 * and keys of any object.
 */
export function secretValues(value: JsonValue): ReadonlySet<string> {
  const secrets = new Set<string>();
  collect(value, false, secrets);
  return secrets;
}

function collect(value: JsonValue, isSecret: boolean, secrets: Set<string>): void {
  if (isJsonArray(value)) for (const item of value) collect(item, isSecret, secrets);
  else if (isJsonObject(value)) {
    addNamed(value, secrets);
    for (const [key, held] of Object.entries(value)) collect(held, isSecret || isSecretName(key), secrets);
  } else if (isSecret && typeof value === "string" && isWrittenOut(value) && !isAddress(value))
    secrets.add(value);
  else if (isSecret && typeof value === "number") secrets.add(String(value));
}

function addNamed(object: JsonObject, secrets: Set<string>): void {
  const { name, value, variableKey, valueTemplate } = object;
  if (typeof name === "string" && typeof value === "string") addValue(name, value, secrets);
  if (typeof variableKey === "string" && typeof valueTemplate === "string") {
    addValue(variableKey, valueTemplate, secrets);
  }
}

function addValue(name: string, value: string, secrets: Set<string>): void {
  if (/^(?:proxy-)?authorization$/i.test(name)) {
    const [scheme = "", credentials, ...rest] = value.trim().split(/\s+/);
    const secret = credentials ?? scheme;
    if (rest.length === 0 && isWrittenOut(secret)) secrets.add(secret);
  } else if ((isSecretName(name) || /cookie/i.test(name)) && isWrittenOut(value) && !isAddress(value)) {
    secrets.add(value);
  }
}

/** The address of a token service is not a token. */
function isAddress(value: string): boolean {
  return /^https?:\/\/[^\s@]+$/i.test(value);
}
