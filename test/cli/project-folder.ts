import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runCli } from "../../src/cli/main.js";
import type { ExitCode } from "../../src/cli/terminal.js";

export interface CommandRun {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** A command that goes on until it is stopped. */
export interface WatchRun {
  /** What it has said until now. */
  err(): string;
  stop(): void;
  readonly ended: Promise<ExitCode>;
}

/** A folder of a user, with the command line run in it. */
export interface ProjectFolder {
  readonly path: string;
  write(file: string, content: string | Uint8Array): void;
  read(file: string): string;
  /** All files below a folder, with slashes, sorted. */
  files(folder: string): readonly string[];
  run(command: string, env?: Readonly<Record<string, string>>): Promise<CommandRun>;
  /** Deletes a file, or a folder with everything in it. */
  delete(path: string): void;
  start(command: string): WatchRun;
  remove(): void;
}

/** The files of an out folder with these actions, each with its guides, and the manifest; sorted. */
export function builtFiles(...actions: readonly string[]): readonly string[] {
  const files = actions.flatMap((action) =>
    ["json", "guide.md", "guide.html"].map((end) => `${action}.${end}`),
  );
  return [...files, "manifest.json"].sort();
}

/** Makes a temporary project with one customer that takes every default. */
export function projectFolder(): ProjectFolder {
  const path = mkdtempSync(join(tmpdir(), "topdesk-actions-"));
  const write = (file: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), content);
  };
  write("customers/default.json", '{ "actions": { "minimum-stock": {}, "notify-operator-group": {} } }');
  return {
    path,
    write,
    read: (file) => readFileSync(join(path, file), "utf8"),
    files: (folder) =>
      readdirSync(join(path, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(join(path, folder).length + 1))
        .sort(),
    delete: (name) => rmSync(join(path, name), { recursive: true }),
    run: async (command, env = {}) => {
      let out = "";
      let err = "";
      const terminal = {
        out: (text: string) => void (out += text),
        err: (text: string) => void (err += text),
        color: false,
        env,
        cwd: path,
      };
      const code = await runCli(wordsOf(command), terminal);
      return { code, out, err };
    },
    start: (command) => {
      let err = "";
      const controller = new AbortController();
      const terminal = {
        out: () => undefined,
        err: (text: string) => void (err += text),
        color: false,
        env: {},
        cwd: path,
        stopSignal: controller.signal,
      };
      const ended = runCli(wordsOf(command), terminal);
      return { err: () => err, stop: () => controller.abort(), ended };
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

const wordsOf = (command: string) => command.split(" ").filter((word) => word !== "");
