import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TextLibrary } from "../../text/handlebars-texts.js";

/** What every file depends on besides the customer: when one of these changes, everything is built again. */
export interface SharedInputs {
  readonly toolVersion: string;
  readonly templates: TextLibrary;
  /** Anything else that changes what is built: settings of the command line, the environment. */
  readonly settings: unknown;
  /** Folders of the user's project whose code may define actions. */
  readonly codeFolders: readonly string[];
}

/** The fingerprint of what all files depend on: tool, its code, templates, settings, and code of the project. */
export async function sharedFingerprint(inputs: SharedInputs): Promise<string> {
  const hash = createHash("sha256");
  const add = (...parts: readonly string[]) => hash.update(JSON.stringify(parts));
  add(inputs.toolVersion, JSON.stringify(inputs.settings));
  // Dates and words in other languages come from the runtime.
  add(process.versions.node, process.versions["icu"] ?? "", process.versions["tz"] ?? "");
  for (const [path, text] of inputs.templates) add(path, text);
  for (const file of [...(await codeOfTool()), ...(await codeIn(inputs.codeFolders))]) {
    add(file, (await readFile(file)).toString("base64"));
  }
  return hash.digest("hex");
}

/** This program is a few bundled files, or, while it is developed, a tree of modules. */
async function codeOfTool(): Promise<readonly string[]> {
  const here = fileURLToPath(import.meta.url);
  const isBundled = basename(here).startsWith("bundle");
  const root = dirname(isBundled ? here : dirname(dirname(here)));
  return codeIn(isBundled ? [root] : await foldersOf(root, () => true));
}

/** Whether a file may be code that a config imports. */
export function isCode(path: string): boolean {
  return /\.(?:[cm]?[jt]s|json)$/.test(path);
}

/**
 * The folders of a project that may hold code of its own. What the config imports is not known, so all code counts.
 *
 * @param except folders that are read by other ways, or written
 */
export async function codeFoldersOf(project: string, except: readonly string[]): Promise<readonly string[]> {
  return foldersOf(
    project,
    (folder) => ![".git", "node_modules"].includes(basename(folder)) && !except.includes(folder),
  );
}

async function foldersOf(root: string, enters: (folder: string) => boolean): Promise<readonly string[]> {
  const folders = [root];
  for (const entry of await readdir(root, { withFileTypes: true })) {
    const path = join(root, entry.name);
    if (entry.isDirectory() && enters(path)) folders.push(...(await foldersOf(path, enters)));
  }
  return folders.sort();
}

async function codeIn(folders: readonly string[]): Promise<readonly string[]> {
  const names = folders.map(async (folder) => {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && isCode(entry.name))
      .map(({ name }) => join(folder, name));
  });
  return (await Promise.all(names)).flat().sort();
}
