import { inSquareBrackets } from "./advice.js";
import type { LineMap } from "./positions.js";
import type { ParseFailure, TemplateError } from "./template-error.js";

/** The mistakes of a template, as they are met. */
export class Mistakes {
  readonly errors: TemplateError[] = [];

  constructor(
    private readonly source: string,
    private readonly lines: LineMap,
    private readonly isSquare: boolean,
  ) {}

  /** Adds a mistake, or puts it before those that were met later. */
  add({ code, message, hint, start, end }: ParseFailure, index = this.errors.length): void {
    // FreeMarker places what is missing at the end on the last character.
    const from = Math.max(0, Math.min(start, this.source.length - 1));
    const span = this.lines.span(from, Math.max(from, Math.min(end, this.source.length)));
    this.errors.splice(index, 0, {
      code,
      message: this.inOwnBrackets(message),
      hint: hint === undefined ? undefined : this.inOwnBrackets(hint),
      span,
      position: span.start,
    });
  }

  /** FreeMarker's own error first, which can be behind one that it would find later; then the others by their place. */
  inOrder(): readonly TemplateError[] {
    const [first, ...others] = this.errors;
    if (first === undefined) return [];
    return [first, ...others.sort((left, right) => left.span.start.offset - right.span.start.offset)];
  }

  private inOwnBrackets(text: string): string {
    return this.isSquare ? inSquareBrackets(text) : text;
  }
}
