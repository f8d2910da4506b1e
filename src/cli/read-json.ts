import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { parseFile } from "../check/parse.js";
import { layoutOf, type Layout } from "../import/layout.js";
import type { JsonValue } from "../model/json.js";
import { readBytes } from "./project.js";
import { CommandError, type Terminal } from "./terminal.js";

/** The largest file that is read, in bytes: some hundred times the largest export that was seen. */
const LARGEST = 20 * 1024 * 1024;

/** The bytes of a file, and what was read from them. */
export interface JsonFile {
  readonly bytes: Uint8Array;
  readonly parsed: ReturnType<typeof parseFile>;
}

/**
 * Reads a JSON file.
 *
 * @throws CommandError when it cannot be read, or is too large to be an action
 */
export async function readJson(name: string, { cwd }: Pick<Terminal, "cwd">): Promise<JsonFile> {
  const path = resolve(cwd, name);
  const { size } = await stat(path).catch(() => ({ size: 0 }));
  if (size > LARGEST) {
    const megabytes = (size / 1024 / 1024).toFixed(0);
    throw new CommandError(
      `${name} is ${megabytes} MB; at most ${LARGEST / 1024 / 1024} MB are read.`,
      "No action is that large: check where the file came from.",
    );
  }
  const bytes = await readBytes(path);
  if (typeof bytes === "string") throw new CommandError(`${name}: ${bytes}`, "Check the name of the file.");
  return { bytes, parsed: parseFile(bytes, name) };
}

/**
 * The layout of a file's text.
 *
 * @throws CommandError when its JSON says something that a value cannot hold
 */
export function keptLayout(
  name: string,
  text: string,
  value: JsonValue,
): Exclude<Layout, { readonly kind: "lost" }> {
  const layout = layoutOf(text, value);
  if (layout.kind !== "lost") return layout;
  const { line, column } = layout;
  throw new CommandError(
    `${name}:${line}:${column}: The JSON says something here that cannot be kept: the same key twice in one object, a key that is a number, or a number with more digits than a computer's numbers have.`,
    "Correct it by hand, or export the action from TOPdesk again.",
  );
}
