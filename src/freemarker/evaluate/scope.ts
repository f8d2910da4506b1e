import type { Value } from "./value.js";

/** Variables of a loop, of a lambda or of the content that a macro calls back. */
export interface Scope {
  readonly outer: Scope | undefined;
  /** Undefined while a listing has no variables: outside of its `#items`. */
  first: string | undefined;
  second: string | undefined;
  firstValue: Value | undefined;
  secondValue: Value | undefined;
  /** Only for loops and listings. */
  readonly loop: LoopState | undefined;
}

export interface LoopState {
  index: number;
  hasNext: boolean;
  /** What `#items` goes through, once; undefined in a loop with variables of its own. */
  listing: Listing | undefined;
}

export interface Listing {
  readonly source: LoopSource;
  entered: boolean;
}

/** What a loop goes through. */
export type LoopSource =
  | { readonly kind: "indexed"; readonly size: number; readonly at: (index: number) => Value | undefined }
  | {
      readonly kind: "pairs";
      readonly keys: readonly string[];
      readonly get: (key: string) => Value | undefined;
    }
  | {
      readonly kind: "iterated";
      readonly iterator: Iterator<Value | undefined>;
      next: IteratorResult<Value | undefined>;
    };

/** A scope of a single variable. */
export function scopeOf(outer: Scope | undefined, name: string, value: Value | undefined): Scope {
  return {
    outer,
    first: name,
    second: undefined,
    firstValue: value,
    secondValue: undefined,
    loop: undefined,
  };
}

/** A variable that a loop, a lambda or content around this place has; a missing value is looked for further out. */
export function findInScope(scope: Scope | undefined, name: string): Value | undefined {
  for (let around = scope; around !== undefined; around = around.outer) {
    const value =
      name === around.first ? around.firstValue : name === around.second ? around.secondValue : undefined;
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The state of the nearest loop that has this variable. */
export function findLoop(scope: Scope | undefined, name: string): LoopState | undefined {
  for (let around = scope; around !== undefined; around = around.outer) {
    if (around.loop !== undefined && (name === around.first || name === around.second)) return around.loop;
  }
  return undefined;
}

/** The state of the nearest loop whose first variable has this name: `x_index` counts for the item only. */
export function findLoopOfItem(scope: Scope | undefined, name: string): LoopState | undefined {
  for (let around = scope; around !== undefined; around = around.outer) {
    if (around.loop !== undefined && name === around.first) return around.loop;
  }
  return undefined;
}

/** The nearest loop or listing, whatever its variables. */
export function nearestLoop(scope: Scope | undefined): Scope | undefined {
  let around = scope;
  while (around !== undefined && around.loop === undefined) around = around.outer;
  return around;
}
