import { mkdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
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
export async function previousManifest(out: string): Promise<Manifest> {
  const text = await contentOf(join(out, MANIFEST_NAME));
  return (text === undefined ? undefined : readManifest(text)) ?? new Map();
}

/** Compares a plan with an out folder, without touching it. */
export async function compare(out: string, plan: Plan): Promise<readonly FileChange[]> {
  const files = [...plan.files, { path: MANIFEST_NAME, content: writeManifest(plan.manifest) }];
  const changes: FileChange[] = [];
  for (const { path, content } of files) {
    const present = await contentOf(join(out, path));
    changes.push({ path, change: present === undefined ? "created" : present === content ? "unchanged" : "updated" });
  }
  for (const path of plan.orphans) {
    if ((await contentOf(join(out, path))) !== undefined) changes.push({ path, change: "removed" });
  }
  return changes;
}

/**
 * Carries a plan out: writes what changed, each file at once, and removes orphans. The manifest comes last, so that a
 * build that was stopped in the middle is completed by the next.
 *
 * @returns what was done
 */
export async function carryOut(out: string, plan: Plan): Promise<readonly FileChange[]> {
  const changes = await compare(out, plan);
  const contents = new Map<string, string>(plan.files.map((file) => [file.path, file.content]));
  contents.set(MANIFEST_NAME, writeManifest(plan.manifest));
  const inOrder = [...changes].sort((left, right) => Number(left.path === MANIFEST_NAME) - Number(right.path === MANIFEST_NAME));
  for (const { path, change } of inOrder) {
    const content = contents.get(path);
    if (change === "removed") await removeFile(out, path);
    else if (change !== "unchanged" && content !== undefined) await writeAtomically(join(out, path), content);
  }
  return changes;
}

/** Writes a file so that at every moment it holds either the old content or the new one. */
export async function writeAtomically(path: string, content: string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(temporary, content);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function removeFile(out: string, path: string): Promise<void> {
  await rm(join(out, path), { force: true });
  try {
    await rmdir(join(out, dirname(path)));
  } catch (error) {
    if (!hasCode(error, "ENOTEMPTY", "EEXIST", "ENOENT")) throw error;
  }
}

async function contentOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR")) return undefined;
    throw error;
  }
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
