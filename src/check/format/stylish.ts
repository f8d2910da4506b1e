import { styleText } from "node:util";
import { countBySeverity, textPlaceInWords, type Diagnostic, type Severity } from "../diagnostic.js";

/** Findings as a person reads them: by file, a line each with its hint below. */
export function stylish(diagnostics: readonly Diagnostic[], color: boolean): string {
  const files = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const file = diagnostic.file ?? "";
    files.set(file, [...(files.get(file) ?? []), diagnostic]);
  }
  // The caller knows where the text goes; styleText would look at standard output.
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    color ? styleText(style, text, { validateStream: false }) : text;
  const blocks = [...files].map(([file, found]) => {
    const lines = found.map((diagnostic) => block(diagnostic, paint));
    return `${paint("underline", file)}\n${lines.join("\n")}\n`;
  });
  return blocks.join("\n");
}

type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

const STYLES = { error: "red", warning: "yellow", info: "cyan" } as const satisfies Record<Severity, string>;

function block(diagnostic: Diagnostic, paint: Paint): string {
  const { line, column, severity, code, message, hint, step, pointer, text } = diagnostic;
  const place = line === undefined ? "" : `${line}:${column ?? 1}  `;
  const where = [
    step === undefined ? undefined : `step ${step}`,
    text === undefined ? undefined : textPlaceInWords(text),
    pointer,
  ].filter((part) => part !== undefined);
  const details = [where.join("  "), hint ?? ""].filter((part) => part !== "");
  return [
    `  ${place}${paint(STYLES[severity], severity)}  ${message}  ${paint("dim", code)}`,
    ...details.map((detail) => `      ${paint("dim", detail)}`),
  ].join("\n");
}

/** One line that counts the findings. */
export function summary(diagnostics: readonly Diagnostic[]): string {
  const counts = countBySeverity(diagnostics);
  const parts = [plural(counts.error, "error"), plural(counts.warning, "warning")];
  return [...parts, ...(counts.info > 0 ? [`${counts.info} info`] : [])].join(", ");
}

/** `1 file`, `2 files`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
