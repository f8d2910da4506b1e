import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { TextLibrary } from "../../text/handlebars-texts.js";

/** What every file depends on besides the customer: when one of these changes, everything is built again. */
export interface SharedInputs {
  readonly toolVersion: string;
  readonly templates: TextLibrary;
  /** Anything else that changes what is built: settings of the command line, the environment. */
  readonly settings: unknown;
  /** The folder of the user's project, whose own code may define actions. */
  readonly project: string;
}

/** The fingerprint of what all files depend on: tool, its code, templates, settings, and code of the project. */
export async function sharedFingerprint(inputs: SharedInputs): Promise<string> {
  const hash = createHash("sha256");
  const add = (...parts: readonly string[]) => hash.update(JSON.stringify(parts));
  add(inputs.toolVersion, JSON.stringify(inputs.settings));
  // Dates and words in other languages come from the runtime.
  add(process.versions.node, process.versions["icu"] ?? "", process.versions["tz"] ?? "");
  for (const [path, text] of inputs.templates) add(path, text);
  for (const file of [...(await codeOfTool()), ...(await codeOfProject(inputs.project))]) {
    add(file, (await readFile(file)).toString("base64"));
  }
  return hash.digest("hex");
}

/** This program is one bundled file, or, while it is developed, a tree of modules. */
async function codeOfTool(): Promise<readonly string[]> {
  const here = fileURLToPath(import.meta.url);
  if (basename(here) === "bundle.js") return [here];
  return codeBelow(dirname(dirname(dirname(here))), () => true);
}

const CONFIG = /^topdesk-actions\.config\.[cm]?[jt]s$/;
const CODE = /\.(?:[cm]?[jt]s|json)$/;
/** Folders of a project that hold no code of its own, or what is read by other ways. */
const WITHOUT_CODE = new Set(["node_modules", ".git", "dist", "customers"]);

/** The code of a project that defines actions of its own. What the config imports is not known, so all code counts. */
async function codeOfProject(project: string): Promise<readonly string[]> {
  const names = await readdir(project);
  if (!names.some((name) => CONFIG.test(name))) return [];
  return codeBelow(
    project,
    (folder) => !WITHOUT_CODE.has(relative(project, folder)) && basename(folder) !== "node_modules",
  );
}

async function codeBelow(folder: string, enters: (folder: string) => boolean): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.sort((left, right) => (left.name < right.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && enters(path)) found.push(...(await codeBelow(path, enters)));
    if (entry.isFile() && CODE.test(entry.name)) found.push(path);
  }
  return found;
}
