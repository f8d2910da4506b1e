import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TextLibrary } from "../text/handlebars-texts.js";

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
