import { couldBeSecret, hasUserInformation, isSecretName, secretIn } from "../check/secrets.js";
import { isJsonArray, isJsonObject, type JsonValue } from "../model/json.js";
import type { CustomerFile } from "./customer-file.js";
import type { Findings } from "./findings.js";

type Path = readonly (string | number)[];

/** What to do about a secret in a file that many people read. */
export const SECRET_HINT =
  "Remove it, and replace the secret where it is used: whoever had this file has it. The admin fills it in after the import.";

/** Reports every text of a file that is a secret. The messages never repeat what was found. */
export function reportSecrets(file: CustomerFile, findings: Findings): void {
  for (const { path, what } of secretsIn(file.value, [])) {
    findings.reportAt("TA510", { file, path }, `The file holds ${what}.`, SECRET_HINT);
  }
}

function* secretsIn(value: JsonValue, path: Path): Generator<{ readonly path: Path; readonly what: string }> {
  if (typeof value === "string") {
    const what = kindOfSecret(value, path);
    if (what !== undefined) yield { path, what };
  } else if (isJsonArray(value)) {
    for (const [index, item] of value.entries()) yield* secretsIn(item, [...path, index]);
  } else if (isJsonObject(value)) {
    for (const [key, inner] of Object.entries(value)) yield* secretsIn(inner, [...path, key]);
  }
}

function kindOfSecret(text: string, path: Path): string | undefined {
  if (hasUserInformation(text)) return "a URL with user information";
  const known = secretIn(text);
  if (known !== undefined) return known;
  const name = nameOf(path);
  return name !== undefined && isSecretName(name) && couldBeSecret(text)
    ? `what looks like a value for "${name}"`
    : undefined;
}

/** What a text is the value of: its key, or the variable that it is the value or the hint of. */
function nameOf(path: Path): string | undefined {
  const key = path.at(-1);
  if (key !== "value" && key !== "hint") return typeof key === "string" ? key : undefined;
  const variable = path.at(-2);
  return typeof variable === "string" ? variable : undefined;
}
