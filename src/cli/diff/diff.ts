import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { plural } from "../../check/format/stylish.js";
import { readableLines } from "../../diff/show/readable-lines.js";
import { resultOf, type DiffReport, type ReportResult } from "../../diff/show/report.js";
import { reportHtml } from "../../diff/show/html.js";
import { reportJson } from "../../diff/show/json.js";
import { reportMarkdown } from "../../diff/show/markdown.js";
import { reportText } from "../../diff/show/report-text.js";
import type { Shape } from "../../shapes/shape.js";
import { own } from "../../targets/restore.js";
import { chosenShapes } from "../load-shapes.js";
import { CommandError, type ExitCode, type Terminal } from "../terminal.js";
import { comparedFiles } from "./compared.js";
import { openCustomerAction } from "./customer-build.js";
import { comparedFolders } from "./folders.js";
import { gitReport } from "./git.js";
import { loadExport } from "./load-export.js";
import type { DiffFormat, DiffOptions } from "./options.js";

/** Compares two files, two folders, or a file with a customer's build. */
export async function diff(options: DiffOptions, terminal: Terminal): Promise<ExitCode> {
  refuseContradictions(options);
  if (options.textconv) return textconv(options, terminal);
  const report = await reportFor(options, terminal);
  const color = options.color ?? (terminal.outColor === true || isGitPager(terminal));
  terminal.out(written(report, options.format, color));
  // Git takes any other code for a driver that broke, and shows nothing more.
  return options.git ? 0 : EXIT_CODES[resultOf(report)];
}

const EXIT_CODES = {
  identical: 0,
  "same-meaning": 0,
  different: 1,
  unusable: 2,
} as const satisfies Record<ReportResult, ExitCode>;

/** Git says so when a person reads its output page by page. */
function isGitPager({ env }: Terminal): boolean {
  return env["GIT_PAGER_IN_USE"] === "true" && env["NO_COLOR"] === undefined;
}

function refuseContradictions({ git, textconv, customer, action, target, cardType }: DiffOptions): void {
  if (git && textconv)
    throw new CommandError("--git and --textconv are mutually exclusive.", "Leave one out.");
  if ((git || textconv) && customer !== undefined) {
    throw new CommandError(
      "--customer compares one file with a build, and git gives other files.",
      "Leave one out.",
    );
  }
  const [lonely] = Object.entries({ action, target, "card-type": cardType }).filter(
    ([, value]) => value !== undefined,
  );
  if (customer === undefined && lonely !== undefined) {
    throw new CommandError(`--${lonely[0]} is for a customer's build.`, "Name the customer with --customer.");
  }
}

/** The shapes that files may be in; a customer's build brings its own. */
function shapesFor({ customers }: DiffOptions, terminal: Terminal): Promise<readonly Shape[]> {
  return chosenShapes({ customers }, terminal);
}

async function textconv(options: DiffOptions, terminal: Terminal): Promise<ExitCode> {
  const [file, another] = options.files;
  if (file === undefined || another !== undefined) {
    throw new CommandError("--textconv takes one file.", "See docs/diff.md for how to set it up.");
  }
  terminal.out(readableLines(await loadExport(file, await shapesFor(options, terminal), terminal)));
  return 0;
}

async function reportFor(options: DiffOptions, terminal: Terminal): Promise<DiffReport> {
  if (options.customer !== undefined) return againstBuild(options.customer, options, terminal);
  const shapes = await shapesFor(options, terminal);
  if (options.git) return gitReport(options.files, shapes, terminal);
  const [before, after, another] = options.files;
  if (before === undefined || after === undefined || another !== undefined) {
    throw new CommandError(
      `diff compares two files, and here ${options.files.length === 1 ? "is one" : `are ${options.files.length}`}.`,
      "Name two files or folders, or one file and --customer.",
    );
  }
  const [old, fresh] = await Promise.all([before, after].map((path) => isFolder(path, terminal)));
  if (old === true && fresh === true) return folderReport(before, after, shapes, terminal);
  if (old !== fresh) {
    const folder = old === true ? before : after;
    throw new CommandError(`${folder} is a folder, and the other is a file.`, "Name two of a kind.");
  }
  const left = await loadExport(before, shapes, terminal);
  const right = await loadExport(after, shapes, terminal);
  return { before, after, files: [{ status: "compared", path: "", difference: comparedFiles(left, right) }] };
}

async function folderReport(
  before: string,
  after: string,
  shapes: readonly Shape[],
  terminal: Terminal,
): Promise<DiffReport> {
  const { files, leftOut } = await comparedFolders(before, after, shapes, terminal);
  if (files.length === 0) {
    throw new CommandError(
      `There are no exports in ${before} and ${after}.`,
      "Name folders with .json files.",
    );
  }
  if (leftOut.length > 0) {
    const some = leftOut.slice(0, 3).join(", ") + (leftOut.length > 3 ? " …" : "");
    terminal.err(`${plural(leftOut.length, "file")} left out, being no export: ${some}\n`);
  }
  return { before, after, files };
}

async function againstBuild(customer: string, options: DiffOptions, terminal: Terminal): Promise<DiffReport> {
  const [file, another] = options.files;
  if (file === undefined || another !== undefined) {
    throw new CommandError("--customer compares one file with a build.", "Name one file.");
  }
  const action = await openCustomerAction(customer, options, terminal);
  const before = await loadExport(file, action.shapes, terminal);
  const { root, action: head } = before.document;
  const cardType = own(head, "structureName");
  const ofFile = typeof cardType === "string" ? cardType : undefined;
  const built = action.build(root, ofFile);
  const difference = comparedFiles(before, built.file);
  return { before: file, after: built.name, files: [{ status: "compared", path: "", difference }] };
}

async function isFolder(path: string, { cwd }: Terminal): Promise<boolean> {
  try {
    return (await stat(resolve(cwd, path))).isDirectory();
  } catch {
    return false;
  }
}

function written(report: DiffReport, format: DiffFormat, color: boolean): string {
  switch (format) {
    case "text":
      return reportText(report, color);
    case "json":
      return reportJson(report);
    case "html":
      return reportHtml(report);
    case "markdown":
      return reportMarkdown(report);
  }
}
