import { join, resolve } from "node:path";
import { stylish } from "../../check/format/stylish.js";
import { parseFile } from "../../check/parse.js";
import { recognized } from "../../check/recognize.js";
import type { Action } from "../../model/action.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../../model/json.js";
import { nearest } from "../../model/nearest.js";
import { generateWorld } from "../../simulate/world/generate.js";
import { readWorld } from "../../simulate/world/read.js";
import type { World } from "../../simulate/world/world.js";
import type { Shape } from "../../shapes/shape.js";
import { readFile } from "../../targets/read.js";
import { namesSecret } from "../../simulate/variables.js";
import { packageFolder, readBytes } from "../project.js";
import { CommandError, type Terminal } from "../terminal.js";

/**
 * Reads the file of an action, of any target.
 *
 * @param shapes those that the file may be in besides ours
 */
export async function loadAction(
  file: string,
  shapes: readonly Shape[],
  terminal: Terminal,
): Promise<Action> {
  const read = readFile(recognized(await loadJson(file, terminal), shapes).value);
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
  const reading = readWorld(decoded(bytes, name), name);
  if (reading.kind === "world") return reading.world;
  terminal.err(`${stylish(reading.diagnostics, terminal.color)}\n`);
  throw new CommandError(
    `The world ${name} cannot be used.`,
    "Correct it; schemas/world.schema.json describes it.",
  );
}

function decoded(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new CommandError(`The world ${name} is not UTF-8.`, "Save it as UTF-8.");
  }
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
  return new Map(given.map((text) => readVariable(text, action)));
}

function readVariable(text: string, { variables }: Action): [string, string] {
  const names = variables.map(({ name }) => name);
  const separator = text.indexOf("=");
  if (separator < 1)
    // Not quoted: it could be a password.
    throw new CommandError("A --variable is not NAME=VALUE.", "Write --variable mail_to=me@example.com.");
  const name = text.slice(0, separator);
  const variable = variables.find((candidate) => candidate.name === name);
  if (variable === undefined) {
    const near = nearest(name, names);
    const listed = names.length === 0 ? "It has none." : `Its variables are ${names.join(", ")}.`;
    throw new CommandError(
      `The action has no variable "${name}".`,
      near === undefined ? listed : `Did you mean "${near}"?`,
    );
  }
  if (variable.secret === true || namesSecret(name)) {
    throw new CommandError(
      `The variable "${name}" is secret, and options stand in the history of the shell.`,
      "Leave it out: it is filled in with the password of the login, which a simulated TOPdesk does not check.",
    );
  }
  return [name, text.slice(separator + 1)];
}
