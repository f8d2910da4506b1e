import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { folderKey } from "../../customers/customer-id.js";
import { hasCode, removeEmptyFolder, removeFile, writeAtomically } from "../../dist/files.js";
import type { NewFile } from "../../init/new-file.js";
import { CommandError } from "../terminal.js";

/**
 * Writes files that are not there yet: all of them, or none.
 *
 * @param root the folder of the project
 * @throws CommandError when one of them is there, under its name or under one that differs in case only
 */
export function writeNewFiles(root: string, files: readonly NewFile[]): void {
  for (const { path } of files) refuseExisting(root, path);
  const folders = [...new Set(files.flatMap(({ path }) => foldersOf(path)))];
  const newFolders = folders.filter((folder) => !existsSync(resolve(root, folder)));
  const written: string[] = [];
  for (const { path, content } of files) {
    try {
      writeAtomically(resolve(root, path), content);
      written.push(path);
    } catch (error) {
      takeBack(root, written, newFolders);
      if (!(error instanceof Error && "code" in error)) throw error;
      throw new CommandError(
        `${path} cannot be written: ${String(error.code)}. Nothing was made.`,
        "Check that the folder may be written to and has room.",
      );
    }
  }
}

/** Removes files that were written, and then the folders that were made for them. */
function takeBack(root: string, files: readonly string[], folders: readonly string[]): void {
  for (const path of files) removeFile(resolve(root, path));
  for (const folder of [...folders].sort().reverse()) removeEmptyFolder(resolve(root, folder));
}

function refuseExisting(root: string, path: string): void {
  for (const part of [...foldersOf(path), path]) {
    const siblings = namesIn(resolve(root, dirname(part)), dirname(part));
    const name = basename(part);
    const alike = siblings.filter((sibling) => folderKey(sibling) === folderKey(name));
    if (part === path && alike.includes(name)) {
      throw new CommandError(`${path} is there already.`, "Edit that file, or choose another id.");
    }
    const other = alike.find((sibling) => sibling !== name);
    if (other !== undefined) {
      const there = part === name ? other : `${dirname(part)}/${other}`;
      throw new CommandError(
        `${there} is there already; ${part} differs from it only in case.`,
        "Choose another id, or rename what is there.",
      );
    }
  }
}

/** `a/b` and `a`, for `a/b/c`, the outer ones first; not those outside of the project. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split("/").slice(0, -1);
  return parts
    .map((_part, index) => parts.slice(0, index + 1).join("/"))
    .filter((folder) => !folder.endsWith(".."));
}

/** The names in a folder; none when it is not there yet. */
export function namesIn(folder: string, shown: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return [];
    if (hasCode(error, "ENOTDIR")) {
      throw new CommandError(`${shown} is a file, not a folder.`, "Move it out of the way.");
    }
    throw new CommandError(`The folder ${shown} cannot be read.`, "Check that you may read it.");
  }
}
