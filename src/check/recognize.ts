import { isJsonObject, type JsonValue } from "../model/json.js";
import { complete } from "../shapes/complete.js";
import type { Shape } from "../shapes/shape.js";
import { fromShape, hasStepsOf } from "../shapes/translate.js";
import { rootKeyOf } from "../targets/read.js";
import { own } from "../targets/restore.js";
import { FORMAT_VERSION } from "../targets/target.js";
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
  if (root === undefined) return Infinity;
  // A TOPdesk may differ in nothing but the number of its format, which the schema leaves open.
  const isOtherVersion = isJsonObject(value) && own(value, "formatVersion") !== FORMAT_VERSION;
  return schemaFindings(value, root, "open").length + (isOtherVersion ? 0.5 : 0);
}
