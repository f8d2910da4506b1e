import type { JsonValue } from "../../model/json.js";
import { keptLayout, readJson } from "../read-json.js";
import { CommandError, type Terminal } from "../terminal.js";

/**
 * Reads an export to learn from. It may be in any shape, so nothing is asked of it but that it is JSON.
 *
 * @throws CommandError when it cannot be read
 */
export async function readSample(name: string, terminal: Pick<Terminal, "cwd">): Promise<JsonValue> {
  const { parsed } = await readJson(name, terminal);
  if (parsed.kind === "unusable") {
    const { message, hint = "", line, column } = parsed.diagnostic;
    const place = line === undefined ? "" : `:${line}:${column ?? 1}`;
    throw new CommandError(`${name}${place}: ${message}`, hint);
  }
  keptLayout(name, parsed.text, parsed.value);
  return parsed.value;
}
