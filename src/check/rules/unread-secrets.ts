import { isJsonArray, isJsonObject, type JsonValue } from "../../model/json.js";
import type { Residue } from "../../model/residue.js";
import { couldBeSecret, hasUserInformation, isSecretName, secretIn } from "../secrets.js";
import type { Finding, Rule } from "../subject.js";

/** Secrets in the parts of a file that the model does not know: unknown keys and steps of an unknown type. */
export const unreadSecrets: Rule = function* ({ file, steps }) {
  const { root, residue } = file;
  yield* inResidue(residue?.root, []);
  yield* inResidue(residue?.action, [root]);
  yield* inResidue(residue?.configuration, [root, "configuration"]);
  for (const { step, path } of steps) {
    for (const finding of inResidue(step.residue, path)) yield { ...finding, step: step.name };
    if (step.kind !== "http") continue;
    for (const [index, header] of step.headers.entries()) {
      for (const finding of inResidue(header.residue, [...path, "headers", index])) {
        yield { ...finding, step: step.name };
      }
    }
  }
};

function* inResidue(residue: Residue | undefined, path: Finding["path"]): Iterable<Finding> {
  for (const [key, value] of Object.entries(residue?.unread ?? {}))
    yield* inValue(key, value, [...path, key]);
}

function* inValue(key: string, value: JsonValue, path: Finding["path"]): Iterable<Finding> {
  if (typeof value === "string") {
    const what =
      secretIn(value) ?? (isSecretName(key) && couldBeSecret(value) ? "what looks like a secret" : undefined);
    if (what !== undefined || hasUserInformation(value)) {
      yield {
        code: "TA403",
        message: `The key "${key}" holds ${what ?? "a URL with user information"}.`,
        hint: "Remove it, and replace the secret where it is used: whoever had this file has it.",
        path,
      };
    }
  } else if (isJsonArray(value)) {
    for (const [index, item] of value.entries()) yield* inValue(key, item, [...path, index]);
  } else if (isJsonObject(value)) {
    for (const [inner, item] of Object.entries(value)) yield* inValue(inner, item, [...path, inner]);
  }
}
