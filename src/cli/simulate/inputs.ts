import { join, resolve } from "node:path";
import { stylish } from "../../check/format/stylish.js";
import { parseFile } from "../../check/parse.js";
import type { Action } from "../../model/action.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../../model/json.js";
import { nearest } from "../../model/nearest.js";
import { generateWorld } from "../../simulate/world/generate.js";
import { readWorld } from "../../simulate/world/read.js";
import type { World } from "../../simulate/world/world.js";
import { readFile } from "../../targets/read.js";
import { packageFolder, readBytes } from "../project.js";
import { CommandError, type Terminal } from "../terminal.js";

/** Reads the file of an action, of any target. */
export async function loadAction(file: string, terminal: Terminal): Promise<Action> {
  const read = readFile(await loadJson(file, terminal));
  if (read !== undefined) return read.action;
  throw new CommandError(
    `${file} is no action: it has no key "action" or "actionSequence".`,
    "Export the action from TOPdesk again, or build it.",
  );
}

const SHIPPED_WORLDS = ["school", "hospital"];

/** The world that was asked for: a file, one that comes along, or one that is made up. */
export async function loadWorld(
  options: { readonly world: string | undefined; readonly stocks: number | undefined; readonly seed: number },
  terminal: Terminal,
): Promise<World> {
  if (options.stocks !== undefined) return generateWorld(options.seed, { stocks: options.stocks });
  const name = options.world ?? "school";
  const shipped = SHIPPED_WORLDS.includes(name);
  const path = shipped ? join(packageFolder, "worlds", `${name}.json`) : resolve(terminal.cwd, name);
  const bytes = await readBytes(path);
  if (typeof bytes === "string") {
    const near = nearest(name, SHIPPED_WORLDS);
    const hint =
      near === undefined
        ? `Worlds that come along are ${SHIPPED_WORLDS.join(" and ")}.`
        : `Did you mean "${near}"?`;
    throw new CommandError(`The world ${name} cannot be read. ${bytes}`, hint);
  }
  const reading = readWorld(new TextDecoder().decode(bytes), name);
  if (reading.kind === "world") return reading.world;
  terminal.err(`${stylish(reading.diagnostics, terminal.color)}\n`);
  throw new CommandError(
    `The world ${name} cannot be used.`,
    "Correct it; schemas/world.schema.json describes it.",
  );
}

/** A JSON file that holds an object, such as the fields of a card. */
export async function loadObject(
  file: string | undefined,
  terminal: Terminal,
): Promise<JsonObject | undefined> {
  if (file === undefined) return undefined;
  const value = await loadJson(file, terminal);
  if (isJsonObject(value)) return value;
  throw new CommandError(`${file} holds no object.`, 'Write { "name": "value" }.');
}

async function loadJson(file: string, terminal: Terminal): Promise<JsonValue> {
  const bytes = await readBytes(resolve(terminal.cwd, file));
  if (typeof bytes === "string") throw new CommandError(`${file}: ${bytes}`, "Check the name of the file.");
  const parsed = parseFile(bytes, file);
  if (parsed.kind === "parsed") return parsed.value;
  const { message, hint = "", line, column } = parsed.diagnostic;
  const place = line === undefined ? "" : `:${line}:${column ?? 1}`;
  throw new CommandError(`${file}${place}: ${message}`, hint);
}

/** Values of variables by name, from NAME=VALUE. */
export function readVariables(given: readonly string[], action: Action): ReadonlyMap<string, string> {
  const names = action.variables.map(({ name }) => name);
  return new Map(
    given.map((text): [string, string] => {
      const separator = text.indexOf("=");
      const name = separator < 0 ? text : text.slice(0, separator);
      if (separator < 0)
        throw new CommandError(`"${text}" is no NAME=VALUE.`, "Write --variable mail_to=me@example.com.");
      if (!names.includes(name)) {
        const near = nearest(name, names);
        const hint =
          near === undefined ? `Its variables are ${names.join(", ")}.` : `Did you mean "${near}"?`;
        throw new CommandError(`The action has no variable "${name}".`, hint);
      }
      return [name, text.slice(separator + 1)];
    }),
  );
}
