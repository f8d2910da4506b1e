import type { Position, Span } from "../positions.js";

/** Why a template cannot be rendered; stable, for programs. */
export type RenderErrorCode =
  "missing-value" | "wrong-type" | "wrong-arguments" | "invalid-value" | "not-simulated" | "limit" | "stop";

/** What went wrong while rendering a template. */
export interface RenderError {
  readonly code: RenderErrorCode;
  /** What was found, and what was expected. */
  readonly message: string;
  readonly hint: string | undefined;
  readonly position: Position;
}

/** Thrown inside the evaluator; never leaves it. */
export class Failure extends Error {
  /** Where it happened; without it, the place of the element that is being rendered. */
  readonly span: Span | undefined;

  constructor(
    readonly code: RenderErrorCode,
    message: string,
    place: { readonly span: Span } | undefined,
    readonly hint?: string,
  ) {
    super(message);
    this.span = place?.span;
  }

  /** Whether `#attempt` may go on behind it. What only this evaluator refuses is not hidden from anybody. */
  get recoverable(): boolean {
    return this.code !== "limit" && this.code !== "not-simulated";
  }
}

/** Thrown for a missing value where somebody waits for it: making an error with a message would take longer. */
export const MISSING_BUT_EXPECTED = new Failure("missing-value", "A value is missing.", undefined);

export function notSimulated(what: string, place?: { readonly span: Span }): Failure {
  return new Failure(
    "not-simulated",
    `not simulated: ${what}`,
    place,
    "FreeMarker itself may know what to do with it.",
  );
}
