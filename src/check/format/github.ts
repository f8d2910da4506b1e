import { wholeMessage, type Diagnostic, type Severity } from "../diagnostic.js";

const COMMANDS = { error: "error", warning: "warning", info: "notice" } as const satisfies Record<
  Severity,
  string
>;

/**
 * Findings as workflow commands of GitHub Actions, which shows them at the line they are about.
 *
 * Source: GitHub's documentation, "Workflow commands for GitHub Actions", setting error, warning and notice messages.
 */
export function github(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((diagnostic) => `${command(diagnostic)}\n`).join("");
}

function command(diagnostic: Diagnostic): string {
  const { severity, file, line, column, code } = diagnostic;
  const properties = Object.entries({ file, line, col: column, title: code })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${property(String(value))}`);
  return `::${COMMANDS[severity]} ${properties.join(",")}::${data(wholeMessage(diagnostic))}`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
