import type { TextSource } from "../builders/action-texts.js";
import { AuthoringError } from "../builders/authoring-error.js";
import type { ActionDefinition, ActionOutcome } from "../builders/define-action.js";
import { checkFile } from "../check/check.js";
import { CODES, type Code } from "../check/codes.js";
import type { Diagnostic } from "../check/diagnostic.js";
import { applyVariables, patchedFile } from "../customers/apply.js";
import type { Action, ActionFile, CardType, Trigger } from "../model/action.js";
import { isJsonObject, type JsonObject } from "../model/json.js";
import { holdsRawKeys } from "../model/raw-keys.js";
import { inShape } from "../shapes/translate.js";
import { targets } from "../targets/index.js";
import { serialize } from "../targets/serialize.js";
import { fileFor, type Target } from "../targets/target.js";
import { writeFile } from "../targets/write.js";
import { TextError } from "../text/handlebars-texts.js";
import type { BuildContext, BuildRequest } from "./build.js";

/** A file as it is whoever it is for. */
export interface MadeFile {
  /** Without the customer's folder. */
  readonly fileName: string;
  readonly cardType?: CardType;
  readonly file: ActionFile;
  /** As our schemas have it, also when the content is in another shape. */
  readonly value: JsonObject;
  readonly content: string;
  /** Milliseconds since the epoch. */
  readonly exportDate: number;
  /** What starts the action, also where the target leaves that to the screen. */
  readonly trigger: Trigger | undefined;
}

/** What making an action gave. */
export interface MadeAction {
  readonly files: readonly MadeFile[];
  /** About the files; they are named without the customer's folder. */
  readonly diagnostics: readonly Diagnostic[];
  /** About what the files are made from: texts, the customer's patch. */
  readonly sourceDiagnostics: readonly Diagnostic[];
}

/** So many are remembered for each source of texts: a large batch must not fill the memory. */
const MOST = 50;

const madeBefore = new WeakMap<TextSource, WeakMap<ActionDefinition, Map<string, MadeAction>>>();

/** Makes the files of an action. Customers with the same settings share them. */
export function makeAction(request: BuildRequest, context: BuildContext): MadeAction {
  const { definition, target, parameters, variables = {}, patch = [], shape = null } = request;
  if (patch.length > 0) return make(request, context);
  const before = memoryFor(context.texts, definition);
  const { exportDate = null, severities = {}, insists = false } = context;
  const settings = JSON.stringify([target, parameters, variables, shape, exportDate, severities, insists]);
  const known = before.get(settings);
  if (known !== undefined) return known;
  const made = make(request, context);
  if (before.size >= MOST) before.clear();
  before.set(settings, made);
  return made;
}

function memoryFor(texts: TextSource, definition: ActionDefinition): Map<string, MadeAction> {
  const ofTexts = madeBefore.get(texts) ?? new WeakMap<ActionDefinition, Map<string, MadeAction>>();
  madeBefore.set(texts, ofTexts);
  const memory = ofTexts.get(definition) ?? new Map<string, MadeAction>();
  ofTexts.set(definition, memory);
  return memory;
}

function make(request: BuildRequest, context: BuildContext): MadeAction {
  const target = targets[request.target];
  const recorded = recordAction(request, context);
  if (recorded.kind === "failed") return recorded.made;
  const cardTypes = target.root === "actionSequence" ? request.definition.cardTypes : [];
  const variants: readonly (CardType | undefined)[] = cardTypes.length > 0 ? cardTypes : [undefined];
  const results = variants.map((cardType) => makeFile(request, context, target, recorded.action, cardType));
  return {
    files: results.flatMap((result) => result.files),
    diagnostics: results.flatMap((result) => result.diagnostics),
    sourceDiagnostics: results.flatMap((result) => result.sourceDiagnostics),
  };
}

type Recorded =
  | { readonly kind: "recorded"; readonly action: Action }
  | { readonly kind: "failed"; readonly made: MadeAction };

function recordAction(request: BuildRequest, context: BuildContext): Recorded {
  const { definition, target, parameters, variables = {} } = request;
  const file = fileNameOf(request, undefined);
  try {
    const outcome = definition.record(target, parameters, context.texts);
    return outcome.kind === "recorded"
      ? { kind: "recorded", action: applyVariables(outcome.action, variables) }
      : { kind: "failed", made: withoutFile({ diagnostics: unwritten(outcome, file, context) }) };
  } catch (error) {
    if (error instanceof TextError) {
      return { kind: "failed", made: withoutFile({ sourceDiagnostics: [textFinding(error)] }) };
    }
    if (!(error instanceof AuthoringError)) throw error;
    const diagnostics = [finding("TA122", error.message, error.hint, file)];
    return { kind: "failed", made: withoutFile({ diagnostics }) };
  }
}

function withoutFile(found: Partial<MadeAction>): MadeAction {
  return { files: [], diagnostics: [], sourceDiagnostics: [], ...found };
}

/** A finding about a text template, which names the template. */
export function textFinding({ file, line, reason, hint }: TextError): Diagnostic {
  return { ...finding("TA123", reason, hint, file), ...(line === undefined ? {} : { line, column: 1 }) };
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

function makeFile(
  request: BuildRequest,
  context: BuildContext,
  target: Target,
  recorded: Action,
  cardType: CardType | undefined,
): MadeAction {
  const { definition } = request;
  const fileName = fileNameOf(request, cardType);
  const action = cardType === undefined ? recorded : { ...recorded, cardType };
  const refusals = target.refusals(action);
  if (refusals.length > 0) {
    const diagnostics = refusals.map(({ step, message, hint }) => ({
      ...finding("TA120", message, hint, fileName),
      ...(step === undefined ? {} : { step }),
    }));
    return withoutFile({ diagnostics });
  }
  const exportDate = context.exportDate ?? Date.parse(`${definition.revision}T00:00:00Z`);
  const unpatched = fileFor(target, action, exportDate);
  // Patches name places as our schemas have them, so that they hold before and after a shape was learned.
  const patched = patchedFile(unpatched, writeFile(unpatched), request.patch ?? [], target.id);
  const { file, value, diagnostics: sourceDiagnostics } = patched;
  if (file === undefined || !isJsonObject(value)) return withoutFile({ sourceDiagnostics });
  const shape = target.root === "action" ? request.shape : undefined;
  const diagnostics = checkFile(file, value, {
    file: fileName,
    strictness: holdsRawKeys(recorded) ? "open" : "closed",
    ...(shape === undefined ? {} : { shape }),
    ...(context.severities === undefined ? {} : { severities: context.severities }),
  });
  const content = serialize(shape === undefined ? value : inShape(value, shape));
  const made = { fileName, file, value, content, exportDate, trigger: recorded.trigger };
  const files = [cardType === undefined ? made : { ...made, cardType }];
  return { files, diagnostics, sourceDiagnostics };
}

function fileNameOf({ definition, target }: BuildRequest, cardType: CardType | undefined): string {
  const name = cardType === undefined ? definition.id : `${definition.id}.${cardType}`;
  return `${name}.${target}.json`;
}

function finding(code: Code, message: string, hint: string, file: string): Diagnostic {
  return { code, severity: CODES[code].severity, message, hint, file };
}
