import type { Run } from "./run.js";
import type { Value } from "./value.js";

/** An expression, ready to be evaluated. */
export type Evaluate = (run: Run) => Value | undefined;

/** What comes after an element. */
export const NEXT = 0;
export const BREAK = 1;
export const CONTINUE = 2;
export const RETURN = 3;
export type Signal = typeof NEXT | typeof BREAK | typeof CONTINUE | typeof RETURN;

/** An element, ready to be rendered. */
export type Execute = (run: Run) => Signal;
