import { readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { writeAtomically } from "../../dist/files.js";
import { nearest } from "../../model/nearest.js";
import { SHAPE_FILE, shapeFileText } from "../../shapes/shape-file.js";
import type { Shape } from "../../shapes/shape.js";
import { loadShape } from "../load-shapes.js";
import { schemaPath } from "../package-place.js";
import { CommandError, type Terminal } from "../terminal.js";

/** Where a shape is kept. */
export interface ShapePlace {
  readonly path: string;
  /** As messages name it. */
  readonly shown: string;
  /** The folder of the project, for the path of the schema. */
  readonly project: string;
  /** Whose files are built in it, in words. */
  readonly whose: string;
}

/**
 * The place of a customer's shape.
 *
 * @throws CommandError when there is no such customer
 */
export function customerPlace(
  customer: string,
  customers = "customers",
  { cwd }: Pick<Terminal, "cwd">,
): ShapePlace {
  const folder = resolve(cwd, customers);
  const ids = namesIn(folder)
    .filter((name) => name.endsWith(".json") && name !== SHAPE_FILE)
    .map((name) => name.slice(0, -".json".length));
  if (!ids.includes(customer)) {
    const near = nearest(customer, ids);
    throw new CommandError(
      `There is no customer "${customer}" in ${customers}.`,
      near === undefined
        ? "Make it first: topdesk-actions init customer."
        : `Did you mean "${near}"? A new one is made with topdesk-actions init customer.`,
    );
  }
  return {
    path: join(folder, customer, SHAPE_FILE),
    shown: `${customers}/${customer}/${SHAPE_FILE}`,
    project: cwd,
    whose: `the actions of ${customer}`,
  };
}

/** The place of the shape of all customers that have none of their own. */
export function allPlace(customers = "customers", { cwd }: Pick<Terminal, "cwd">): ShapePlace {
  return {
    path: join(resolve(cwd, customers), SHAPE_FILE),
    shown: `${customers}/${SHAPE_FILE}`,
    project: cwd,
    whose: "the actions of all customers without a shape of their own",
  };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    throw new CommandError(
      `The folder of customers ${folder} cannot be read.`,
      "Make a customer first: topdesk-actions init customer. Or name another folder with --customers.",
    );
  }
}

/**
 * The shape that is kept at a place; undefined when there is none.
 *
 * @throws CommandError when what is there is no shape
 */
export async function shapeKeptAt({ path, shown }: ShapePlace): Promise<Shape | undefined> {
  const own = await loadShape(path, shown);
  if (own === undefined || own.shape !== undefined) return own?.shape;
  const [problem] = own.diagnostics;
  throw new CommandError(
    `${shown} cannot be used. ${problem?.message ?? ""}`,
    "Correct it, or learn all of it again with --new.",
  );
}

/** Writes a shape. @throws CommandError when the file cannot be written */
export function keepShape({ path, project, shown }: ShapePlace, shape: Shape): void {
  try {
    writeAtomically(path, shapeFileText(shape, schemaPath("shape", project, dirname(path))));
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    throw new CommandError(
      `${shown} cannot be written (${String(error.code)}).`,
      "Check the folder and its rights.",
    );
  }
}
