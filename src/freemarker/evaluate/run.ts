import type { Span } from "../positions.js";
import { Failure } from "./failure.js";
import { wrapped, type ModelValue } from "./model.js";
import type { OutputFormat } from "./output-format.js";
import type { Invocation } from "./routine.js";
import { findInScope, type Scope } from "./scope.js";
import type { Limits, Settings } from "./settings.js";
import type { Value } from "./value.js";

/**
 * How deep a template itself may be nested. JavaScript's own stack holds more than one and a half times as many, measured
 * with the parts that take most of it.
 */
export const MOST_NESTED_PARTS = 700;

/**
 * How much of the stack macros and functions that call each other may take, counted in expressions: it holds more than
 * one and a half times as many, measured in new processes, where code takes most.
 */
const MOST_STACKED = 6000;
/** What a call takes itself. */
const WEIGHT_OF_CALL = 4;

/** Everything of a run that goes up and down with the parts of the template. */
export interface Checkpoint {
  readonly output: string;
  readonly scope: Scope | undefined;
  readonly invocation: Invocation | undefined;
  readonly place: { readonly span: Span };
  readonly quiet: boolean;
  readonly calls: number;
  readonly nestedParts: number;
}

/** The state of one rendering. */
export class Run {
  output = "";
  scope: Scope | undefined;
  invocation: Invocation | undefined;
  /** The element being rendered: where mistakes are that have no place of their own. */
  place: { readonly span: Span };
  /** Whether a missing value is no mistake, because somebody waits for it. */
  quiet = false;
  /** What a function returns. */
  returned: Value | undefined;
  /** The message of the mistake that `#recover` deals with. */
  recovered: string | undefined;
  readonly variables = new Map<string, Value>();
  readonly globals = new Map<string, Value>();
  private steps = 0;
  private calls = 0;
  private nestedParts = 0;

  constructor(
    /** The source of the template, for messages. */
    readonly source: string,
    readonly model: Readonly<Record<string, ModelValue>>,
    readonly format: OutputFormat,
    public settings: Settings,
    readonly limits: Limits,
    readonly now: Date,
    start: { readonly span: Span },
  ) {
    this.place = start;
  }

  /** The variable that a name means here. */
  lookUp(name: string): Value | undefined {
    if (this.scope !== undefined) {
      const value = findInScope(this.scope, name);
      if (value !== undefined) return value;
    }
    return this.invocation?.locals.get(name) ?? this.variables.get(name) ?? this.lookUpGlobally(name);
  }

  lookUpGlobally(name: string): Value | undefined {
    return this.globals.get(name) ?? this.lookUpInModel(name);
  }

  lookUpInModel(name: string): Value | undefined {
    return Object.hasOwn(this.model, name) ? wrapped(this.model[name]) : undefined;
  }

  print(text: string): void {
    this.output += text;
    if (this.output.length > this.limits.output) throw this.tooLong();
  }

  step(): void {
    this.steps += 1;
    if (this.steps > this.limits.steps) throw this.tooManySteps();
  }

  /** Counts work that is done at once, such as copying a list. */
  stepMany(count: number): void {
    this.steps += count;
    if (this.steps > this.limits.steps) throw this.tooManySteps();
  }

  /** Lets a text through that is no longer than the output may be. */
  bounded(text: string): string {
    if (text.length > this.limits.output) throw this.tooLong();
    return text;
  }

  /** Goes into something that may call itself; `parts` is how deep its own parts are nested. */
  enter(parts: number): void {
    this.step();
    this.calls += 1;
    this.nestedParts += parts + WEIGHT_OF_CALL;
    if (this.calls <= this.limits.nesting && this.nestedParts <= MOST_STACKED) return;
    const message = `Macros and functions call each other more than ${this.calls - 1} levels deep.`;
    throw new Failure("limit", message, undefined, "Let the recursion end earlier.");
  }

  leave(parts: number): void {
    this.calls -= 1;
    this.nestedParts -= parts + WEIGHT_OF_CALL;
  }

  /** What must be put back when a mistake is caught. */
  checkpoint(): Checkpoint {
    const { output, scope, invocation, place, quiet, calls, nestedParts } = this;
    return { output, scope, invocation, place, quiet, calls, nestedParts };
  }

  restore(checkpoint: Checkpoint): void {
    this.output = checkpoint.output;
    this.scope = checkpoint.scope;
    this.invocation = checkpoint.invocation;
    this.place = checkpoint.place;
    this.quiet = checkpoint.quiet;
    this.calls = checkpoint.calls;
    this.nestedParts = checkpoint.nestedParts;
  }

  tooLong(): Failure {
    return new Failure("limit", `A text gets longer than ${this.limits.output} characters.`, undefined);
  }

  private tooManySteps(): Failure {
    const message = `Rendering takes more than ${this.limits.steps} steps.`;
    return new Failure("limit", message, undefined, "Is there a loop that does not end?");
  }
}
