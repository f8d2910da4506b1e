import { plural } from "../../check/format/stylish.js";
import type { StepRun } from "../trace.js";
import { addedTurn, startedLoop, type LoopProgress } from "./loop-progress.js";
import { paintWith, type Paint } from "./paint.js";
import { printable, shortened } from "./printable.js";

/** What a line of the live list is made of. */
export interface LiveOutput {
  readonly write: (text: string) => void;
  readonly color: boolean;
  /** Whether a line can be written over, so that the progress of a loop stays one line. */
  readonly overwrites: boolean;
}

/** A line that is written over must not wrap, and no terminal is narrower. */
const NARROWEST = 79;
const LONGEST_NAME = 40;

/** Goes to the start of the line and clears it. */
const CLEAR_LINE = "\r\u001b[K";

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
      if (run.deed?.kind === "loop") this.startLoop(startedLoop(run.step, run.deed.items));
      else this.output.write(`${this.line(run)}\n`);
      return;
    }
    if (this.loop === undefined) return;
    const isNewTurn = this.loop.turn !== outermost.turn;
    this.loop = addedTurn(this.loop, run, outermost.turn);
    if (isNewTurn) this.showProgress(this.loop);
  }

  /** Call it when the last step has run. */
  end(): void {
    this.endLoop();
  }

  private startLoop(loop: LoopProgress): void {
    this.loop = loop;
    this.showProgress(loop);
  }

  private showProgress({ step, turn, items }: LoopProgress): void {
    if (!this.output.overwrites) return;
    const progress = `  running  ${shortened(printable(step), LONGEST_NAME)}  turn ${turn} of ${items}`;
    this.output.write(`${CLEAR_LINE}${shortened(progress, NARROWEST)}`);
  }

  private endLoop(): void {
    if (this.loop === undefined) return;
    this.output.write(`${this.output.overwrites ? CLEAR_LINE : ""}${this.loopLine(this.loop)}\n`);
    if (this.loop.firstFailure !== undefined) this.output.write(`${failureLines(this.loop.firstFailure)}\n`);
    this.loop = undefined;
  }

  private line(run: StepRun): string {
    const { outcome } = run;
    const step = shortened(printable(run.step), LONGEST_NAME);
    switch (outcome.kind) {
      case "done":
        return `  ${this.paint("green", "done   ")}  ${step}  ${this.paint("dim", deedInWords(run))}${unrenderedLines(run)}`;
      case "skipped":
        return `  ${this.paint("dim", `skipped  ${step}  ${printable(outcome.reason)}`)}`;
      case "failed":
        return `  ${this.paint("red", "failed ")}  ${step}  ${deedInWords(run)}\n${failureLines(run)}${unrenderedLines(run)}`;
    }
  }

  private loopLine({ step, items, done, skipped, failed, requests }: LoopProgress): string {
    const word = failed > 0 ? this.paint("red", "failed ") : this.paint("green", "done   ");
    const steps = `${plural(requests, "request")}; steps: ${done} done, ${skipped} skipped, ${failed} failed`;
    const name = shortened(printable(step), LONGEST_NAME);
    return `  ${word}  ${name}  ${this.paint("dim", `${plural(items, "turn")}, ${steps}`)}`;
  }
}

const INDENT = " ".repeat(11);

function failureLines({ step, outcome, turns }: StepRun): string {
  if (outcome.kind !== "failed") return "";
  const { message, hint, place } = outcome.failure;
  const turn = turns.map((each) => `, turn ${each.turn}`).join("");
  const where = place === undefined ? "" : ` (${place.key}, line ${place.line}, column ${place.column})`;
  const lines = [`${step}${turn}: ${message}${where}`, ...(hint === undefined ? [] : [hint])];
  return lines.map((line) => `${INDENT}${printable(line)}`).join("\n");
}

/** What was not rendered, each on a line of its own. */
function unrenderedLines({ deed }: StepRun): string {
  if (deed?.kind !== "request") return "";
  return deed.unrendered
    .map(({ code, place, variable }) => {
      const where =
        place === undefined
          ? `in the value of the variable ${variable ?? ""}`
          : `${place.key}, line ${place.line}, column ${place.column}`;
      return `\n${INDENT}not rendered: ${printable(code)} (${printable(where)})`;
    })
    .join("");
}

const LONGEST_VALUE = 60;

/** What a step did, in one line. */
function deedInWords({ deed }: StepRun): string {
  switch (deed?.kind) {
    case undefined:
      return "";
    case "assignment":
      return printable(`${deed.variable} = ${valueInWords(deed.value)}`);
    case "loop":
      return plural(deed.items, "item");
    case "request": {
      const { answer: given, sent } = deed;
      const unanswered = sent ? "no answer" : "not sent";
      const answer = given === undefined ? unanswered : sent ? given.status : "shown, not sent";
      const mail = deed.mail === undefined ? "" : `  mail to ${deed.mail.to.join(", ")}`;
      const fault = deed.fault === undefined ? "" : `  (fault ${deed.fault})`;
      return printable(`${deed.request.method} ${pathOf(deed.request.url)}  ${answer}${mail}${fault}`);
    }
  }
}

function valueInWords(value: string): string {
  const line = JSON.stringify(value);
  return line.length > LONGEST_VALUE
    ? `${shortened(line, LONGEST_VALUE)} (${value.length} characters)`
    : line;
}

function pathOf(url: string): string {
  return url.replace(/^https?:\/\/[^/]+/, "").split("?", 1)[0] ?? url;
}
