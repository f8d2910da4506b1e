import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { checkBytes } from "../../check/check.js";
import { parseFile } from "../../check/parse.js";
import { layoutOf } from "../../import/layout.js";
import { isJsonObject, type JsonObject } from "../../model/json.js";
import { rootKeyOf } from "../../targets/read.js";
import { readBytes } from "../project.js";
import { CommandError, type Terminal } from "../terminal.js";

/** An export that can be read. */
export interface ReadExport {
  readonly value: JsonObject;
  /** Whether its bytes are those that TOPdesk writes for its value. */
  readonly hasUsualLayout: boolean;
}

/** The largest file that is read, in bytes: some hundred times the largest export that was seen. */
const LARGEST = 20 * 1024 * 1024;

/**
 * Reads an export for the commands that turn it into something else.
 *
 * @throws CommandError when it is none, or when its JSON says something that would be lost
 */
export async function readExport(name: string, terminal: Terminal): Promise<ReadExport> {
  const path = resolve(terminal.cwd, name);
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
  const parsed = parseFile(bytes, name);
  if (parsed.kind === "unusable" || !isJsonObject(parsed.value) || rootKeyOf(parsed.value) === undefined) {
    const [first] = checkBytes(bytes, { file: name, strictness: "open" });
    const place = first?.line === undefined ? "" : `:${first.line}:${first.column ?? 1}`;
    throw new CommandError(
      `${name}${place}: ${first?.message ?? "The file is not an action."}`,
      first?.hint ?? "Give the file that TOPdesk writes with Export.",
    );
  }
  const { text, value } = parsed;
  const layout = layoutOf(text, value);
  if (layout.kind === "lost") {
    const { line, column } = layout;
    throw new CommandError(
      `${name}:${line}:${column}: The JSON says something here that cannot be kept: the same key twice in one object, a key that is a number, or a number with more digits than a computer's numbers have.`,
      "Correct it by hand, or export the action from TOPdesk again.",
    );
  }
  return { value, hasUsualLayout: layout.kind === "same" && parsed.diagnostics.length === 0 };
}
