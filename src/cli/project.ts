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
  let ids: readonly string[];
  try {
    const names = await readdir(folder);
    ids = names
      .filter((name) => name.endsWith(".json"))
      .map((name) => name.slice(0, -".json".length))
      .sort();
  } catch {
    throw new CommandError(
      `The folder of customers ${folder} cannot be read.`,
      "Make it, with a file for each customer, or name another with --customers.",
    );
  }
  if (ids.length === 0) {
    throw new CommandError(
      `There are no customers in ${folder}.`,
      'Write a file for each, such as default.json with { "actions": { "minimum-stock": {} } }.',
    );
  }
  return ids;
}

/** Reads the file of one customer. */
export async function loadCustomer(
  folder: string,
  id: string,
  catalogue: readonly ActionDefinition[],
): Promise<CustomerReading> {
  const file = join("customers", `${id}.json`);
  const bytes = await readBytes(join(folder, `${id}.json`));
  if (typeof bytes === "string")
    return unusable(id, { code: "TA501", severity: "error", message: bytes, file });
  const parsed = parseFile(bytes, file);
  if (parsed.kind === "unusable") return unusable(id, { ...parsed.diagnostic, code: "TA501" });
  return readCustomer(id, parsed.value, file, catalogue);
}

function unusable(id: string, diagnostic: Diagnostic): CustomerReading {
  const customer = {
    id,
    name: id,
    language: undefined,
    branding: {},
    actions: [],
    texts: new Map<string, string>(),
  };
  return { customer, diagnostics: [diagnostic] };
}

/** The bytes of a file, or in words why they cannot be had. */
export async function readBytes(path: string): Promise<Uint8Array | string> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ENOENT") return "The file does not exist.";
    if (code === "EISDIR") return "This is a folder, not a file.";
    return code === "EACCES" ? "The file may not be read." : `The file cannot be read (${code}).`;
  }
}
