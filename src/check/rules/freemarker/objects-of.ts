import type { Path, PathStep } from "../../template-paths.js";

/** Objects of an answer that a path goes through and that may be null: all but the body itself. */
export function objectsOf({ name, steps, bound }: Path): readonly PathStep[] {
  if (bound) return [];
  const known = steps.findIndex(({ key }) => key === undefined);
  const keys = known < 0 ? steps : steps.slice(0, known);
  // The last key is a value, or a list when an index follows.
  if (name === "_responses") return steps[1]?.key === "body" ? keys.slice(2, -1) : [];
  return name.startsWith("_") ? [] : keys.slice(0, -1);
}
