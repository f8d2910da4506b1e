// node --import tsx bench/render.ts [vectors.jsonl] [run.sh]: how fast templates are rendered, beside a warm JVM.
// Two comparisons in the same run, over the same requests. "Whole requests" is everything from a line of JSON to a line
// of JSON: reading it, parsing the template and rendering it; the pipe to the JVM is in its figure. "Rendering only" is
// what is left of the JVM's time when the same requests only ask to parse; ours is rendering templates that are parsed.
import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { createInterface, type Interface } from "node:readline";
import { fileURLToPath } from "node:url";
import { base64 } from "../conformance/render.js";
import { readRenderVectors } from "../conformance/render-vectors.js";
import type { RenderVector } from "../conformance/render.js";
import { parse } from "../src/freemarker/parse.js";
import { render, type ModelValue } from "../src/freemarker/evaluate/render.js";
import { median, ratio, row } from "./measure.js";

const beside = (path: string) => fileURLToPath(new URL(`../../shared/${path}`, import.meta.url));
const file = process.argv[2] ?? beside("freemarker-vectors/render.jsonl");
const command = process.argv[3] ?? beside("tools/freemarker-oracle/run.sh");

const WARM_UP_ROUNDS = 60;
const TIMED_RUNS = 7;
const ROUNDS = 10;

const settings = { numberFormat: "computer" };
const vectors = readRenderVectors(file).filter(({ ok }) => ok);
const requests = {
  render: vectors.map((vector) => requestOf(vector, "render")),
  parse: vectors.map((vector) => requestOf(vector, "parse")),
};

function requestOf({ id, template, model }: RenderVector, mode: "render" | "parse"): string {
  return `${JSON.stringify({ id, template, model, mode, settings: { number_format: "computer" } })}\n`;
}

/** A JVM that answers many batches, one after the other. */
class Oracle {
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly lines: Interface;

  constructor() {
    const cache = process.env["FM_ORACLE_CACHE"] ?? "/tmp/fm";
    this.process = spawn(command, { env: { ...process.env, FM_ORACLE_CACHE: cache } });
    this.lines = createInterface({ input: this.process.stdout });
  }

  /** Milliseconds for some rounds of requests. */
  async time(batch: readonly string[], rounds: number): Promise<number> {
    const text = batch.join("").repeat(rounds);
    const start = performance.now();
    const answered = new Promise<void>((resolve) => {
      let left = batch.length * rounds;
      const count = () => {
        left -= 1;
        if (left > 0) return;
        this.lines.off("line", count);
        resolve();
      };
      this.lines.on("line", count);
    });
    this.process.stdin.write(text);
    await answered;
    return performance.now() - start;
  }

  end(): void {
    this.process.stdin.end();
  }
}

const parsed = vectors.map(({ template, model }) => ({
  template: parse(template).template,
  model: { ...model, _base64: base64 },
}));

function renderAll(rounds: number): number {
  const start = performance.now();
  for (let round = 0; round < rounds; round += 1)
    for (const { template, model } of parsed) render(template, { model, settings });
  return performance.now() - start;
}

function answerAll(rounds: number): number {
  const start = performance.now();
  for (let round = 0; round < rounds; round += 1) for (const line of requests.render) answer(line);
  return performance.now() - start;
}

function answer(line: string): string {
  const { id, template, model } = JSON.parse(line) as {
    id: string;
    template: string;
    model: Record<string, ModelValue>;
  };
  const rendered = render(parse(template).template, { model: { ...model, _base64: base64 }, settings });
  return JSON.stringify({ id, ...rendered });
}

const oracle = new Oracle();
await oracle.time(requests.render, WARM_UP_ROUNDS);
await oracle.time(requests.parse, WARM_UP_ROUNDS);
renderAll(WARM_UP_ROUNDS);
answerAll(WARM_UP_ROUNDS);
const runs: { whole: number; parsing: number; ours: number; oursWhole: number }[] = [];
for (let run = 0; run < TIMED_RUNS; run += 1) {
  runs.push({
    whole: await oracle.time(requests.render, ROUNDS),
    parsing: await oracle.time(requests.parse, ROUNDS),
    ours: renderAll(ROUNDS),
    oursWhole: answerAll(ROUNDS),
  });
}
oracle.end();

const templates = vectors.length * ROUNDS;
const each = (milliseconds: number) => `${((1000 * milliseconds) / templates).toFixed(1)} µs`;
const whole = median(runs.map((run) => run.whole));
const oursWhole = median(runs.map((run) => run.oursWhole));
const rendering = median(runs.map((run) => run.whole - run.parsing));
const ours = median(runs.map((run) => run.ours));
row(
  "whole requests, a template",
  `${each(oursWhole)}, a warm JVM ${each(whole)}: ${ratio(oursWhole, whole)} its time (aim: at most 1)`,
);
row(
  "rendering only, a template",
  `${each(ours)}, a warm JVM ${each(rendering)}: ${ratio(ours, rendering)} its time (aim: at most 1)`,
);
