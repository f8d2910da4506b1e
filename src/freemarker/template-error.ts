import type { Position, Span } from "./positions.js";

/** What kind of syntax error it is; stable, for programs. */
export type TemplateErrorCode =
  | "unexpected"
  | "unclosed"
  | "lexical"
  | "unknown-directive"
  | "malformed-directive"
  | "unknown-built-in"
  | "unknown-special-variable"
  | "unknown-setting"
  | "wrong-arguments"
  | "wrong-literal"
  | "misplaced"
  | "naming-convention"
  | "no-escaping"
  | "nested-too-deeply";

/** A mistake in a template for which FreeMarker refuses it. */
export interface TemplateError {
  readonly code: TemplateErrorCode;
  /** What was found, and what was expected. */
  readonly message: string;
  readonly hint: string | undefined;
  readonly span: Span;
  readonly position: Position;
}

/** Thrown inside the parser to give up the element being read; never leaves it. */
export class ParseFailure extends Error {
  constructor(
    readonly code: TemplateErrorCode,
    message: string,
    /** Offsets in the template. */
    readonly start: number,
    readonly end: number,
    readonly hint?: string,
  ) {
    // A stack trace costs more than reading the element, and nobody sees it.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = stackTraceLimit;
  }
}
