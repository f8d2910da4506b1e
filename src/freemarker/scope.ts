import { ParseFailure } from "./template-error.js";

type NamingConvention = "snake_case" | "camelCase";

/** What parsing has to remember across the elements of one template. */
export class Scope {
  /** Names of loop variables that are in reach, innermost last. */
  loopVariables: string[] = [];
  /** How many loops and switches around the place a `break` may leave. */
  breakable = 0;
  /** How many loops around the place a `continue` may go on with. */
  continuable = 0;
  /** For each list around the place that has no variable yet: whether its `items` was met. */
  lists: { hasVariables: boolean; itemsSeen: boolean }[] = [];
  /** The macro or function around the place. */
  definition: "macro" | "function" | undefined;
  private convention: NamingConvention | undefined;

  constructor(
    /** Whether the output format escapes what is printed. */
    public escapes: boolean,
    /** Whether escaping is switched on where it is possible. */
    public autoEscapes: boolean,
  ) {}

  /**
   * Checks that the template's own words keep to one naming convention.
   *
   * @param decidesSnake for words that are the same in both but for a capital: lower case decides for snake_case
   */
  checkNaming(word: string, start: number, decidesSnake = false): void {
    const found: NamingConvention | undefined = /[A-Z]/.test(word)
      ? "camelCase"
      : word.includes("_") || decidesSnake
        ? "snake_case"
        : undefined;
    if (found === undefined) return;
    this.convention ??= found;
    if (found !== this.convention) {
      throw new ParseFailure(
        "naming-convention",
        `"${word}" is in ${found}, but this template has used ${this.convention} before.`,
        start,
        start + word.length,
        "Use one of the two everywhere; snake_case is the usual one.",
      );
    }
  }
}
