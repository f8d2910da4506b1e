import { mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { MANIFEST_NAME, readManifest, writeManifest, type Manifest } from "./manifest.js";
import type { Plan } from "./plan.js";

/** What became, or would become, of one file. */
export interface FileChange {
  /** Below the out folder, with slashes. */
  readonly path: string;
  readonly change: "created" | "updated" | "unchanged" | "removed";
}

/** Reads the manifest of an out folder; an empty one when there is none or it is not usable. */
export function previousManifest(out: string): Manifest {
  const text = contentOf(join(out, MANIFEST_NAME));
  return (text === undefined ? undefined : readManifest(text)) ?? new Map();
}

/** Compares a plan with an out folder, without touching it. */
export function compare(out: string, plan: Plan): readonly FileChange[] {
  const manifest = { path: MANIFEST_NAME, content: writeManifest(plan.manifest) };
  const isNothing = plan.manifest.size === 0 && (contentOf(join(out, MANIFEST_NAME))) === undefined;
  const files = isNothing ? [] : [...plan.files, manifest];
  const changes: FileChange[] = [];
  for (const { path, content } of files) {
    const present = contentOf(join(out, path));
    changes.push({ path, change: present === undefined ? "created" : present === content ? "unchanged" : "updated" });
  }
  for (const path of plan.orphans) {
    if ((contentOf(join(out, path))) !== undefined) changes.push({ path, change: "removed" });
  }
  return changes;
}

/**
 * Carries a plan out: writes what changed, each file at once, and removes orphans. The manifest comes last, so that a
 * build that was stopped in the middle is completed by the next.
 *
 * @returns what was done
 */
export function carryOut(out: string, plan: Plan): readonly FileChange[] {
  const changes = compare(out, plan);
  const contents = new Map<string, string>(plan.files.map((file) => [file.path, file.content]));
  contents.set(MANIFEST_NAME, writeManifest(plan.manifest));
  const inOrder = [...changes].sort((left, right) => Number(left.path === MANIFEST_NAME) - Number(right.path === MANIFEST_NAME));
  for (const { path, change } of inOrder) {
    const content = contents.get(path);
    if (change === "removed") removeFile(out, path);
    else if (change !== "unchanged" && content !== undefined) writeAtomically(join(out, path), content);
  }
  return changes;
}

/**
 * Writes a file so that at every moment it holds either the old content or the new one. The folder of the file and the
 * one around it are made when they are missing.
 */
export function writeAtomically(path: string, content: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeNew(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Makes the folder only when it turns out to be missing: it is there for all files but the first. */
function writeNew(path: string, content: string): void {
  try {
    writeFileSync(path, content);
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
    makeFolder(dirname(dirname(path)));
    makeFolder(dirname(path));
    writeFileSync(path, content);
  }
}

/** One level at a time: making several at once never ends in folders where nothing can be made, such as /proc. */
function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  }
}

function removeFile(out: string, path: string): void {
  rmSync(join(out, path), { force: true });
  try {
    rmdirSync(join(out, dirname(path)));
  } catch (error) {
    if (!hasCode(error, "ENOTEMPTY", "EEXIST", "ENOENT")) throw error;
  }
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR")) return undefined;
    throw error;
  }
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
