import type { TextSource } from "../builders/action-texts.js";
import { AuthoringError } from "../builders/authoring-error.js";
import type { ActionDefinition, ActionOutcome } from "../builders/define-action.js";
import { checkFile, type SeveritySettings } from "../check/check.js";
import { CODES, type Code } from "../check/codes.js";
import type { Diagnostic } from "../check/diagnostic.js";
import type { PatchOperation, VariableSetting } from "../customers/customer.js";
import type { Action, CardType, TargetId } from "../model/action.js";
import type { JsonObject } from "../model/json.js";
import { targets } from "../targets/index.js";
import { serialize } from "../targets/serialize.js";
import { fileFor, type Target } from "../targets/target.js";
import { TextError } from "../text/handlebars-texts.js";
import { patchFile, withVariables } from "./customer-changes.js";
import { isSafePath } from "./manifest.js";
import { guideFiles, type GuideWriter } from "./guide-files.js";

/** What is to be built. */
export interface BuildRequest {
  readonly definition: ActionDefinition;
  readonly target: TargetId;
  readonly parameters: JsonObject;
  /** The folder of the files and the first part of their names in messages. */
  readonly customer: string;
  /** What the customer says of the action's variables, by name. */
  readonly variables?: Readonly<Record<string, VariableSetting>>;
  /** Changes of the finished file. */
  readonly patch?: readonly PatchOperation[];
}

/** What building needs from around it. */
export interface BuildContext {
  readonly texts: TextSource;
  /** Milliseconds since the epoch. Default: the day of the action's revision, at 00:00 UTC. */
  readonly exportDate?: number;
  readonly severities?: SeveritySettings;
  /** Whether the user asked for this target by name: then a file that cannot be written is an error. */
  readonly insists?: boolean;
  /** Writes the import guide of a file; without it there are no guides. */
  readonly guide?: GuideWriter;
}

/** What a file is for: TOPdesk imports an action, an admin reads a guide. */
export type FileKind = "action" | "guide";

/** A file that is ready to be written. */
export interface BuiltFile {
  readonly kind: FileKind;
  /** Below the out folder, with slashes. */
  readonly path: string;
  readonly content: string;
  /** The name of the action inside the file, for an action. */
  readonly name?: string;
  readonly customer: string;
  readonly action: string;
  readonly target: TargetId;
  readonly revision: string;
  readonly cardType?: CardType;
}

export interface BuildResult {
  readonly files: readonly BuiltFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Builds the files of one action for one target: one, or one for each card type. Pure: the same request and context
 * give the same bytes.
 */
export function buildAction(request: BuildRequest, context: BuildContext): BuildResult {
  const target = targets[request.target];
  const path = pathOf(request, undefined);
  if (!isSafePath(path)) return { files: [], diagnostics: [outside(path)] };
  const recorded = recordAction(request, context);
  if (recorded.kind === "failed") return { files: [], diagnostics: recorded.diagnostics };
  const cardTypes = target.root === "actionSequence" ? request.definition.cardTypes : [];
  const variants: readonly (CardType | undefined)[] = cardTypes.length > 0 ? cardTypes : [undefined];
  const results = variants.map((cardType) => buildFile(request, context, target, recorded.action, cardType));
  return {
    files: results.flatMap((result) => result.files),
    diagnostics: results.flatMap((result) => result.diagnostics),
  };
}

type Recorded =
  | { readonly kind: "recorded"; readonly action: Action }
  | { readonly kind: "failed"; readonly diagnostics: readonly Diagnostic[] };

function recordAction(request: BuildRequest, context: BuildContext): Recorded {
  const { definition, target, parameters } = request;
  const file = pathOf(request, undefined);
  try {
    const outcome = definition.record(target, parameters, context.texts);
    if (outcome.kind !== "recorded") return { kind: "failed", diagnostics: unwritten(outcome, file, context) };
    return { kind: "recorded", action: withVariables(outcome.action, request.variables ?? {}) };
  } catch (error) {
    if (!(error instanceof AuthoringError)) throw error;
    const code = error instanceof TextError ? "TA123" : "TA122";
    return { kind: "failed", diagnostics: [finding(code, error.message, error.hint, file)] };
  }
}

function unwritten(
  outcome: Exclude<ActionOutcome, { readonly kind: "recorded" }>,
  file: string,
  context: BuildContext,
): readonly Diagnostic[] {
  switch (outcome.kind) {
    case "invalid":
      return outcome.problems.map((problem) =>
        finding(problem.unknown ? "TA503" : "TA504", `${problem.parameter}: ${problem.message}`, problem.hint, file),
      );
    case "unmet": {
      const severity = context.insists === true ? "error" : (context.severities?.TA121 ?? CODES.TA121.severity);
      if (severity === "off") return [];
      return outcome.requirements.map((requirement) => ({
        ...finding("TA121", "The file is not written.", requirement, file),
        severity,
      }));
    }
  }
}

function buildFile(
  request: BuildRequest,
  context: BuildContext,
  target: Target,
  recorded: Action,
  cardType: CardType | undefined,
): BuildResult {
  const { definition, customer } = request;
  const path = pathOf(request, cardType);
  const action = cardType === undefined ? recorded : { ...recorded, cardType };
  const refusals = target.refusals(action);
  if (refusals.length > 0) {
    const diagnostics = refusals.map(({ step, message, hint }) => ({
      ...finding("TA120", message, hint, path),
      ...(step === undefined ? {} : { step }),
    }));
    return { files: [], diagnostics };
  }
  const exportDate = context.exportDate ?? Date.parse(`${definition.revision}T00:00:00Z`);
  const unpatched = fileFor(target, action, exportDate);
  const patched = patchFile(unpatched, request.patch ?? [], path);
  if (patched.kind === "refused") return { files: [], diagnostics: patched.diagnostics };
  const { file, value } = patched;
  const diagnostics = checkFile(file, value, {
    file: path,
    strictness: "closed",
    ...(context.severities === undefined ? {} : { severities: context.severities }),
  });
  const built: BuiltFile = {
    kind: "action",
    path,
    content: serialize(value),
    name: file.action.name,
    customer,
    action: definition.id,
    target: target.id,
    revision: definition.revision,
    ...(cardType === undefined ? {} : { cardType }),
  };
  const guides = context.guide === undefined ? [] : guideFiles(built, { file, value, request, exportDate }, context.guide);
  return { files: [built, ...guides], diagnostics };
}

function pathOf({ customer, definition, target }: BuildRequest, cardType: CardType | undefined): string {
  const name = cardType === undefined ? definition.id : `${definition.id}.${cardType}`;
  return `${customer}/${name}.${target}.json`;
}

/** The last guard: whatever let such a name through, nothing is written outside of the out folder. */
function outside(path: string): Diagnostic {
  return finding("TA501", `The file would be ${JSON.stringify(path)}, which is not a file in a folder of its own.`, "Give the customer a plain name: letters, digits and hyphens.", path);
}

function finding(code: Code, message: string, hint: string, file: string): Diagnostic {
  return { code, severity: CODES[code].severity, message, hint, file };
}
