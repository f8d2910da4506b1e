import type { ActionFile } from "../model/action.js";
import { isJsonObject, type JsonValue } from "../model/json.js";
import type { Suppression } from "../model/step.js";
import { pointerInShape } from "../shapes/pointer.js";
import type { Shape } from "../shapes/shape.js";
import { readFile } from "../targets/read.js";
import { CODES, type Code } from "./codes.js";
import { pointerTo, type Diagnostic, type Severity } from "./diagnostic.js";
import { inferredKeys } from "./evidence.js";
import { parseFile } from "./parse.js";
import { located } from "./locate.js";
import { recognized } from "./recognize.js";
import { rules } from "./rules/index.js";
import { schemaFindings, type Strictness } from "./schema.js";
import { subjectOf, type Finding, type Subject } from "./subject.js";

/** How grave the user wants findings to be. `off` leaves them out. */
export type SeveritySettings = Partial<Readonly<Record<Code, Severity | "off">>>;

export interface CheckOptions {
  /** The name of the file, for messages. */
  readonly file: string;
  readonly strictness: Strictness;
  readonly severities?: SeveritySettings;
  /** The shape that the file is written in, when it is not ours; its value is given in ours. */
  readonly shape?: Shape;
}

/** The shapes that a file may be written in besides ours. */
export interface ByteCheckOptions extends Omit<CheckOptions, "shape"> {
  readonly shapes?: readonly Shape[];
}

/**
 * Checks the bytes of a file of any origin: encoding, JSON, schema and rules. Everything that can be found is
 * reported at once, with line and column.
 */
export function checkBytes(
  bytes: Uint8Array,
  { shapes = [], ...options }: ByteCheckOptions,
): readonly Diagnostic[] {
  const parsed = parseFile(bytes, options.file);
  if (parsed.kind === "unusable") return [parsed.diagnostic];
  const { value, shape } = recognized(parsed.value, shapes);
  const model = readFile(value);
  if (model === undefined) return [unknownRoot(value, options.file)];
  const found = [
    ...withSettings(parsed.diagnostics, options.severities),
    ...checkFile(model, value, shape === undefined ? options : { ...options, shape }),
  ];
  return located(found, parsed.text);
}

/**
 * Checks a file that is in the model already.
 *
 * @param value the file's JSON value, which the schema checks
 */
export function checkFile(file: ActionFile, value: JsonValue, options: CheckOptions): readonly Diagnostic[] {
  const subject = subjectOf(file);
  const findings: readonly (Finding & { readonly severity?: Severity })[] = [
    ...schemaFindings(value, file.root, options.strictness),
    ...rules.flatMap((rule) => [...rule(subject)]),
    ...evidenceFindings(file, value, options.shape),
  ];
  const diagnostics = findings.map(({ path, ...finding }): Diagnostic => ({
    ...finding,
    severity: finding.severity ?? CODES[finding.code].severity,
    file: options.file,
    pointer: pointerIn(value, pointerTo(path), options.shape),
  }));
  return withSettings(
    withSuppressions(diagnostics, suppressionsOf(subject), options.file),
    options.severities,
  );
}

function unknownRoot(value: JsonValue, file: string): Diagnostic {
  const keys = isJsonObject(value) ? Object.keys(value) : undefined;
  const reason =
    keys === undefined
      ? "it is JSON, but no object"
      : ROOTS.every((root) => keys.includes(root))
        ? `it has both ${ROOTS.join(" and ")}, or one of them is no object`
        : `it has no object ${ROOTS.join(" or ")}; its keys are: ${keys.slice(0, 5).join(", ")}`;
  return {
    code: "TA113",
    severity: "error",
    message: `The file is not an action: ${reason}.`,
    hint: "Give the file that TOPdesk writes with Export, or that this tool builds.",
    file,
  };
}

const ROOTS = ["action", "actionSequence"];

function pointerIn(value: JsonValue, pointer: string, shape: Shape | undefined): string {
  return shape === undefined ? pointer : pointerInShape(value, pointer, shape);
}

function evidenceFindings(file: ActionFile, value: JsonValue, shape: Shape | undefined): readonly Finding[] {
  const keys = inferredKeys(value, file.root, shape);
  const [first] = keys;
  if (first === undefined) return [];
  return [
    {
      code: "TA901",
      message: `No public evidence confirms these keys: ${keys.map((key) => key.name).join(", ")}.`,
      hint: "Try the import in a test environment first. The target action-plain does without them.",
      path: first.path,
    },
  ];
}

interface PlacedSuppression extends Suppression {
  /** The step that it stands at; undefined for the whole action. */
  readonly step?: string;
}

function suppressionsOf({ file, steps }: Subject): readonly PlacedSuppression[] {
  const ofSteps = steps.flatMap(({ step }) =>
    (step.suppressions ?? []).map((suppression) => ({ ...suppression, step: step.name })),
  );
  return [...(file.action.suppressions ?? []), ...ofSteps];
}

function withSuppressions(
  diagnostics: readonly Diagnostic[],
  suppressions: readonly PlacedSuppression[],
  file: string,
): readonly Diagnostic[] {
  if (suppressions.length === 0) return diagnostics;
  const used = new Set<PlacedSuppression>();
  const left = diagnostics.filter((diagnostic) => {
    const matching = suppressions.filter(
      ({ code, step }) => code === diagnostic.code && (step === undefined || step === diagnostic.step),
    );
    for (const suppression of matching) used.add(suppression);
    return matching.length === 0;
  });
  const unused = suppressions.filter((suppression) => !used.has(suppression));
  return [...left, ...unused.map((suppression) => unusedSuppression(suppression, file))];
}

function unusedSuppression({ code, step, reason }: PlacedSuppression, file: string): Diagnostic {
  return {
    code: "TA990",
    severity: CODES.TA990.severity,
    message: `Nothing is found that the suppression of ${code} ("${reason}") is for.`,
    hint: "Remove the suppression.",
    file,
    ...(step === undefined ? {} : { step }),
  };
}

function withSettings(
  diagnostics: readonly Diagnostic[],
  severities: SeveritySettings = {},
): readonly Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    const severity = severities[diagnostic.code] ?? diagnostic.severity;
    return severity === "off" ? [] : [{ ...diagnostic, severity }];
  });
}
