import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { FileReport } from "../../diff/show/report.js";
import type { ExportReading } from "../../diff/read-export.js";
import type { Shape } from "../../shapes/shape.js";
import { CommandError, type Terminal } from "../terminal.js";
import { comparedFiles, nameOf } from "./compared.js";
import { readExportFile } from "./load-export.js";

/** What came of two folders, and what in them is no export. */
export interface ComparedFolders {
  readonly files: readonly FileReport[];
  readonly leftOut: readonly string[];
}

/** Compares every export below two folders with the one at the same place in the other. */
export async function comparedFolders(
  before: string,
  after: string,
  shapes: readonly Shape[],
  terminal: Terminal,
): Promise<ComparedFolders> {
  const [old, fresh] = [
    new Set(await jsonFiles(before, terminal)),
    new Set(await jsonFiles(after, terminal)),
  ];
  const paths = [...new Set([...old, ...fresh])].sort();
  const files: FileReport[] = [];
  const leftOut: string[] = [];
  for (const path of paths) {
    const readings = await Promise.all([
      old.has(path) ? readExportFile(join(before, path), shapes, terminal) : undefined,
      fresh.has(path) ? readExportFile(join(after, path), shapes, terminal) : undefined,
    ]);
    const report = fileReport(path, ...readings);
    if (report === undefined) leftOut.push(path);
    else files.push(report);
  }
  return { files, leftOut };
}

/** @returns undefined for what is no export on either side */
function fileReport(
  path: string,
  before: ExportReading | undefined,
  after: ExportReading | undefined,
): FileReport | undefined {
  const readings = [before, after].filter((reading) => reading !== undefined);
  if (readings.every(({ kind }) => kind === "no-export")) return undefined;
  const wrong = readings.find((reading) => reading.kind !== "read");
  if (wrong !== undefined) {
    const side = wrong === before ? "before" : "after";
    const { message, hint = "" } = wrong.problem;
    return { status: "unusable", path, message: `${side}: ${message}`, hint };
  }
  if (before?.kind === "read" && after?.kind === "read") {
    return { status: "compared", path, difference: comparedFiles(before.file, after.file) };
  }
  if (after?.kind === "read") return { status: "added", path, name: nameOf(after.file) };
  return before?.kind === "read" ? { status: "removed", path, name: nameOf(before.file) } : undefined;
}

async function jsonFiles(folder: string, { cwd }: Terminal): Promise<readonly string[]> {
  try {
    const names = await readdir(resolve(cwd, folder), { recursive: true });
    return names.map((name) => name.replaceAll("\\", "/")).filter(isCompared);
  } catch {
    throw new CommandError(`The folder ${folder} cannot be read.`, "Check its name and who may read it.");
  }
}

/** Hidden folders hold what tools keep for themselves. */
function isCompared(path: string): boolean {
  return (
    path.endsWith(".json") && !path.split("/").some((part) => part.startsWith(".") || part === "node_modules")
  );
}
