import { CODES } from "../check/codes.js";
import type { Diagnostic } from "../check/diagnostic.js";
import type { PatchOperation, VariableSetting } from "../customers/customer.js";
import type { Action, ActionFile } from "../model/action.js";
import type { JsonObject } from "../model/json.js";
import { writeFile } from "../targets/write.js";

/** An action with what a customer wants its variables to hold. */
export function withVariables(action: Action, settings: Readonly<Record<string, VariableSetting>>): Action {
  if (Object.keys(settings).length === 0) return action;
  const variables = action.variables.map((variable) => {
    const setting = Object.hasOwn(settings, variable.name) ? settings[variable.name] : undefined;
    return { ...variable, value: setting?.value ?? setting?.hint ?? variable.value };
  });
  return { ...action, variables };
}

/** A file after a customer's patch: its model and its JSON value, which say the same. */
export type PatchedFile =
  | { readonly kind: "patched"; readonly file: ActionFile; readonly value: JsonObject }
  | { readonly kind: "refused"; readonly diagnostics: readonly Diagnostic[] };

/** Applies a customer's patch to a file. */
export function patchFile(file: ActionFile, patch: readonly PatchOperation[], path: string): PatchedFile {
  if (patch.length === 0) return { kind: "patched", file, value: writeFile(file) };
  const refusal: Diagnostic = {
    code: "TA501",
    severity: CODES.TA501.severity,
    message: "The file is not patched: this version cannot apply patches.",
    hint: "Take the patch out of the customer's file.",
    file: path,
  };
  return { kind: "refused", diagnostics: [refusal] };
}
