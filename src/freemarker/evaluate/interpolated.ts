import type { Expression } from "../tree.js";
import { asNumeric } from "./coerce.js";
import { numberTextIn } from "./formatting.js";
import type { Run } from "./run.js";
import type { Value } from "./value.js";

/** As many digits behind the point as there are, up to this. */
const DIGITS_UNLESS_TOLD = 50;

/** The pattern of a number that `#{number; m1M2}` means. */
export function patternOfHash(format: string | undefined): string {
  const given = format ?? `M${DIGITS_UNLESS_TOLD}`;
  const least = Number(/m(\d+)/.exec(given)?.[1] ?? 0);
  const most = Number(/M(\d+)/.exec(given)?.[1] ?? least);
  return most === 0 ? "0" : `0.${"0".repeat(least)}${"#".repeat(most - least)}`;
}

/** The text of `#{...}`. */
export function hashText(
  value: Value | undefined,
  pattern: string,
  expression: Expression,
  run: Run,
): string {
  return numberTextIn(asNumeric(value, expression, run), pattern, run, expression);
}
