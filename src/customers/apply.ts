import { AuthoringError } from "../builders/authoring-error.js";
import { CODES } from "../check/codes.js";
import type { Diagnostic } from "../check/diagnostic.js";
import type { Action, ActionFile, TargetId, Variable } from "../model/action.js";
import type { JsonValue } from "../model/json.js";
import type { Step } from "../model/step.js";
import { readFile } from "../targets/read.js";
import type { PatchOperation, VariableSetting } from "./customer.js";
import { patched } from "./json-patch.js";

/**
 * An action with a customer's hints and values in its variables. A variable that this action does not have is passed
 * over: the customer's file was checked when it was read.
 */
export function applyVariables(action: Action, settings: Readonly<Record<string, VariableSetting>>): Action {
  if (Object.keys(settings).length === 0) return action;
  return { ...action, variables: action.variables.map((variable) => withSetting(variable, settings)) };
}

function withSetting(variable: Variable, settings: Readonly<Record<string, VariableSetting>>): Variable {
  const setting = Object.hasOwn(settings, variable.name) ? settings[variable.name] : undefined;
  if (setting === undefined) return variable;
  if (variable.secret === true && setting.value !== undefined) {
    throw new AuthoringError(`A value was set for the secret variable ${variable.name}.`, "Set a hint.");
  }
  return { ...variable, value: setting.value ?? setting.hint ?? variable.value };
}

/** A value after a patch, and the entries that could not be carried out. */
export interface PatchedValue {
  readonly value: JsonValue;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * A file's JSON value after a customer's patch. An entry that hits nothing is a finding; the entries after it are
 * carried out all the same, except after a test that failed.
 *
 * @param target entries for other targets are left out
 */
export function applyPatch(
  value: JsonValue,
  patch: readonly PatchOperation[],
  target: TargetId,
): PatchedValue {
  const diagnostics: Diagnostic[] = [];
  let current = value;
  for (const operation of patch) {
    if (operation.targets !== undefined && !operation.targets.includes(target)) continue;
    const outcome = patched(current, operation);
    if (outcome.kind === "patched") {
      current = outcome.value;
      continue;
    }
    diagnostics.push(inPatch(operation, outcome.message, outcome.hint));
    if (operation.op === "test") break;
  }
  return { value: current, diagnostics };
}

function inPatch(operation: PatchOperation, message: string, hint: string): Diagnostic {
  const { op, path, reason, place } = operation;
  return {
    code: "TA509",
    severity: CODES.TA509.severity,
    message: `The patch "${op} ${path}" (${reason}) hits nothing. ${message}`,
    hint,
    ...place,
  };
}

/** A file after a customer's patch: what is to be checked and written. */
export interface PatchedFile extends PatchedValue {
  /** Undefined when the patch left no action. */
  readonly file: ActionFile | undefined;
}

/**
 * A file after a customer's patch, read back, so that it is checked like any file. What an author said beside the file
 * stays: suppressions, and which variables are secret.
 *
 * @param value the JSON value of the file
 */
export function patchedFile(
  file: ActionFile,
  value: JsonValue,
  patch: readonly PatchOperation[],
  target: TargetId,
): PatchedFile {
  if (patch.length === 0) return { file, value, diagnostics: [] };
  const result = applyPatch(value, patch, target);
  const read = readFile(result.value);
  if (read !== undefined)
    return { ...result, file: { ...read, action: withAuthorsWords(read.action, file.action) } };
  const diagnostics = result.diagnostics.length > 0 ? result.diagnostics : leftNoAction(patch);
  return { ...result, diagnostics, file: undefined };
}

function leftNoAction(patch: readonly PatchOperation[]): readonly Diagnostic[] {
  const last = patch.at(-1);
  const message = "After the patch the file is no action any more.";
  const hint = 'Leave the key "action" or "actionSequence" with its object where it is.';
  return [{ code: "TA509", severity: CODES.TA509.severity, message, hint, ...last?.place }];
}

function withAuthorsWords(action: Action, before: Action): Action {
  const secrets = new Set(before.variables.filter(({ secret }) => secret === true).map(({ name }) => name));
  const variables = action.variables.map((variable) =>
    secrets.has(variable.name) ? { ...variable, secret: true } : variable,
  );
  const suppressions = new Map(allSteps(before.steps).map((step) => [step.name, step.suppressions]));
  return {
    ...action,
    variables,
    steps: withSuppressions(action.steps, suppressions),
    ...(before.suppressions === undefined ? {} : { suppressions: before.suppressions }),
  };
}

function allSteps(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step) => [step, ...allSteps(step.subSteps ?? [])]);
}

function withSuppressions(
  steps: readonly Step[],
  byName: ReadonlyMap<string, Step["suppressions"]>,
): readonly Step[] {
  return steps.map((step) => {
    const suppressions = byName.get(step.name);
    const own = suppressions === undefined ? step : { ...step, suppressions };
    return own.subSteps === undefined ? own : { ...own, subSteps: withSuppressions(own.subSteps, byName) };
  });
}
