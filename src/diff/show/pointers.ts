import { pointerTo } from "../../check/diagnostic.js";
import { pointerInShape } from "../../shapes/pointer.js";
import type { Path } from "../document.js";
import type { ReadExport } from "../read-export.js";

/** Says where something stands in a file, as RFC 6901 has it. */
export type Pointers = (path: Path) => string;

/** Both files, each of which may be in a shape of its own. */
export interface PointersOfBoth {
  readonly before: Pointers;
  readonly after: Pointers;
}

/** Pointers into a file as it is written: a path leads through the value in our words. */
export function pointersIn({ value, shape }: Pick<ReadExport, "value" | "shape">): Pointers {
  if (shape === undefined) return pointerTo;
  // A step that changed in many ways is asked for with each of them.
  const found = new Map<string, string>();
  return (path) => {
    const ours = pointerTo(path);
    const known = found.get(ours) ?? pointerInShape(value, ours, shape);
    found.set(ours, known);
    return known;
  };
}
