import { pointerTo, type Diagnostic } from "../../check/diagnostic.js";
import { located } from "../../check/locate.js";
import { parseFile } from "../../check/parse.js";
import { referenceFindings } from "./references.js";
import { isWorld, worldSchemaFindings, type WorldFinding } from "./schema-findings.js";
import type { World } from "./world.js";

export type WorldReading =
  | { readonly kind: "world"; readonly world: World }
  | { readonly kind: "unusable"; readonly diagnostics: readonly Diagnostic[] };

/** The most findings that are reported: one mistake in a generator would otherwise fill the screen. */
const MOST_FINDINGS = 100;

/**
 * Reads a world file: JSON, schema, and what the schema cannot say.
 *
 * @param file the file's name, for messages
 */
export function readWorld(text: string, file: string): WorldReading {
  const parsed = parseFile(new TextEncoder().encode(text), file);
  if (parsed.kind === "unusable") {
    const hint = "Correct it at this place, or start from a world that comes with the package.";
    return { kind: "unusable", diagnostics: [{ ...parsed.diagnostic, hint }] };
  }
  const { value, text: withoutMark } = parsed;
  const unusable = (findings: readonly WorldFinding[]): WorldReading => {
    const diagnostics = findings.slice(0, MOST_FINDINGS).map((finding) => diagnosticOf(finding, file));
    return { kind: "unusable", diagnostics: located(diagnostics, withoutMark) };
  };
  if (!isWorld(value)) return unusable(worldSchemaFindings(value));
  const findings = referenceFindings(value);
  return findings.length === 0 ? { kind: "world", world: value } : unusable(findings);
}

/** Everything that is wrong with a world is an error: a rehearsal in a world that is half understood proves nothing. */
function diagnosticOf({ path, ...finding }: WorldFinding, file: string): Diagnostic {
  return { ...finding, severity: "error", file, pointer: pointerTo(path) };
}
