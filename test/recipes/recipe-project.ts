import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A repository of a consultant in a temporary folder, in which steps of a recipe run as on a CI machine. */
export interface RecipeProject {
  readonly folder: string;
  /** What stands beside the checkout: temporary files of the machine. */
  readonly temporary: string;
  /** Runs a step as CI does: bash that stops at the first failure. */
  run(script: string, env?: Readonly<Record<string, string>>): StepRun;
  write(file: string, content: string): void;
  read(file: string): string;
  git(...args: readonly string[]): string;
  /** The calls of the programs that reach the network, a line each. */
  calls(program: "gh" | "curl"): readonly string[];
  remove(): void;
}

export interface StepRun {
  readonly code: number | null;
  readonly output: string;
}

/**
 * Makes a repository with two customers and their built files.
 *
 * @param program the command line of this package
 * @param like a project whose repository is copied instead of being built again
 */
export function recipeProject(program: string, like?: RecipeProject): RecipeProject {
  const root = mkdtempSync(join(tmpdir(), "topdesk-actions-recipe-"));
  const folder = join(root, "checkout");
  const temporary = join(root, "temporary");
  const programs = join(root, "programs");
  for (const path of [folder, temporary, programs]) mkdirSync(path);
  const standIn = (name: string, script: string) => {
    writeFileSync(join(programs, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(programs, name), 0o755);
  };
  standIn(
    "npx",
    `[ "$1" = topdesk-actions ] || exit 64\nshift\nexec "${process.execPath}" "${program}" "$@"`,
  );
  // Installing and the network are not what is tested.
  standIn("npm", "exit 0");
  for (const name of ["gh", "curl"]) standIn(name, `echo "$@" >> "${join(root, name)}"`);

  const write = (file: string, content: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  };
  const run = (script: string, env: Readonly<Record<string, string>> = {}): StepRun => {
    const { status, stdout, stderr } = spawnSync("bash", ["-e", "-o", "pipefail", "-c", script], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, PATH: `${programs}:${process.env["PATH"] ?? ""}`, ...env },
    });
    return { code: status, output: stdout + stderr };
  };
  const git = (...args: readonly string[]): string => {
    const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com"];
    const { status, stdout, stderr } = spawnSync("git", [...identity, ...args], {
      cwd: folder,
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(stderr);
    return stdout.trim();
  };
  if (like === undefined) {
    write("customers/school.json", '{ "actions": { "minimum-stock": {} } }');
    write("customers/stadt.json", '{ "actions": { "minimum-stock": {}, "notify-operator-group": {} } }');
    git("init", "--quiet");
    run("npx topdesk-actions build");
    git("add", "--all");
    git("commit", "--quiet", "--message", "Two customers");
  } else {
    cpSync(like.folder, folder, { recursive: true });
  }
  return {
    folder,
    temporary,
    run,
    write,
    git,
    read: (file) => readFileSync(join(folder, file), "utf8"),
    calls: (name) =>
      existsSync(join(root, name)) ? readFileSync(join(root, name), "utf8").trimEnd().split("\n") : [],
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
