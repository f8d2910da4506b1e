import type { StepRun } from "../trace.js";
import { plural } from "../../check/format/stylish.js";
import { paintWith, type Paint } from "./paint.js";

/** What a line of the live list is made of. */
export interface LiveOutput {
  readonly write: (text: string) => void;
  readonly color: boolean;
  /** Whether a line can be written over, so that the progress of a loop stays one line. */
  readonly overwrites: boolean;
}

/** Shows the steps of a rehearsal as they run: a line each, and one line for each loop. */
export class LiveList {
  private loop: LoopProgress | undefined;
  private readonly paint: Paint;

  constructor(private readonly output: LiveOutput) {
    this.paint = paintWith(output.color);
  }

  show(run: StepRun): void {
    const [outermost] = run.turns;
    if (outermost === undefined) {
      this.endLoop();
      if (run.deed?.kind === "loop") this.loop = startedLoop(run.step, run.deed.items);
      else this.output.write(`${this.line(run)}\n`);
      return;
    }
    if (this.loop === undefined) return;
    this.loop = withRun(this.loop, run, outermost.turn);
    if (this.output.overwrites) this.output.write(`\r${this.loopLine(this.loop)}`);
  }

  /** Call it when the last step has run. */
  end(): void {
    this.endLoop();
  }

  private endLoop(): void {
    if (this.loop === undefined) return;
    this.output.write(`${this.output.overwrites ? "\r" : ""}${this.loopLine(this.loop)}\n`);
    if (this.loop.firstFailure !== undefined) this.output.write(`${this.details(this.loop.firstFailure)}\n`);
    this.loop = undefined;
  }

  private line(run: StepRun): string {
    const { outcome, step } = run;
    switch (outcome.kind) {
      case "done":
        return `  ${this.paint("green", "done   ")}  ${step}  ${this.paint("dim", deedInWords(run))}`;
      case "skipped":
        return `  ${this.paint("dim", `skipped  ${step}  ${outcome.reason}`)}`;
      case "failed":
        return `  ${this.paint("red", "failed ")}  ${step}  ${deedInWords(run)}\n${this.details(run)}`;
    }
  }

  private details({ step, outcome }: StepRun): string {
    if (outcome.kind !== "failed") return "";
    const { message, hint, place } = outcome.failure;
    const where = place === undefined ? "" : ` (${place.key}, line ${place.line}, column ${place.column})`;
    const lines = [`${step}: ${message}${where}`, ...(hint === undefined ? [] : [hint])];
    return lines.map((line) => `           ${line}`).join("\n");
  }

  private loopLine({ step, turn, items, done, skipped, failed, requests }: LoopProgress): string {
    const word = failed > 0 ? this.paint("red", "failed ") : this.paint("green", "done   ");
    const steps = `${plural(requests, "request")}, steps: ${done} done, ${skipped} skipped, ${failed} failed`;
    return `  ${word}  ${step}  ${this.paint("dim", `turn ${turn} of ${items}: ${steps}`)}`;
  }
}

interface LoopProgress {
  readonly step: string;
  readonly turn: number;
  readonly items: number;
  readonly done: number;
  readonly skipped: number;
  readonly failed: number;
  readonly requests: number;
  readonly firstFailure: StepRun | undefined;
}

function startedLoop(step: string, items: number): LoopProgress {
  return { step, turn: 0, items, done: 0, skipped: 0, failed: 0, requests: 0, firstFailure: undefined };
}

function withRun(loop: LoopProgress, run: StepRun, turn: number): LoopProgress {
  const { kind } = run.outcome;
  return {
    ...loop,
    turn,
    done: loop.done + (kind === "done" ? 1 : 0),
    skipped: loop.skipped + (kind === "skipped" ? 1 : 0),
    failed: loop.failed + (kind === "failed" ? 1 : 0),
    requests: loop.requests + (run.deed?.kind === "request" ? 1 : 0),
    firstFailure: loop.firstFailure ?? (kind === "failed" ? run : undefined),
  };
}

const LONGEST_VALUE = 60;

/** What a step did, in one line. */
function deedInWords({ deed }: StepRun): string {
  switch (deed?.kind) {
    case undefined:
      return "";
    case "assignment":
      return `${deed.variable} = ${shortened(deed.value)}`;
    case "loop":
      return plural(deed.items, "item");
    case "request": {
      const { answer: given, sent } = deed;
      const answer = given === undefined ? "no answer" : sent ? given.status : "shown, not sent";
      const mail = deed.mail === undefined ? "" : `  mail to ${deed.mail.to.join(", ")}`;
      const fault = deed.fault === undefined ? "" : `  (fault ${deed.fault})`;
      return `${deed.request.method} ${pathOf(deed.request.url)}  ${answer}${mail}${fault}`;
    }
  }
}

function shortened(value: string): string {
  const line = JSON.stringify(value);
  return line.length > LONGEST_VALUE ? `${line.slice(0, LONGEST_VALUE)}… (${value.length} characters)` : line;
}

function pathOf(url: string): string {
  return url.replace(/^https?:\/\/[^/]+/, "").split("?", 1)[0] ?? url;
}
