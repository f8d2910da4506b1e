import type { TextSource } from "../builders/action-texts.js";
import type { ActionDefinition } from "../builders/define-action.js";
import type { SeveritySettings } from "../check/check.js";
import { CODES } from "../check/codes.js";
import type { Diagnostic } from "../check/diagnostic.js";
import type { PatchOperation, VariableSetting } from "../customers/customer.js";
import type { CardType, TargetId } from "../model/action.js";
import type { JsonObject } from "../model/json.js";
import { guideFiles, type GuideWriter } from "./guide-files.js";
import { makeAction, textFinding, type MadeFile } from "./make.js";
import { isSafePath } from "./manifest.js";
import type { Shape } from "../shapes/shape.js";
import { TextError } from "../text/text-error.js";

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
  /** How the customer's TOPdesk writes actions. Default: as our schemas have it. */
  readonly shape?: Shape | undefined;
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
  const { customer, definition, target } = request;
  const sample = `${customer}/${definition.id}.${target}.json`;
  if (!isSafePath(sample)) return { files: [], diagnostics: [outside(sample)] };
  const { files, diagnostics, sourceDiagnostics } = makeAction(request, context);
  const placed = files.map((made) => place(made, request, context));
  return {
    files: placed.flatMap((result) => result.files),
    diagnostics: [
      ...sourceDiagnostics,
      ...diagnostics.map((diagnostic) => ({
        ...diagnostic,
        ...(diagnostic.file === undefined ? {} : { file: `${customer}/${diagnostic.file}` }),
      })),
      ...placed.flatMap((result) => result.diagnostics),
    ],
  };
}

/** A file that was made, in the customer's folder, with its guides. */
function place(made: MadeFile, request: BuildRequest, context: BuildContext): BuildResult {
  const { customer, definition, target } = request;
  const built: BuiltFile = {
    kind: "action",
    path: `${customer}/${made.fileName}`,
    content: made.content,
    name: made.file.action.name,
    customer,
    action: definition.id,
    target,
    revision: definition.revision,
    ...(made.cardType === undefined ? {} : { cardType: made.cardType }),
  };
  if (context.guide === undefined) return { files: [built], diagnostics: [] };
  try {
    return { files: [built, ...guideFiles(built, made, request, context.guide)], diagnostics: [] };
  } catch (error) {
    if (!(error instanceof TextError)) throw error;
    return { files: [built], diagnostics: [textFinding(error)] };
  }
}

/** The last guard: whatever let such a name through, nothing is written outside of the out folder. */
function outside(path: string): Diagnostic {
  return {code: "TA501", severity: CODES.TA501.severity, message: `The file would be ${JSON.stringify(path)}, which is not a file in a folder of its own.`, hint: "Give the customer a plain name: letters, digits and hyphens.", file: path };
}
