import type { JsonObject } from "../../model/json.js";
import type { HttpStep } from "../../model/step.js";
import type { HttpAnswer, HttpRequest } from "../http.js";
import type { Semantics } from "../semantics.js";
import type { StepRun } from "../trace.js";

/** What became of a request. */
export type Exchanged =
  | {
      readonly kind: "answered";
      readonly answer: HttpAnswer;
      /** False when the request was only shown, and the answer is made up. */
      readonly sent: boolean;
      /** The fault that was put in on purpose, if any. */
      readonly fault?: string;
      /** Time that the answer would have taken beyond the time it took, for a fault that slows it down. */
      readonly delay?: number;
    }
  | {
      readonly kind: "unanswered";
      readonly reason: "timeout" | "no answer" | "not simulated";
      readonly message: string;
      readonly hint?: string;
      readonly fault?: string;
    };

/** Sends the request of a step. Never rejects. */
export type Exchange = (request: HttpRequest, step: HttpStep) => Promise<Exchanged>;

/** What is around an action while it is rehearsed. */
export interface Surroundings {
  readonly exchange: Exchange;
  /** The address of TOPdesk, without a slash at the end. */
  readonly topdeskUrl: string;
  /** What the admin filled in, by name. */
  readonly variables: ReadonlyMap<string, string>;
  /** The fields of the card, for an action that belongs to one. */
  readonly card: JsonObject;
  /** What started the action, for a webhook. */
  readonly request: JsonObject | undefined;
  readonly currentOperator: JsonObject | undefined;
  /** For `_random` and `_randomUUID`: the same seed gives the same numbers. */
  readonly seed: number;
  readonly now: Date;
  readonly semantics: Semantics;
  /** The most steps that may run, turns of loops counted one by one. */
  readonly mostSteps: number;
  /** What must not be seen in the trace, such as passwords. */
  readonly secrets: readonly string[];
  /** Told of each run of a step, also inside loops. */
  readonly observe?: (run: StepRun) => void;
}

/** Far more than any action should run, and few enough that the trace fits into memory. */
export const MOST_STEPS = 200_000;
