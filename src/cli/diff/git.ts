import type { FileReport } from "../../diff/show/report.js";
import type { DiffReport } from "../../diff/show/report.js";
import type { Shape } from "../../shapes/shape.js";
import { CommandError, type Terminal } from "../terminal.js";
import { comparedFiles, nameOf } from "./compared.js";
import { readExportFile } from "./load-export.js";

/**
 * The report for git, which calls a diff driver with seven arguments, and two more for a file that was renamed: path,
 * old file, hex, mode, new file, hex, mode. Source: git(1), "GIT_EXTERNAL_DIFF".
 */
export async function gitReport(
  given: readonly string[],
  shapes: readonly Shape[],
  terminal: Terminal,
): Promise<DiffReport> {
  const [path = "", oldFile, , , newFile, , , renamedTo] = given;
  if (given.length === 1) return unmerged(path);
  if (oldFile === undefined || newFile === undefined || (given.length !== 7 && given.length !== 9)) {
    throw new CommandError(
      `--git takes the 7 arguments that git gives to a diff driver, and here are ${given.length}.`,
      "See docs/diff.md for how to set it up.",
    );
  }
  const files = [await fileReport(oldFile, newFile, shapes, terminal)];
  return { before: sideOf("a", path, oldFile), after: sideOf("b", renamedTo ?? path, newFile), files };
}

function unmerged(path: string): DiffReport {
  const file = {
    status: "unusable",
    path: "",
    message: "It is in conflict.",
    hint: "Solve the conflict first.",
  } as const;
  return { before: `a/${path}`, after: `b/${path}`, files: [file] };
}

/** How git names a file that is not there, on every system. */
const NO_FILE = "/dev/null";

function sideOf(side: "a" | "b", path: string, file: string): string {
  return file === NO_FILE ? NO_FILE : `${side}/${path}`;
}

async function fileReport(
  oldFile: string,
  newFile: string,
  shapes: readonly Shape[],
  terminal: Terminal,
): Promise<FileReport> {
  const [before, after] = await Promise.all(
    [oldFile, newFile].map(async (file) =>
      file === NO_FILE ? undefined : readExportFile(file, shapes, terminal),
    ),
  );
  const wrong = [before, after].find((reading) => reading !== undefined && reading.kind !== "read");
  if (wrong !== undefined) {
    const { message, hint = "" } = wrong.problem;
    return { status: "unusable", path: "", message, hint };
  }
  if (before?.kind === "read" && after?.kind === "read") {
    return { status: "compared", path: "", difference: comparedFiles(before.file, after.file) };
  }
  if (after?.kind === "read") return { status: "added", path: "", name: nameOf(after.file) };
  const name = before?.kind === "read" ? nameOf(before.file) : "";
  return { status: "removed", path: "", name };
}
