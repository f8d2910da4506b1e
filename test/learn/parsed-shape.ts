import { parseJson } from "../../src/model/json.js";
import { readShape, shapeFileText } from "../../src/shapes/shape-file.js";
import type { Shape } from "../../src/shapes/shape.js";

/** A shape as it comes back from its file, which the schema checks. */
export function parsedShape(shape: Shape): Shape {
  const reading = readShape(parseJson(shapeFileText(shape)));
  if (reading.kind === "wrong") throw new Error(`${reading.pointer}: ${reading.message}`);
  return reading.shape;
}
