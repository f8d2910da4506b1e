import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { median } from "./measure.js";

/** How long the compiler takes for an action of this many steps, each reading the one before. */
export function typeCheckTime(root: string, steps: number) {
  const folder = join(root, "bench", ".generated");
  mkdirSync(folder, { recursive: true });
  try {
    const seconds = median([1, 2, 3].map(() => compile(root, folder, sourceOf(steps))));
    const baseline = median([1, 2, 3].map(() => compile(root, folder, sourceOf(1))));
    return { steps, seconds, baseline };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compile(root: string, folder: string, source: string): number {
  const file = join(folder, "many-steps.ts");
  writeFileSync(file, source);
  const options = [
    "--noEmit",
    "--ignoreConfig",
    "--strict",
    "--skipLibCheck",
    "--module",
    "NodeNext",
    "--target",
    "ES2022",
    "--types",
    "node",
  ];
  const start = performance.now();
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const { status, stdout } = spawnSync(process.execPath, [tsc, ...options, file], {
    cwd: root,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stdout);
  return (performance.now() - start) / 1000;
}

function sourceOf(steps: number): string {
  const lines = Array.from({ length: steps }, (_, index) => {
    const request = `{ method: "GET", url: url\`https://example.com/\${${index === 0 ? '"start"' : `step${index - 1}.body.items.id`}}\`, answer }`;
    return `  const step${index} = flow.http("step_${index}", ${request});`;
  });
  return [
    'import { recordFlow, recordShape, textShape, url } from "../../lib/index.js";',
    "const answer = recordShape({ name: textShape, items: recordShape({ id: textShape }) });",
    "export const recording = recordFlow((flow) => {",
    ...lines,
    `  flow.assign("last", "last", step${steps - 1}.body.name);`,
    "});",
    "",
  ].join("\n");
}
