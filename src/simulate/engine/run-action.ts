import type { ModelValue } from "../../freemarker/evaluate/render.js";
import type { Action } from "../../model/action.js";
import type { LoopStep, Step } from "../../model/step.js";
import type { Outcome, StepRun, Trace, Turn } from "../trace.js";
import { decide } from "./condition.js";
import { Memory } from "./memory.js";
import { performStep } from "./perform-step.js";
import type { Surroundings } from "./surroundings.js";

/**
 * Runs the steps of an action as TOPdesk would; `semantics.ts` says what that is taken to be.
 *
 * @returns everything that happened, with what must not be seen masked
 */
export async function runAction(action: Action, surroundings: Surroundings): Promise<Trace> {
  const started = performance.now();
  const run = new ActionRun(surroundings);
  await run.steps(action.steps, []);
  const delays = run.log.map(({ deed }) => (deed?.kind === "request" ? (deed.delay ?? 0) : 0));
  const milliseconds = delays.reduce((sum, delay) => sum + delay, performance.now() - started);
  return { action: action.name, steps: run.log, milliseconds };
}

class ActionRun {
  readonly log: StepRun[] = [];
  private readonly memory: Memory;
  private previousSucceeded = true;

  constructor(private readonly surroundings: Surroundings) {
    this.memory = new Memory(surroundings);
  }

  async steps(steps: readonly Step[], turns: readonly Turn[]): Promise<void> {
    for (const step of steps) {
      if (this.log.length > this.surroundings.mostSteps) return;
      if (this.log.length === this.surroundings.mostSteps) this.giveUp(step, turns);
      else await this.step(step, turns);
    }
  }

  private async step(step: Step, turns: readonly Turn[]): Promise<void> {
    const decision = decide(step, this.previousSucceeded, this.memory);
    const condition = decision.printed === undefined ? {} : { condition: decision.printed };
    if (decision.outcome !== undefined) {
      this.remember(decision.outcome);
      this.record({ step: step.name, turns, ...condition, outcome: decision.outcome });
      return;
    }
    const { outcome, deed, items } = await performStep(step, this.memory, this.surroundings);
    this.record({ step: step.name, turns, ...condition, outcome, ...(deed === undefined ? {} : { deed }) });
    this.remember(outcome);
    if (outcome.kind !== "done" || step.subSteps === undefined) return;
    if (step.kind === "loop") await this.turns(step, items ?? [], turns);
    else await this.steps(step.subSteps, turns);
    this.remember(outcome);
  }

  private async turns(step: LoopStep, items: readonly ModelValue[], around: readonly Turn[]): Promise<void> {
    for (const [index, item] of items.entries()) {
      if (this.log.length > this.surroundings.mostSteps) return;
      this.memory.enterTurn(step.itemKey, item);
      await this.steps(step.subSteps, [...around, { loop: step.name, turn: index + 1, of: items.length }]);
      this.memory.leaveTurn();
    }
  }

  /** Keeps what the next step's condition asks for. */
  private remember({ kind }: Outcome): void {
    const { skippedCountsAs } = this.surroundings.semantics;
    if (kind !== "skipped") this.previousSucceeded = kind === "done";
    else if (skippedCountsAs !== "nothing") this.previousSucceeded = skippedCountsAs === "success";
  }

  private giveUp(step: Step, turns: readonly Turn[]): void {
    const message = `${this.surroundings.mostSteps} steps have run: the rehearsal ends here.`;
    this.record({ step: step.name, turns, outcome: { kind: "failed", failure: { kind: "limit", message } } });
  }

  private record(run: StepRun): void {
    this.log.push(run);
    this.surroundings.observe?.(run);
  }
}
