import { CODES } from "../codes.js";
import { wholeMessage, type Diagnostic, type Severity } from "../diagnostic.js";

const LEVELS = { error: "error", warning: "warning", info: "note" } as const satisfies Record<
  Severity,
  string
>;

/**
 * Findings as SARIF 2.1.0, which code hosts and editors show.
 *
 * Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
 */
export function sarif(diagnostics: readonly Diagnostic[]): string {
  const rules = [...new Set(diagnostics.map((diagnostic) => diagnostic.code))].map((code) => ({
    id: code,
    shortDescription: { text: CODES[code].title },
  }));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver: { name: "topdesk-actions", rules } }, results: diagnostics.map(result) }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function result(diagnostic: Diagnostic) {
  const { code, severity, file, line, column, pointer, text } = diagnostic;
  return {
    ruleId: code,
    level: LEVELS[severity],
    message: { text: wholeMessage(diagnostic) },
    ...(text === undefined ? {} : { properties: { text } }),
    ...(file === undefined
      ? {}
      : {
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(file.replaceAll("\\", "/")) },
                ...(line === undefined ? {} : { region: { startLine: line, startColumn: column ?? 1 } }),
              },
              ...(pointer === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: pointer }] }),
            },
          ],
        }),
  };
}
