import type { JsonValue } from "../model/json.js";
import { complete } from "../shapes/complete.js";
import type { Shape } from "../shapes/shape.js";
import { fromShape, hasStepsOf } from "../shapes/translate.js";
import { rootKeyOf } from "../targets/read.js";
import { schemaFindings } from "./schema.js";

/** A file's value as our schemas have it. */
export interface Recognized {
  readonly value: JsonValue;
  /** The shape that it came in; undefined for ours. */
  readonly shape: Shape | undefined;
}

/**
 * Finds out in which shape a file is written: the one by which our schemas find the least in it, ours when that is no
 * better than another.
 *
 * @param shapes those that may be meant besides ours
 */
export function recognized(value: JsonValue, shapes: readonly Shape[]): Recognized {
  let best: Recognized = { value, shape: undefined };
  let least = problemsOf(value);
  for (const shape of shapes) {
    if (least === 0) break;
    if (!hasStepsOf(complete(shape), value)) continue;
    // What a shape has more keys of is no problem: they were learned.
    const problems = problemsOf(fromShape(value, shape, "dropped"));
    if (problems >= least) continue;
    best = { value: fromShape(value, shape, "dropped"), shape };
    least = problems;
  }
  return best;
}

function problemsOf(value: JsonValue): number {
  const root = rootKeyOf(value);
  return root === undefined ? Infinity : schemaFindings(value, root, "open").length;
}
