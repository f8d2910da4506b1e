import { watch, type FSWatcher } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { memoryCache } from "../../dist/cache.js";
import { loadProject, type Project } from "../load-config.js";
import { packageFolder } from "../project.js";
import { CommandError, type ExitCode, type Terminal } from "../terminal.js";
import { codeFoldersOf, isCode } from "./fingerprint.js";
import type { BuildSettings } from "./options.js";
import { runBuild } from "./run.js";

/** Editors save in several steps; a build starts when nothing has changed for so long, in milliseconds. */
const QUIET = 100;
const CONFIG = "topdesk-actions.config.";

/**
 * Builds, and builds again whenever a customer, a template or the project's own code changes, until it is told to stop.
 *
 * @param settingsIn what to build, by what the config says at that time
 */
export async function runWatch(
  settingsIn: (project: Project) => BuildSettings,
  terminal: Terminal,
): Promise<ExitCode> {
  const stop = terminal.stopSignal ?? interrupted();
  const isStopped = () => stop.aborted;
  const stopped = new Promise<void>((resolve) =>
    stop.addEventListener("abort", () => resolve(), { once: true }),
  );
  const memory = memoryCache();
  const changes = new Changes(terminal.cwd);
  try {
    for (;;) {
      await buildOnce(async () => {
        const project = await loadProject(terminal.cwd);
        const settings = settingsIn(project);
        // Watching starts before building, so that nothing that changes meanwhile is missed.
        await changes.watchAll(await sourcesOf(project, settings, terminal.cwd));
        await runBuild(project, settings, terminal, { isStopped, memory });
      }, terminal);
      if (isStopped()) break;
      terminal.err("Waiting for changes; stop with Ctrl-C.\n");
      const changed = await Promise.race([changes.next(), stopped]);
      if (changed === undefined) break;
      terminal.err(`\nChanged: ${changed.join(", ")}\n`);
    }
  } finally {
    changes.close();
  }
  terminal.err("Stopped.\n");
  return 0;
}

/** What is wrong is told and may be corrected while the watch goes on. */
async function buildOnce(build: () => Promise<void>, terminal: Terminal): Promise<void> {
  try {
    await build();
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    terminal.err(`topdesk-actions: ${error.message} ${error.hint}\n`);
  }
}

function interrupted(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}

/** What a build is made from. */
interface Sources {
  /** Folders of which every file counts, with all folders below them. */
  readonly roots: readonly string[];
  /** Folders that may hold code of the project's own, each without those below it. */
  readonly codeFolders: readonly string[];
}

async function sourcesOf(
  { configFile, templates }: Project,
  settings: BuildSettings,
  cwd: string,
): Promise<Sources> {
  const customers = resolve(cwd, settings.customers);
  const roots = [
    customers,
    join(packageFolder, "templates"),
    ...(templates === undefined ? [] : [templates]),
  ];
  const except = [customers, resolve(cwd, settings.out)];
  return { roots, codeFolders: configFile === undefined ? [] : await codeFoldersOf(cwd, except) };
}

/** Collects the names of files that change. Folders are watched one by one: not every system can watch a whole tree. */
class Changes {
  private readonly watchers = new Map<string, FSWatcher>();
  private readonly changed = new Set<string>();
  private sources: Sources = { roots: [], codeFolders: [] };
  private timer: NodeJS.Timeout | undefined;
  private wake: (() => void) | undefined;

  /** @param project the folder whose config is watched */
  constructor(private readonly project: string) {
    this.watch(project);
  }

  /** Watches all folders that are there now. */
  async watchAll(sources: Sources): Promise<void> {
    this.sources = sources;
    for (const folder of [this.project, ...sources.codeFolders]) this.watch(folder);
    for (const root of sources.roots) {
      this.watch(dirname(root));
      for (const folder of await foldersBelow(root)) this.watch(folder);
    }
  }

  private concerns(path: string): boolean {
    const { roots, codeFolders } = this.sources;
    if (dirname(path) === this.project && basename(path).startsWith(CONFIG)) return true;
    if (roots.some((root) => path === root || path.startsWith(join(root, sep)))) return true;
    return isCode(path) && codeFolders.includes(dirname(path));
  }

  /** The files that changed since the last time, once it has become quiet. */
  async next(): Promise<readonly string[]> {
    if (this.changed.size === 0 || this.timer !== undefined) {
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
    const names = [...this.changed].sort();
    this.changed.clear();
    return names;
  }

  close(): void {
    clearTimeout(this.timer);
    for (const watcher of this.watchers.values()) watcher.close();
  }

  private watch(folder: string): void {
    if (this.watchers.has(folder)) return;
    try {
      const watcher = watch(folder, (event, name) => {
        if (name === null) return;
        // A folder that is removed itself is told with its own name.
        const path = name === basename(folder) ? folder : join(folder, name);
        // One that was removed and made again needs a watcher of its own again.
        if (event === "rename") this.forget(path);
        if (this.concerns(path)) this.note(path);
      });
      watcher.on("error", () => this.forget(folder));
      this.watchers.set(folder, watcher);
    } catch {
      // The folder is gone again.
    }
  }

  private forget(folder: string): void {
    this.watchers.get(folder)?.close();
    this.watchers.delete(folder);
  }

  private note(path: string): void {
    this.changed.add(relative(this.project, path));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.wake?.();
    }, QUIET);
  }
}

async function foldersBelow(root: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    const below = entries
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name));
    return [root, ...below];
  } catch {
    return [];
  }
}
