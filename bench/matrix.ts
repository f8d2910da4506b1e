import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { median } from "./measure.js";

const RUNS = 3;

/** What building so many customers takes, each time in a new process. */
export interface MatrixFigures {
  readonly files: number;
  /** Milliseconds. */
  readonly full: number;
  readonly floor: number;
  /** A build in which nothing changed. */
  readonly rebuild: number;
  readonly peakMegabytes: number;
}

/** Builds so many customers with every action of the catalogue, beside writing the same bytes. */
export function matrixFigures(root: string, folder: string, count: number): MatrixFigures {
  const project = join(folder, `matrix-${count}`);
  const run = (mode: "customers" | "build" | "floor") => processOf(root, mode, count, project);
  run("customers");
  const runs = Array.from({ length: RUNS }, () => {
    rmSync(join(project, "dist"), { recursive: true, force: true });
    rmSync(join(project, "node_modules", ".cache"), { recursive: true, force: true });
    return { full: run("build"), floor: run("floor"), rebuild: run("build") };
  });
  const files = readdirSync(join(project, "dist"), { recursive: true, withFileTypes: true });
  rmSync(project, { recursive: true, force: true });
  return {
    files: files.filter((entry) => entry.isFile()).length,
    full: median(runs.map(({ full }) => full.milliseconds)),
    floor: median(runs.map(({ floor }) => floor.milliseconds)),
    rebuild: median(runs.map(({ rebuild }) => rebuild.milliseconds)),
    peakMegabytes: median(runs.map(({ full }) => full.peakMegabytes)),
  };
}

interface ProcessFigures {
  readonly milliseconds: number;
  readonly peakMegabytes: number;
}

function processOf(root: string, mode: string, count: number, project: string): ProcessFigures {
  const args = ["--import", "tsx", "bench/matrix-process.ts", mode, String(count), project];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as ProcessFigures;
}
