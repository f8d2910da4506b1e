import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import {
  LARGEST_EXPORT,
  readExport,
  tooLarge,
  type ExportReading,
  type ReadExport,
} from "../../diff/read-export.js";
import type { Shape } from "../../shapes/shape.js";
import { readBytes } from "../project.js";
import { CommandError, type Terminal } from "../terminal.js";

/** Reads a file that must be an export, in our shape or one of the given. */
export async function loadExport(
  file: string,
  shapes: readonly Shape[],
  terminal: Terminal,
): Promise<ReadExport> {
  const reading = await readExportFile(file, shapes, terminal);
  if (reading.kind === "read") return reading.file;
  const { message, hint = "", line, column } = reading.problem;
  const place = line === undefined ? "" : `:${line}:${column ?? 1}`;
  throw new CommandError(`${file}${place}: ${message}`, hint);
}

/** Reads a file, whatever is in it. */
export async function readExportFile(
  file: string,
  shapes: readonly Shape[],
  { cwd }: Terminal,
): Promise<ExportReading> {
  const path = resolve(cwd, file);
  const size = await sizeOf(path);
  if (size > LARGEST_EXPORT) return { kind: "unusable", problem: tooLarge(size) };
  const bytes = await readBytes(path);
  if (typeof bytes !== "string") return readExport(bytes, shapes);
  return { kind: "unusable", problem: { message: bytes, hint: "Check the name of the file." } };
}

/** Bytes; 0 when that cannot be told. */
async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    return 0;
  }
}
