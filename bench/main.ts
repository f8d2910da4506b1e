// npm run bench: how fast the tool is, always beside a floor measured in the same run. Needs npm ci to have compiled.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { spawnSync } from "node:child_process";
import { diffFigures } from "./diff.js";
import { freemarkerSpeed } from "./freemarker.js";
import { importTimes } from "./import.js";
import { learnTimes } from "./learn.js";
import { matrixFigures } from "./matrix.js";
import { median, paired, processTime, ratio, row } from "./measure.js";
import { typeCheckTime } from "./type-check.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "topdesk-actions-bench-"));

try {
  coldBuild();
  batches();
  matrix();
  typeCheck();
  freemarker();
  await imports();
  learning();
  diffFigures();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Whole processes: `build` of the default customer beside a process that does nothing. */
function coldBuild(): void {
  const build = ["bin/topdesk-actions.js", "build", "--customer", "default", "--out", join(folder, "cold")];
  processTime(build, root);
  const [time, floor] = paired(
    5,
    () => processTime(build, root),
    () => processTime(["-e", "0"], root),
  );
  row(
    "cold build, default customer",
    `${time.toFixed(0)} ms, ${ratio(time, floor)} node -e 0 (aim: under 4)`,
  );
}

/** Many builds in one process beside stringifying and writing the same bytes. */
function batches(): void {
  for (const count of [1_000, 10_000]) {
    const runs = [1, 2, 3].map((run) => ({
      build: batch("build", count, run),
      floor: batch("floor", count, run),
    }));
    const time = median(runs.map(({ build }) => build.milliseconds));
    const floor = median(runs.map((run) => run.floor.milliseconds));
    const memory = median(runs.map(({ build }) => build.peakMegabytes));
    row(
      `${count} builds in one process`,
      `${(time / count).toFixed(3)} ms a file, ${ratio(time, floor)} the floor (aim: under 2.5), peak ${memory.toFixed(0)} MB`,
    );
  }
}

/** Whole builds of many customers, as a user runs them. */
function matrix(): void {
  const [small, large] = [1_000, 10_000].map((count) => {
    const figures = matrixFigures(root, folder, count);
    const { files, full, floor, rebuild, peakMegabytes } = figures;
    row(
      `build of ${count} customers, ${files} files`,
      `${((files / full) * 1000).toFixed(0)} files a second, ${ratio(full, floor)} the floor, peak ${peakMegabytes.toFixed(0)} MB`,
    );
    row(`the same when nothing changed`, `${(full / rebuild).toFixed(1)} times faster (aim: at least 5)`);
    return figures;
  });
  if (small === undefined || large === undefined) return;
  const perFile = large.full / large.files / (small.full / small.files);
  const memory = large.peakMegabytes / small.peakMegabytes;
  row(
    "10,000 customers beside 1,000",
    `${perFile.toFixed(2)} times the time per file (aim: under 1.2), ${memory.toFixed(2)} times the memory`,
  );
}

interface BatchResult {
  readonly milliseconds: number;
  readonly peakMegabytes: number;
}

function batch(mode: "build" | "floor", count: number, run: number): BatchResult {
  const out = join(folder, `${mode}-${count}-${run}`);
  const args = ["--import", "tsx", "bench/batch.ts", mode, String(count), out];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  rmSync(out, { recursive: true, force: true });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as BatchResult;
}

function freemarker(): void {
  const { speed, other, growth } = freemarkerSpeed(root);
  row(
    "parse FreeMarker",
    `${speed.toFixed(1)} MB/s, ${ratio(speed, other)} npm freemarker-parser (aim: 2), 4 MB beside 1 MB ${growth.toFixed(2)} times the time per MB`,
  );
}

/** Exports of 50 and of 500 steps that become code, which builds them again. */
async function imports(): Promise<void> {
  const [small, large] = await importTimes([50, 500]);
  const growth = (time: "whole" | "withoutLayout") => (large[time] / 500 / (small[time] / 50)).toFixed(2);
  row(
    "import of an export with 500 steps",
    `${large.whole.toFixed(0)} ms, ${growth("whole")} times the time per step of 50 steps (aim: under 1.2)`,
  );
  row(
    "the same without laying the code out",
    `${large.withoutLayout.toFixed(0)} ms, ${growth("withoutLayout")} times the time per step of 50 steps`,
  );
}

function typeCheck(): void {
  const { steps, seconds, baseline } = typeCheckTime(root, 900);
  row(
    `type-check of an action with ${steps} steps`,
    `${seconds.toFixed(2)} s, of which ${(seconds - baseline).toFixed(2)} s for the steps (aim: under 3 s)`,
  );
}

/** Learning the shape of a TOPdesk, and how it grows with the steps. */
function learning(): void {
  const sizes = [250, 500] as const;
  const [small, large] = learnTimes(sizes);
  const perStep = large / sizes[1] / (small / sizes[0]);
  row(
    "learn from an export of 500 steps",
    `${large.toFixed(0)} ms, ${perStep.toFixed(2)} times the time per step of one with 250 (aim: linear)`,
  );
}
