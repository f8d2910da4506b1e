import type { Expression, Macro } from "../tree.js";
import type { Evaluate, Execute } from "./compiled.js";
import type { Scope } from "./scope.js";
import type { Value } from "./value.js";

/** A macro or function, ready to be called. */
export interface Routine {
  readonly definition: Macro;
  readonly parameters: readonly RoutineParameter[];
  readonly names: ReadonlySet<string>;
  readonly body: Execute;
  /** How deep the parts of the body are nested. */
  readonly depth: number;
  /** Whether `.args` stands in it. */
  readonly usesArguments: boolean;
}

export interface RoutineParameter {
  readonly name: string;
  readonly expression: Expression | undefined;
  readonly fallback: Evaluate | undefined;
}

/** One call of a macro or function. */
export interface Invocation {
  readonly routine: Routine;
  readonly locals: Map<string, Value>;
  /** What `.args` gives. */
  arguments: Value | undefined;
  readonly content: Content | undefined;
  readonly outer: Invocation | undefined;
}

/** The content of a macro call, with everything that surrounds it there. */
export interface Content {
  readonly body: Execute;
  readonly depth: number;
  readonly variables: readonly string[];
  readonly scope: Scope | undefined;
  readonly invocation: Invocation | undefined;
}
