import type { Diagnostic } from "../diagnostic.js";

/** Findings for programs: a JSON list, one object each, with the keys of {@link Diagnostic}. */
export function json(diagnostics: readonly Diagnostic[]): string {
  return `${JSON.stringify(diagnostics, null, 2)}\n`;
}
