import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** The name that a file has while a process writes it. */
export function temporaryName(path: string, processId: number): string {
  return `${path}.${processId}.tmp`;
}

/**
 * Writes a file so that at every moment it holds either the old content or the new one. The folder of the file and the
 * one around it are made when they are missing.
 */
export function writeAtomically(path: string, content: string): void {
  const temporary = temporaryName(path, process.pid);
  try {
    writeFile(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    removeFile(temporary);
    throw error;
  }
}

/** Writes a file where the user said. What is no plain file, such as a pipe or /dev/null, stays what it is. */
export function writeAtPlace(path: string, content: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined || found.isFile()) writeAtomically(path, content);
  else writeFileSync(path, content);
}

/** Writes a file. Makes the folder only when it turns out to be missing: it is there for all files but the first. */
export function writeFile(path: string, content: string): void {
  try {
    writeFileSync(path, content);
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
    makeFolders(dirname(path));
    writeFileSync(path, content);
  }
}

/** Two levels at most: making any number at once never ends in folders where nothing can be made, such as /proc. */
function makeFolders(path: string): void {
  try {
    makeFolder(path);
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
    makeFolder(dirname(path));
    makeFolder(path);
  }
}

/** Makes a folder when it is missing; the one around it must be there. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  }
}

/** Removes a file, when it is there. */
export function removeFile(path: string): void {
  rmSync(path, { force: true });
}

/** Removes a folder when nothing is in it. */
export function removeEmptyFolder(path: string): void {
  try {
    rmdirSync(path);
  } catch (error) {
    if (!hasCode(error, "ENOTEMPTY", "EEXIST", "ENOENT")) throw error;
  }
}

/** The bytes of a file; undefined when there is none. */
export function bytesOf(path: string): Buffer | undefined {
  // Asking first is much cheaper than an error, and in a first build nothing is there.
  if (!existsSync(path)) return undefined;
  try {
    return readFileSync(path);
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR")) return undefined;
    throw error;
  }
}

export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
