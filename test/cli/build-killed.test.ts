import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sha256Of } from "../../src/dist/manifest.js";
import { manifestIn } from "../../src/dist/out-folder.js";
import { compiledPackage, writeCustomers, type CompiledPackage } from "./compiled-package.js";

const CUSTOMERS = 30;

let program: CompiledPackage;
let project = "";
beforeAll(async () => {
  program = await compiledPackage();
  project = mkdtempSync(join(tmpdir(), "topdesk-actions-killed-"));
  writeCustomers(project, CUSTOMERS);
  expect(await start(["--out", "whole"]).ended).toBe(0);
}, 120_000);
afterAll(() => {
  program.remove();
  rmSync(project, { recursive: true, force: true });
});

interface Running {
  readonly ended: Promise<number | null>;
  readonly kill: () => void;
}

function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, [program.program, "build", "--no-cache", ...args], {
    cwd: project,
    env: { ...process.env, ...env },
    stdio: "ignore",
  });
  const ended = new Promise<number | null>((resolve) => child.on("exit", (code) => resolve(code)));
  return { ended, kill: () => void child.kill("SIGKILL") };
}

const filesIn = (out: string) =>
  readdirSync(join(project, out), { recursive: true, encoding: "utf8" }).sort();

/** Every file of a folder with its bytes. */
function contents(out: string): ReadonlyMap<string, string> {
  const files = readdirSync(join(project, out), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(join(project, out).length), readFileSync(path, "utf8")]),
  );
}

/** Kills a build once it has made so many folders of customers. */
async function killAfter(folders: number): Promise<number | null> {
  const build = start(["--out", "killed"]);
  for (let waited = 0; waited < 20_000 && countOf("killed") < folders; waited += 2) await sleep(2);
  build.kill();
  return build.ended;
}

function countOf(out: string): number {
  try {
    return filesIn(out).filter((path) => /^customer-\d+$/.test(path)).length;
  } catch {
    return 0;
  }
}

describe("a build that is killed in the middle", () => {
  test("is completed by the next, as if it had never been killed", { timeout: 120_000 }, async () => {
    const clean = contents("whole");
    expect(clean.size).toBe(CUSTOMERS * 9 + 1);
    for (const folders of [1, 8, 18]) {
      expect(await killAfter(folders)).toBeNull();
      // What is there is whole: a file has all of its bytes or does not exist.
      for (const [path, content] of contents("killed")) {
        if (!/\.(?:journal|tmp)$/.test(path)) expect(content).toBe(clean.get(path));
      }
      expect(filesIn("killed").some((name) => name.endsWith(".journal"))).toBe(true);
    }
    expect(await start(["--out", "killed"]).ended).toBe(0);
    expect(contents("killed")).toEqual(clean);
    for (const [path, { sha256 }] of manifestIn(join(project, "killed"))) {
      expect(sha256Of(readFileSync(join(project, "killed", path)))).toBe(sha256);
    }
  });

  test("leaves no orphan when its customers are gone by the next build", { timeout: 120_000 }, async () => {
    rmSync(join(project, "killed"), { recursive: true, force: true });
    expect(await killAfter(10)).toBeNull();
    for (let index = 0; index < 8; index += 1) {
      rmSync(join(project, "customers", `customer-${String(index).padStart(4, "0")}.json`));
    }
    expect(await start(["--out", "killed"]).ended).toBe(0);
    expect(await start(["--out", "clean"]).ended).toBe(0);
    expect(contents("killed")).toEqual(contents("clean"));
    writeCustomers(project, CUSTOMERS);
  });

  test("loses nothing of what stood there before", { timeout: 120_000 }, async () => {
    rmSync(join(project, "killed"), { recursive: true, force: true });
    cpSync(join(project, "whole"), join(project, "killed"), { recursive: true });
    const before = contents("killed");
    const later = { SOURCE_DATE_EPOCH: "1700000000" };
    expect(await start(["--out", "later"], later).ended).toBe(0);
    const after = contents("later");
    const last = join(
      project,
      "killed",
      `customer-${String(CUSTOMERS / 2).padStart(4, "0")}`,
      "minimum-stock.action.json",
    );
    const killed = start(["--out", "killed"], later);
    for (
      let waited = 0;
      waited < 20_000 && !readFileSync(last, "utf8").includes("1700000000000");
      waited += 2
    ) {
      await sleep(2);
    }
    killed.kill();
    expect(await killed.ended).toBeNull();
    const now = contents("killed");
    for (const [path, content] of before) expect([content, after.get(path)]).toContain(now.get(path));
    expect(now.get("/manifest.json")).toBe(before.get("/manifest.json"));
    expect(await start(["--out", "killed"], later).ended).toBe(0);
    expect(contents("killed")).toEqual(after);
  });
});
