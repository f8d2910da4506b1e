import { join } from "node:path";
import type { ActionDefinition } from "../../builders/define-action.js";
import type { Diagnostic } from "../../check/diagnostic.js";
import {
  parseCustomerFile,
  type CustomerFile,
  type ParsedCustomerFile,
} from "../../customers/customer-file.js";
import { withInherited } from "../../customers/inherit.js";
import { lineageOf } from "../../customers/lineage.js";
import { readCustomer } from "../../customers/read.js";
import type { JsonObject } from "../../model/json.js";
import { readBytes } from "../project.js";
import { CommandError } from "../terminal.js";

/** The folder that a new customer's file goes to. */
export interface CustomersFolder {
  readonly path: string;
  /** As messages name it. */
  readonly shown: string;
  /** Every customer and base in it. */
  readonly ids: readonly string[];
}

/** What a file gets from those that it extends. */
export interface Inherited {
  readonly value: JsonObject;
  /** Nearest first. */
  readonly ancestors: readonly CustomerFile[];
}

/**
 * Reads what a customer would inherit.
 *
 * @param id the customer's own id
 * @throws CommandError when it cannot extend that one
 */
export async function inheritedFrom(
  id: string,
  parent: string | undefined,
  folder: CustomersFolder,
): Promise<Inherited> {
  const value: JsonObject = parent === undefined ? {} : { extends: parent };
  const file = { id, name: `${folder.shown}/${id}.json`, text: "", value };
  const load = async (ancestor: string): Promise<ParsedCustomerFile> => {
    const name = `${folder.shown}/${ancestor}.json`;
    const bytes = await readBytes(join(folder.path, `${ancestor}.json`));
    if (typeof bytes !== "string") return parseCustomerFile(ancestor, bytes, name);
    return { kind: "unusable", diagnostic: { code: "TA501", severity: "error", message: bytes, file: name } };
  };
  const lineage = await lineageOf(file, new Set(folder.ids), load);
  if (lineage.kind === "broken") throw refused(lineage.diagnostic);
  const { ancestors } = lineage;
  const inherited = ancestors
    .toReversed()
    .reduce<JsonObject | undefined>((above, { value: own }) => withInherited(above, own).value, undefined);
  return { value: inherited ?? {}, ancestors };
}

/**
 * Reads a customer's file before it is written, as a build would.
 *
 * @throws CommandError when a build would not accept it
 */
export function refuseUnusable(
  id: string,
  name: string,
  text: string,
  { ancestors }: Inherited,
  catalogue: readonly ActionDefinition[],
): void {
  const parsed = parseCustomerFile(id, Buffer.from(text), name);
  if (parsed.kind === "unusable") throw refused(parsed.diagnostic);
  const { diagnostics } = readCustomer(id, parsed.file.value, name, catalogue, { text, ancestors });
  const [first] = diagnostics.filter(({ severity }) => severity === "error");
  if (first !== undefined) throw refused(first);
}

function refused({ message, hint = "Correct it first.", file, pointer }: Diagnostic): CommandError {
  const place = [file, pointer].filter((part) => part !== undefined && part !== "").join(" ");
  return new CommandError(
    `The customer could not be built: ${message} (${place})`,
    `${hint} Nothing was written.`,
  );
}
