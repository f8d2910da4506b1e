import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Options } from "yargs";
import { CODES } from "../check/codes.js";
import type { Diagnostic } from "../check/diagnostic.js";
import { located } from "../check/locate.js";
import { parseFile } from "../check/parse.js";
import { readShape, SHAPE_FILE } from "../shapes/shape-file.js";
import type { Shape } from "../shapes/shape.js";
import { readBytes } from "./project.js";
import { CommandError, type Terminal } from "./terminal.js";

/** The shape in a customer's folder as far as it can be used, and what is wrong with its file. */
export interface OwnShape {
  readonly shape: Shape | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a shape file.
 *
 * @param name the file's name for messages
 * @returns undefined when there is none
 */
export async function loadShape(path: string, name: string): Promise<OwnShape | undefined> {
  const bytes = await readBytes(path);
  if (bytes === "The file does not exist.") return undefined;
  if (typeof bytes === "string") return wrong({ message: bytes, file: name });
  const parsed = parseFile(bytes, name);
  if (parsed.kind === "unusable") return wrong({ ...parsed.diagnostic });
  const reading = readShape(parsed.value);
  if (reading.kind === "shape") return { shape: reading.shape, diagnostics: [] };
  const { pointer, message } = reading;
  const found = wrong({ message, file: name, pointer });
  return { ...found, diagnostics: located(found.diagnostics, parsed.text) };
}

function wrong(found: Pick<Diagnostic, "message" | "file" | "pointer">): OwnShape {
  const { severity } = CODES.TA513;
  const hint = "Learn it again: topdesk-actions learn EXPORT.json --customer ID.";
  return { shape: undefined, diagnostics: [{ hint, ...found, code: "TA513", severity }] };
}

/** The options of commands that read files of any shape, for yargs. */
export const shapeOptions = {
  customer: {
    type: "string",
    requiresArg: true,
    describe: "Read the file in the shape of this customer's TOPdesk (default: the one that fits)",
  },
  customers: {
    type: "string",
    requiresArg: true,
    describe: "Folder with the customers, for their shapes (default: customers)",
  },
} as const satisfies Readonly<Record<string, Options>>;

/** What yargs gives for {@link shapeOptions}. */
export interface ShapeChoice {
  readonly customer?: string | undefined;
  readonly customers?: string | undefined;
}

/** The shapes that a user's files may have. */
export async function chosenShapes(
  { customer, customers = "customers" }: ShapeChoice,
  { cwd }: Terminal,
): Promise<readonly Shape[]> {
  return knownShapes(resolve(cwd, customers), customer);
}

/**
 * The shapes by which a file may be read: that of a customer, or, without one, those of all customers in the folder.
 *
 * @throws CommandError when the customer's shape cannot be used
 */
export async function knownShapes(folder: string, customer: string | undefined): Promise<readonly Shape[]> {
  const names = customer === undefined ? await foldersIn(folder) : [customer];
  const files = [...names.map((name) => `${name}/${SHAPE_FILE}`), SHAPE_FILE];
  const found = await Promise.all(files.map((name) => loadShape(join(folder, name), name)));
  const usable = found.flatMap((own) => own?.shape ?? []);
  if (customer === undefined) return usable;
  // The customer's own one, or that of all customers.
  const [own] = found.filter((one) => one !== undefined);
  if (own?.shape !== undefined) return [own.shape];
  throw new CommandError(
    own?.diagnostics[0]?.message ??
      `There is no shape of ${customer}: ${join(folder, customer, SHAPE_FILE)} does not exist.`,
    "Learn it: topdesk-actions learn EXPORT.json --customer ID.",
  );
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
