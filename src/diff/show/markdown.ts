import { code, escaped } from "../../guide/markdown.js";
import { isWorthShowing, summary } from "./report-text.js";
import type { DiffReport, FileReport } from "./report.js";
import { differenceText } from "./text.js";
import type { ShownDifference } from "./shown.js";
import { verdict } from "./words.js";

/** GitHub shows at most 1 MiB of a job summary, and nothing of a larger one. */
const MOST_BYTES = 800_000;

/** A report for the summary of a CI run, or a comment: each file can be unfolded. */
export function reportMarkdown(report: DiffReport): string {
  const { before, after, files } = report;
  const [only] = files;
  const isPair = files.length === 1 && only?.path === "";
  const title = `### What changes: ${escaped(before)} → ${escaped(after)}\n\n`;
  const closing = isPair ? "" : `${summary(report)}.\n\n`;
  const sections = files.filter((file) => isPair || isWorthShowing(file)).map(section);
  return title + closing + fitting(sections);
}

function fitting(sections: readonly string[]): string {
  let text = "";
  for (const [index, section] of sections.entries()) {
    if (Buffer.byteLength(text) + Buffer.byteLength(section) > MOST_BYTES) {
      return `${text}… and ${sections.length - index} more files, which have no room here.\n\n`;
    }
    text += section;
  }
  return text;
}

function section(file: FileReport): string {
  const name = file.path === "" ? "" : `${code(file.path, "line")}: `;
  switch (file.status) {
    case "compared":
      return compared(name, file.difference);
    case "added":
      return `${name}new file, ${escaped(file.name)}\n\n`;
    case "removed":
      return `${name}file is gone, ${escaped(file.name)}\n\n`;
    case "unusable":
      return `${name}could not be compared: ${escaped(file.message)} ${escaped(file.hint)}\n\n`;
  }
}

function compared(name: string, difference: ShownDifference): string {
  if (difference.result !== "different") return `${name}${escaped(verdict(difference))}\n\n`;
  const [, ...lines] = differenceText(difference, false).trimEnd().split("\n\n");
  const body = lines.join("\n\n");
  const longest = Math.max(2, ...[...body.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const inHtml = name === "" ? "" : `<code>${htmlOf(nameIn(name))}</code>: `;
  return `<details open><summary>${inHtml}${htmlOf(verdict(difference))}</summary>\n\n${fence}diff\n${atLineStart(body)}\n${fence}\n\n</details>\n\n`;
}

function nameIn(shown: string): string {
  return shown.replace(/^`+ ?| ?`+: $/g, "");
}

/** GitHub colours a line by its first character: the sign goes before the indentation. */
function atLineStart(body: string): string {
  return body.replace(/^( +)([-+~])( )/gm, (_, indent: string, sign: string, blank: string) => {
    return `${sign === "~" ? "!" : sign}${indent}${blank}`;
  });
}

function htmlOf(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
