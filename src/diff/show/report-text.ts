import { plural } from "../../check/format/stylish.js";
import { paintWith } from "../../simulate/report/paint.js";
import { printable } from "../../simulate/report/printable.js";
import { countsOf, type DiffReport, type FileReport } from "./report.js";
import { differenceText } from "./text.js";

/** A report for a terminal. */
export function reportText(report: DiffReport, color: boolean): string {
  const paint = paintWith(color);
  const title = `${paint("red", `--- ${printable(report.before)}`)}\n${paint("green", `+++ ${printable(report.after)}`)}\n`;
  const [only] = report.files;
  if (report.files.length === 1 && only?.path === "") return title + fileText(only, color);
  const shown = report.files.filter(isWorthShowing).map((file) => {
    return `\n${paint("bold", printable(file.path))}\n${fileText(file, color)}`;
  });
  return `${title}${shown.join("")}\n${summary(report)}\n`;
}

/** Files that say the same are only counted. */
export function isWorthShowing(file: FileReport): boolean {
  return file.status !== "compared" || file.difference.result === "different";
}

/** The counts of a comparison of folders in one line. */
export function summary(report: DiffReport): string {
  const { compared, changed, added, removed, unusable } = countsOf(report);
  const rewritten = report.files.filter(
    (file) => file.status === "compared" && file.difference.result === "same-meaning",
  ).length;
  const parts = [`${changed} different`, `${added} added`, `${removed} removed`];
  const more = [
    ...(rewritten > 0 ? [`${rewritten} with the same meaning in other bytes`] : []),
    ...(unusable > 0 ? [`${unusable} that could not be compared`] : []),
  ];
  return `${plural(compared, "file")} compared: ${[...parts, ...more].join(", ")}`;
}

function fileText(file: FileReport, color: boolean): string {
  const paint = paintWith(color);
  switch (file.status) {
    case "compared":
      return differenceText(file.difference, color);
    case "added":
      return `${paint("green", `+ new file: ${printable(file.name)}`)}\n`;
    case "removed":
      return `${paint("red", `- file is gone: ${printable(file.name)}`)}\n`;
    case "unusable":
      return `${paint("red", `could not be compared: ${printable(file.message)}`)} ${printable(file.hint)}\n`;
  }
}
