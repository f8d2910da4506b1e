import { printableJson } from "../../simulate/report/printable.js";
import { resultOf, type DiffReport, type FileReport } from "./report.js";

/** Changes only when a program that reads this could break. Described in docs/diff.md. */
const VERSION = 1;

/** A report for programs. */
export function reportJson(report: DiffReport): string {
  const { before, after, files } = report;
  const shown = { version: VERSION, result: resultOf(report), before, after, files: files.map(fileJson) };
  return `${printableJson(shown)}\n`;
}

function fileJson(file: FileReport): object {
  if (file.status !== "compared") return file;
  const { status, path, difference } = file;
  return { status, path, ...difference };
}
