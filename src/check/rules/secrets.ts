import type { Variable } from "../../model/action.js";
import { couldBeSecret, hasUserInformation, isSecretName, secretIn } from "../secrets.js";
import type { PlacedText } from "../../model/walk.js";
import { variablePath, type Finding, type Rule } from "../subject.js";

/**
 * No secret may stand in a file: it travels in clear text, in mails, tickets and version control. The messages never
 * repeat what was found.
 */
export const secrets: Rule = function* ({ file, steps, texts }) {
  for (const [index, variable] of file.action.variables.entries()) {
    const path = variablePath(file, index);
    const finding = inVariable(variable, file.residue?.variablesAs === "map" ? path : [...path, "value"]);
    if (finding !== undefined) yield finding;
  }
  for (const key of ["name", "description"] as const) {
    const what = secretIn(file.action[key]);
    if (what !== undefined) {
      yield {
        code: "TA403",
        message: `The ${key} of the action holds ${what}.`,
        hint: ROTATE,
        path: [file.root, key],
      };
    }
  }
  for (const { step, path } of steps) {
    if (step.kind !== "assign" || !isSecretName(step.variableKey) || !couldBeSecret(step.valueTemplate))
      continue;
    if (secretIn(step.valueTemplate) !== undefined) continue;
    yield {
      code: "TA403",
      message: `The step assigns a value that is written out to "${step.variableKey}".`,
      hint: HINT,
      path: [...path, "valueTemplate"],
      step: step.name,
    };
  }
  for (const text of texts) {
    const finding = inText(text);
    if (finding !== undefined) yield finding;
  }
  for (const { step, path } of steps) {
    if (step.kind !== "http") continue;
    for (const [index, { name, value }] of step.headers.entries()) {
      if (secretIn(value) !== undefined || !isWrittenOut(name, value)) continue;
      yield {
        code: "TA402",
        message: `The header "${name}" holds a value that is written out.`,
        hint: HINT,
        path: [...path, "headers", index, "value"],
        step: step.name,
      };
    }
  }
};

/** `Authorization` holds a scheme and credentials; other headers with a secret hold it alone. */
function isWrittenOut(header: string, value: string): boolean {
  if (header.toLowerCase() !== "authorization") return isSecretName(header) && couldBeSecret(value);
  const [scheme = "", credentials, ...rest] = value.trim().split(/\s+/);
  return rest.length === 0 && couldBeSecret(credentials ?? scheme);
}

const ROTATE = "Remove it, and replace the secret where it is used: whoever had this file has it.";
const HINT = `Put it in a variable that the admin fills in after the import. ${ROTATE}`;

function inVariable({ name, value, secret }: Variable, path: Finding["path"]): Finding | undefined {
  if (hasUserInformation(value)) {
    return {
      code: "TA404",
      message: `The URL in the variable "${name}" holds user information.`,
      hint: HINT,
      path,
    };
  }
  const what = secretIn(value);
  const literal = (secret === true || isSecretName(name)) && couldBeSecret(value) && !isAddress(value);
  if (what === undefined && !literal) return undefined;
  return {
    code: "TA401",
    message: `The variable "${name}" holds ${what ?? "what looks like a secret"} in clear text.`,
    hint: `Export the action again with this variable emptied. ${ROTATE}`,
    path,
  };
}

/** The address of a token service is not a token. */
function isAddress(value: string): boolean {
  return /^https?:\/\/\S+$/i.test(value);
}

function inText({ text, key, path, place }: PlacedText): Finding | undefined {
  const at = { path, step: place.step.name };
  if (hasUserInformation(text)) {
    return { ...at, code: "TA404", message: `A URL in ${key} holds user information.`, hint: HINT };
  }
  const what = secretIn(text);
  if (what === undefined) return undefined;
  return {
    ...at,
    code: key === "headers" ? "TA402" : "TA403",
    message: `${key === "headers" ? "A header" : `The ${key}`} of the step holds ${what}.`,
    hint: HINT,
  };
}
