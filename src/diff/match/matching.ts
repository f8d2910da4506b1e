import type { Document, StepEntry } from "../document.js";

/** Which step of one file is which step of the other. */
export class Matching {
  private readonly afterOf: (number | undefined)[];
  private readonly beforeOf: (number | undefined)[];

  constructor(
    readonly before: Document,
    readonly after: Document,
  ) {
    this.afterOf = new Array<number | undefined>(before.steps.length).fill(undefined);
    this.beforeOf = new Array<number | undefined>(after.steps.length).fill(undefined);
  }

  pair(before: number, after: number): void {
    this.afterOf[before] = after;
    this.beforeOf[after] = before;
  }

  /** The step of the second file that a step of the first became. */
  toAfter(before: number): number | undefined {
    return this.afterOf[before];
  }

  /** The step of the first file that a step of the second was. */
  toBefore(after: number): number | undefined {
    return this.beforeOf[after];
  }

  /** Steps of the first file that have no partner yet. */
  freeBefore(): readonly number[] {
    return freeIn(this.afterOf);
  }

  /** Steps of the second file that have no partner yet. */
  freeAfter(): readonly number[] {
    return freeIn(this.beforeOf);
  }

  /** Whether two steps stand in the same container: partners, or the action itself. */
  sameContainer(before: StepEntry, after: StepEntry): boolean {
    return before.parent === undefined
      ? after.parent === undefined
      : after.parent !== undefined && this.afterOf[before.parent] === after.parent;
  }
}

function freeIn(partners: readonly (number | undefined)[]): readonly number[] {
  return partners.flatMap((partner, index) => (partner === undefined ? [index] : []));
}
