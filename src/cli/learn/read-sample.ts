import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { parseFile } from "../../check/parse.js";
import { layoutOf } from "../../import/layout.js";
import type { JsonValue } from "../../model/json.js";
import { readBytes } from "../project.js";
import { CommandError, type Terminal } from "../terminal.js";

/** The largest export that is read, in bytes. The sheet's action gives a few thousand. */
const LARGEST = 20 * 1024 * 1024;

/**
 * Reads an export to learn from. It may be in any shape, so nothing is asked of it but that it is JSON.
 *
 * @throws CommandError when it cannot be read
 */
export async function readSample(name: string, { cwd }: Pick<Terminal, "cwd">): Promise<JsonValue> {
  const path = resolve(cwd, name);
  const { size } = await stat(path).catch(() => ({ size: 0 }));
  if (size > LARGEST) {
    throw new CommandError(
      `${name} is ${(size / 1024 / 1024).toFixed(0)} MB; at most ${LARGEST / 1024 / 1024} MB are read.`,
      "The sheet's action is much smaller: check where the file came from.",
    );
  }
  const bytes = await readBytes(path);
  if (typeof bytes === "string") throw new CommandError(`${name}: ${bytes}`, "Check the name of the file.");
  const parsed = parseFile(bytes, name);
  if (parsed.kind === "unusable") {
    const { message, hint = "", line, column } = parsed.diagnostic;
    const place = line === undefined ? "" : `:${line}:${column ?? 1}`;
    throw new CommandError(`${name}${place}: ${message}`, hint);
  }
  const layout = layoutOf(parsed.text, parsed.value);
  if (layout.kind === "lost") {
    throw new CommandError(
      `${name}:${layout.line}:${layout.column}: The JSON says something here that cannot be kept, such as the same key twice in one object.`,
      "Export the action from TOPdesk again.",
    );
  }
  return parsed.value;
}
