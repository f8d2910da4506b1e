import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ActionDefinition } from "../builders/define-action.js";
import type { Diagnostic } from "../check/diagnostic.js";
import { parseFile } from "../check/parse.js";
import { readCustomer, type CustomerReading } from "../customers/read.js";
import type { TextLibrary } from "../text/handlebars-texts.js";
import { CommandError } from "./terminal.js";

/** The folder of this package, which holds its templates and customers. */
export const packageFolder = fileURLToPath(new URL("../../", import.meta.url));

/** The version of this package. */
export async function packageVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(packageFolder, "package.json"), "utf8"));
  const version =
    typeof manifest === "object" && manifest !== null && "version" in manifest ? manifest.version : "";
  return String(version);
}

/** All text templates of this package. */
export async function loadTemplates(): Promise<TextLibrary> {
  const root = join(packageFolder, "templates");
  const paths = (await readdir(root, { recursive: true })).filter((path) => path.endsWith(".hbs")).sort();
  const entries = paths.map(async (path): Promise<[string, string]> => [
    path.replaceAll("\\", "/"),
    await readFile(join(root, path), "utf8"),
  ]);
  return new Map(await Promise.all(entries));
}

/** The ids of the customers in a folder, sorted. */
export async function customerIds(folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(folder);
    return names
      .filter((name) => name.endsWith(".json"))
      .map((name) => name.slice(0, -".json".length))
      .sort();
  } catch {
    throw new CommandError(
      `The folder of customers ${folder} cannot be read.`,
      "Make it, with a file for each customer, or name another with --customers.",
    );
  }
}

/** Reads the file of one customer. */
export async function loadCustomer(
  folder: string,
  id: string,
  catalogue: readonly ActionDefinition[],
): Promise<CustomerReading> {
  const file = `${id}.json`;
  const parsed = parseFile(await readFile(join(folder, file)), join("customers", file));
  if (parsed.kind === "unusable")
    return { customer: { id, actions: [] }, diagnostics: [asCustomerFinding(parsed.diagnostic)] };
  return readCustomer(id, parsed.value, join("customers", file), catalogue);
}

function asCustomerFinding(diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, code: "TA501" };
}
