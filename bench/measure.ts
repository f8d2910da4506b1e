import { spawnSync } from "node:child_process";

/** The middle of an odd number of figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** Milliseconds that a whole process takes, from start to end. */
export function processTime(args: readonly string[], cwd: string): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${String(status)}: ${stderr}`);
  return performance.now() - start;
}

/** Runs two things in turn, so that both see the same machine, and gives the median of each. */
export function paired(runs: number, first: () => number, second: () => number): readonly [number, number] {
  const figures = Array.from({ length: runs }, () => [first(), second()] as const);
  return [median(figures.map(([figure]) => figure)), median(figures.map(([, figure]) => figure))];
}

export function row(name: string, figures: string): void {
  console.log(`${name.padEnd(46)}${figures}`);
}

export const ratio = (left: number, right: number): string => `${(left / right).toFixed(2)} times`;
