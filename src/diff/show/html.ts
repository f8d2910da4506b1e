import { changeHtml, htmlText } from "./html-change.js";
import { isWorthShowing, summary } from "./report-text.js";
import { resultOf, type DiffReport, type FileReport } from "./report.js";
import type { ShownDifference } from "./shown.js";
import { STYLE } from "./style.js";
import { grouped, verdict } from "./words.js";

/** A report as one page that needs nothing else, runs nothing, and can be printed. */
export function reportHtml(report: DiffReport): string {
  const { before, after, files } = report;
  const [only] = files;
  const isPair = files.length === 1 && only?.path === "";
  const title = htmlText(`${before} → ${after}`);
  const body = isPair
    ? fileHtml(only)
    : `<p class="verdict ${resultOf(report)}">${htmlText(summary(report))}</p>\n${files
        .filter(isWorthShowing)
        .map((file) => `<h2>${htmlText(file.path)}</h2>\n${fileHtml(file)}`)
        .join("")}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>
${STYLE}
</style>
</head>
<body>
<h1>What changes</h1>
<dl class="sides">
<dt>before</dt><dd>${htmlText(before)}</dd>
<dt>after</dt><dd>${htmlText(after)}</dd>
</dl>
<main>
${body}</main>
</body>
</html>
`;
}

function fileHtml(file: FileReport): string {
  switch (file.status) {
    case "compared":
      return differenceHtml(file.difference);
    case "added":
      return `<p class="verdict different">+ new file: ${htmlText(file.name)}</p>\n`;
    case "removed":
      return `<p class="verdict different">- file is gone: ${htmlText(file.name)}</p>\n`;
    case "unusable":
      return `<p class="verdict unusable">could not be compared: ${htmlText(file.message)} ${htmlText(file.hint)}</p>\n`;
  }
}

function differenceHtml(difference: ShownDifference): string {
  const sections = grouped(difference.changes).map(({ title, changes }) => {
    const heading = title === "" ? "" : `<h3>${htmlText(title)}</h3>\n`;
    return `<section>\n${heading}<ul>\n${changes.map(changeHtml).join("")}</ul>\n</section>\n`;
  });
  return `<p class="verdict ${difference.result}">${htmlText(verdict(difference))}</p>\n${sections.join("")}`;
}
