import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { catalogue } from "../actions/catalogue.js";
import type { ActionDefinition } from "../builders/define-action.js";
import { readConfig, withOwnActions } from "../config/read-config.js";
import type { TextLibrary } from "../text/handlebars-texts.js";
import { loadTemplates, packageFolder } from "./project.js";
import { CommandError } from "./terminal.js";

/** What can be built in a folder, and from what. */
export interface Project {
  /** The actions of the package and of the project's config. */
  readonly catalogue: readonly ActionDefinition[];
  /** The texts of all of them. */
  readonly library: TextLibrary;
  /** The folder of customers that the config names. */
  readonly customers?: string;
  /** The folder to write to that the config names. */
  readonly out?: string;
  /** The folder with the texts of the project's own actions. It need not exist. */
  readonly templates?: string;
  /** The file of the config, for who watches it. */
  readonly configFile?: string;
}

const CONFIG_NAMES = ["topdesk-actions.config.ts", "topdesk-actions.config.js", "topdesk-actions.config.mjs"];

/**
 * What can be built in a folder: what the package has, and what `topdesk-actions.config.ts` (or .js, .mjs) there adds.
 *
 * @throws CommandError when there is a config that cannot be used
 */
export async function loadProject(folder: string): Promise<Project> {
  const configFile = await configIn(folder);
  const library = await loadTemplates();
  if (configFile === undefined) return { catalogue, library };
  const reading = readConfig(await exportedBy(folder, configFile));
  if (reading.kind === "wrong") {
    throw new CommandError(`${configFile} cannot be used: ${reading.problem.message}`, reading.problem.hint);
  }
  const { actions = [], customers, out, templates } = reading.config;
  const templatesFolder = resolve(folder, templates ?? "templates");
  const own = await templatesIn(templatesFolder, templates !== undefined);
  return {
    catalogue: withOwnActions(catalogue, actions),
    library: new Map([...library, ...own]),
    templates: templatesFolder,
    configFile: join(folder, configFile),
    ...(customers === undefined ? {} : { customers: resolve(folder, customers) }),
    ...(out === undefined ? {} : { out: resolve(folder, out) }),
  };
}

async function configIn(folder: string): Promise<string | undefined> {
  const names = await readdir(folder).catch((): readonly string[] => []);
  const [config, another] = CONFIG_NAMES.filter((name) => names.includes(name));
  if (another !== undefined) {
    throw new CommandError(`There are two configs: ${config} and ${another}.`, "Keep one of them.");
  }
  return config;
}

/** What a config exports by default. Its TypeScript is loaded as it is, by tsx, which is only loaded for this. */
async function exportedBy(folder: string, name: string): Promise<unknown> {
  const { tsImport } = await import("tsx/esm/api");
  forgetModulesIn(folder);
  try {
    const loaded: unknown = await tsImport(pathToFileURL(join(folder, name)).href, {
      parentURL: import.meta.url,
      ...(runsFromSource ? { tsconfig: sourceTsconfig() } : {}),
    });
    return defaultOf(defaultOf(loaded));
  } catch (error) {
    throw new CommandError(`${name} cannot be loaded: ${reasonOf(error, folder)}`, hintFor(error));
  }
}

/** Node keeps CommonJS modules for as long as the process lives; while it watches, they may change. */
function forgetModulesIn(folder: string): void {
  const { cache } = createRequire(import.meta.url);
  const installed = join(folder, "node_modules", sep);
  for (const file of Object.keys(cache)) {
    if (file.startsWith(join(folder, sep)) && !file.startsWith(installed))
      Reflect.deleteProperty(cache, file);
  }
}

/** From the sources, the package's own name means the sources: what was compiled last may be older. */
const runsFromSource = fileURLToPath(import.meta.url).endsWith(".ts");

/** Where the package's own name leads to then. Tests name another, since every config loads all that it imports anew. */
const sourceTsconfig = () => process.env["TSX_TSCONFIG_PATH"] ?? join(packageFolder, "tsconfig.json");

/** A module that Node takes for CommonJS has its default export one level deeper. */
function defaultOf(loaded: unknown): unknown {
  return typeof loaded === "object" && loaded !== null && "default" in loaded ? loaded.default : loaded;
}

/** What a module that cannot be loaded says of itself, with the place, without the path of this machine. */
function reasonOf(error: unknown, folder: string): string {
  if (!(error instanceof Error)) return `${String(error)}.`;
  const lines = error.message.split("\n").map((line) => line.trim());
  const reason =
    lines.find((line) => line.includes(": ERROR: ")) ?? lines.find((line) => line !== "") ?? error.name;
  const place = /topdesk-actions\.config\.[cm]?[jt]s(?:\?[^:)\s]*)?:(\d+):\d+/.exec(error.stack ?? "")?.[1];
  const where = place === undefined || reason.includes(": ERROR: ") ? "" : ` (line ${place})`;
  const plain = `${reason.replace(/[.:]$/, "")}${where}.`;
  return plain.replaceAll(/\?(?:tsx-)?namespace=[\w-]+/g, "").replaceAll(`${folder}/`, "");
}

function hintFor(error: unknown): string {
  const isMissing =
    error instanceof Error && /Cannot find (?:package|module) '?topdesk-actions/.test(error.message);
  return isMissing
    ? 'Install the package in this folder: npm install topdesk-actions. Its package.json needs "type": "module".'
    : "Correct it; npx tsx FILE shows the whole message.";
}

/** The texts in a folder, by path below it. */
async function templatesIn(root: string, mustExist: boolean): Promise<TextLibrary> {
  let names: readonly string[];
  try {
    names = await readdir(root, { recursive: true });
  } catch {
    if (!mustExist) return new Map();
    throw new CommandError(
      `The folder of texts ${root} cannot be read.`,
      "Make it, or take templates out of the config.",
    );
  }
  const paths = names.filter((path) => path.endsWith(".hbs")).sort();
  const entries = paths.map(async (path): Promise<[string, string]> => [
    path.replaceAll("\\", "/"),
    await readFile(join(root, path), "utf8"),
  ]);
  return new Map(await Promise.all(entries));
}
