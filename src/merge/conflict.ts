import type { JsonValue } from "../model/json.js";
import type { Path } from "../diff/document.js";

/** The two sides of a merge: the copy that was changed by hand, and the new release. */
export type Side = "ours" | "theirs";

/** The part of a file that a conflict is in. */
export type ConflictOwner =
  | { readonly in: "file" | "action" | "configuration" }
  | { readonly in: "variable"; readonly name: string }
  | { readonly in: "step"; readonly name: string }
  | { readonly in: "header"; readonly step: string; readonly name: string };

/** Something that both sides changed, each in its own way. A value that is undefined is not there on that side. */
export interface Conflict {
  /**
   * `value`: a key has two new values. `removed`: one side removed what the other changed. `place`: a step went to two
   * places. `order`: steps stand in two orders. `name`: two steps or variables would have one name.
   */
  readonly kind: "value" | "removed" | "place" | "order" | "name";
  readonly owner: ConflictOwner;
  /** From the owner to the value; empty when the conflict is about the owner itself. */
  readonly key: Path;
  readonly base: JsonValue | undefined;
  readonly ours: JsonValue | undefined;
  readonly theirs: JsonValue | undefined;
}

/** Collects conflicts, and goes on with one of the sides, so that all of them are found. */
export class Conflicts {
  private readonly found: Conflict[] = [];

  /** @param prefer the side that wins; a result without it must not be used when there are conflicts */
  constructor(readonly prefer: Side = "ours") {}

  /** Notes a conflict, and gives what the preferred side has. */
  settle<T>(conflict: Conflict, ours: T, theirs: T): T {
    this.found.push(conflict);
    return this.prefer === "ours" ? ours : theirs;
  }

  get all(): readonly Conflict[] {
    return this.found;
  }
}
