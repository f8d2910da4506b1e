import { watch, type FSWatcher } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { memoryCache } from "../../dist/cache.js";
import { packageFolder } from "../project.js";
import { CommandError, type ExitCode, type Terminal } from "../terminal.js";
import type { BuildSettings } from "./options.js";
import { runBuild } from "./run.js";

/** Editors save in several steps; a build starts when nothing has changed for so long, in milliseconds. */
const QUIET = 100;
const CONFIG = "topdesk-actions.config.";

/** Builds, and builds again whenever a customer, a template or the config changes, until it is told to stop. */
export async function runWatch(settings: BuildSettings, terminal: Terminal): Promise<ExitCode> {
  const stop = terminal.stopSignal ?? interrupted();
  const isStopped = () => stop.aborted;
  const stopped = new Promise<void>((resolve) =>
    stop.addEventListener("abort", () => resolve(), { once: true }),
  );
  const memory = memoryCache();
  const changes = new Changes(
    [resolve(terminal.cwd, settings.customers), join(packageFolder, "templates")],
    terminal.cwd,
  );
  try {
    for (;;) {
      // Watching starts before building, so that nothing that changes meanwhile is missed.
      await changes.watchAll();
      await buildOnce(() => runBuild(settings, terminal, { isStopped, memory }), terminal);
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
async function buildOnce(build: () => Promise<ExitCode>, terminal: Terminal): Promise<void> {
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

/** Collects the names of files that change. Folders are watched one by one: not every system can watch a whole tree. */
class Changes {
  private readonly watchers = new Map<string, FSWatcher>();
  private readonly changed = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private wake: (() => void) | undefined;

  /**
   * @param roots watched with all folders below them
   * @param project watched for its config file only
   */
  constructor(
    private readonly roots: readonly string[],
    private readonly project: string,
  ) {}

  /** Watches all folders that are there now. */
  async watchAll(): Promise<void> {
    this.watch(
      this.project,
      (name) => name.startsWith(CONFIG) || this.roots.includes(join(this.project, name)),
    );
    for (const root of this.roots) {
      this.watch(dirname(root), (name) => name === basename(root));
      for (const folder of await foldersBelow(root)) this.watch(folder, () => true);
    }
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

  private watch(folder: string, concerns: (name: string) => boolean): void {
    if (this.watchers.has(folder)) return;
    try {
      const watcher = watch(folder, (event, name) => {
        if (name === null) return;
        // A folder that is removed itself is told with its own name.
        const path = name === basename(folder) ? folder : join(folder, name);
        // One that was removed and made again needs a watcher of its own again.
        if (event === "rename") this.forget(path);
        if (concerns(name)) this.note(path);
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
