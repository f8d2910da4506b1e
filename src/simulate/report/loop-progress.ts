import type { StepRun } from "../trace.js";

/** How far a loop has come. */
export interface LoopProgress {
  readonly step: string;
  readonly turn: number;
  readonly items: number;
  readonly done: number;
  readonly skipped: number;
  readonly failed: number;
  readonly requests: number;
  readonly firstFailure: StepRun | undefined;
}

/** A loop before its first turn. */
export function startedLoop(step: string, items: number): LoopProgress {
  return { step, turn: 0, items, done: 0, skipped: 0, failed: 0, requests: 0, firstFailure: undefined };
}

/** A loop with one more run of a step in it. */
export function addedTurn(loop: LoopProgress, run: StepRun, turn: number): LoopProgress {
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
