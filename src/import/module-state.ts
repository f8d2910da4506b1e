import type { RootKey } from "../model/action.js";
import type { Names } from "./names.js";
import type { Binding, KnownVariable, ModuleNames, Scope } from "./scope.js";

/** How freely a step is said: through the builders, with its texts as they stand, or as it stands as a whole. */
export type Refinement = "builders" | "raw texts" | "raw keys";

/** A constant above the steps for something that several of them say. */
export interface Lifted {
  readonly name: string;
  readonly code: () => string;
  used: boolean;
}

/** TOPdesk's API as the module calls it. */
export interface LiftedApi {
  readonly name: string;
  /** What requests through it have as last header, and how their addresses start. */
  readonly authorization: string;
  readonly base: string;
  readonly code: () => string;
  used: boolean;
}

/** What the code of all steps of a module shares. */
export interface ModuleState {
  readonly root: RootKey;
  readonly identifiers: Names;
  readonly names: ModuleNames;
  readonly api: LiftedApi | undefined;
  /** Values of headers, and starts of addresses, by their source. */
  readonly headers: ReadonlyMap<string, Lifted>;
  readonly bases: ReadonlyMap<string, Lifted>;
  /** Default: through the builders. By the place of the step. */
  readonly refinements: ReadonlyMap<string, Refinement>;
}

/** What can be read where steps are recorded; grows with each step. */
export class StepScope implements Scope {
  readonly answers: Map<string, Binding>;
  readonly items: Map<string, Binding>;
  readonly variables: Map<string, KnownVariable>;

  constructor(around?: Scope) {
    this.answers = new Map(around?.answers);
    this.items = new Map(around?.items);
    this.variables = new Map(around?.variables);
  }
}

/** The start of an address up to its first slash after the host; undefined when it has none. */
export function baseOf(url: string): string | undefined {
  return /^(?:\$\{[^{}]*\?no_esc\}|https?:\/\/(?:[^/?#${}\s]|\$\{[^{}]*\})+)(?=\/)/.exec(url)?.[0];
}
