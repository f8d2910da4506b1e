import { ParseFailure } from "./template-error.js";
import type { LoopVariables } from "./tree.js";

type NamingConvention = "snake_case" | "camelCase";

/** A list around the place, or a call that hides a loop variable. */
export interface LoopContext {
  readonly kind: "list" | "foreach" | "call";
  /** The loop variables that are in reach; of a list with `items` only inside of these. */
  variables: LoopVariables | undefined;
  /** Whether the list has an `items`. */
  hasItems: boolean;
}

/** What parsing has to remember across the elements of one template. */
export class Scope {
  /** Names of loop variables that are in reach, innermost last. */
  loopVariables: string[] = [];
  /** The lists around the place, innermost last. */
  loops: LoopContext[] = [];
  /** How many loops and switches around the place a `break` may leave. */
  breakable = 0;
  /** How many loops around the place a `continue` may go on with. */
  continuable = 0;
  /** How many loops around the place could not be read, so that any name may be a variable of theirs. */
  unknownLoops = 0;
  /** How many `escape` around the place are in force. */
  escapeDirectives = 0;
  /** The macro or function around the place. */
  definition: "macro" | "function" | undefined;
  private convention: NamingConvention | undefined;

  constructor(
    /** Whether the output format escapes what is printed. */
    public escapes: boolean,
    /** Whether escaping is switched on where it is possible. */
    public autoEscapes: boolean,
  ) {}

  /** Makes loop variables known, inside of which `break` and `continue` have a meaning. */
  enterLoop({ item, value }: LoopVariables): void {
    this.loopVariables.push(item);
    if (value !== undefined) this.loopVariables.push(value);
    this.breakable += 1;
    this.continuable += 1;
  }

  /** Does the same for a loop of which the variables are not known. */
  enterUnknownLoop(): void {
    this.unknownLoops += 1;
    this.breakable += 1;
    this.continuable += 1;
  }

  leaveUnknownLoop(): void {
    this.unknownLoops -= 1;
    this.breakable -= 1;
    this.continuable -= 1;
  }

  /** Forgets the loop variables that were made known since there were so many. */
  leaveLoop(variablesAround: number): void {
    this.loopVariables.length = variablesAround;
    this.breakable -= 1;
    this.continuable -= 1;
  }

  /**
   * Checks that the template's own words keep to one naming convention.
   *
   * @param decidesSnake for words that are the same in both but for a capital: lower case decides for snake_case
   */
  checkNaming(word: string, start: number, decidesSnake = false): void {
    const found = conventionOf(word) ?? (decidesSnake ? "snake_case" : undefined);
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

const DECIDING = /[A-Z_]/g;

/** The first sign that decides counts. */
function conventionOf(word: string): NamingConvention | undefined {
  DECIDING.lastIndex = 0;
  if (!DECIDING.test(word)) return undefined;
  return word[DECIDING.lastIndex - 1] === "_" ? "snake_case" : "camelCase";
}
