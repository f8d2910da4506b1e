import type { HttpAnswer, HttpRequest } from "./http.js";
import type { Mail } from "./mail.js";

/** Which turn of which loop a step ran in. */
export interface Turn {
  readonly loop: string;
  /** Counted from 1. */
  readonly turn: number;
  readonly of: number;
}

/** Where in a step's texts something went wrong. */
export interface TextPlace {
  /** The step's key that holds the text, such as `url`. */
  readonly key: string;
  readonly line: number;
  readonly column: number;
}

/** Why a step failed. */
export interface Failure {
  readonly kind:
    | "status"
    | "timeout"
    | "no answer"
    /** What the texts make cannot be sent as a request. */
    | "request"
    | "template"
    /** The rehearsal cannot do what the text or the step asks for. */
    | "not simulated"
    | "limit";
  readonly message: string;
  readonly hint?: string;
  readonly place?: TextPlace;
}

/** Template code that was not rendered: it stays in what is sent. */
export interface Unrendered {
  readonly code: string;
  /** Where it stands in a text that FreeMarker takes for plain text there. */
  readonly place?: TextPlace;
  /** The variable in whose value it stands. */
  readonly variable?: string;
}

export type Outcome =
  | { readonly kind: "done" }
  | { readonly kind: "skipped"; readonly reason: string }
  | { readonly kind: "failed"; readonly failure: Failure };

/** What a step did. */
export type Deed =
  | {
      readonly kind: "request";
      readonly request: HttpRequest;
      /** Missing when none came. */
      readonly answer?: HttpAnswer;
      /** False when the request was only shown. */
      readonly sent: boolean;
      /** Whether a fault was put in on purpose. */
      readonly fault?: string;
      /** What it took, with the delay. */
      readonly milliseconds: number;
      /** What a fault that slows the answer down adds. */
      readonly delay?: number;
      readonly mail?: Mail;
      readonly unrendered: readonly Unrendered[];
    }
  | { readonly kind: "assignment"; readonly variable: string; readonly value: string }
  | { readonly kind: "loop"; readonly items: number };

/** One run of one step. */
export interface StepRun {
  readonly step: string;
  /** Around a step in loops, outermost first. */
  readonly turns: readonly Turn[];
  /** What its condition printed. */
  readonly condition?: string;
  readonly outcome: Outcome;
  readonly deed?: Deed;
}

/** All that happened in a rehearsal, in the order in which it happened. Secrets are masked. */
export interface Trace {
  readonly action: string;
  readonly steps: readonly StepRun[];
  /** What it took, with what faults that slow answers down would have added. */
  readonly milliseconds: number;
}
