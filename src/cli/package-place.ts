import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { isJsonObject, parseJson, type JsonObject } from "../model/json.js";
import { packageFolder } from "./project.js";

const PACKAGE = "topdesk-actions";

/**
 * The path of one of our schemas from a folder in a project, for editors: in this package's own checkout, else where the
 * package is installed, or would be.
 */
export function schemaPath(schema: "customer" | "shape", project: string, folder: string): string {
  const isCheckout = `${project}${sep}`.startsWith(packageFolder) && !packageFolder.includes("node_modules");
  const place = isCheckout ? packageFolder : join(installedIn(project) ?? project, "node_modules", PACKAGE);
  const path = relative(folder, join(place, "schemas", `${schema}.schema.json`)).replaceAll("\\", "/");
  return path.startsWith(".") ? path : `./${path}`;
}

/** What a project with actions of its own lacks, each with the command that adds it. */
export async function missingInProject(project: string): Promise<readonly string[]> {
  const manifest = await manifestIn(project);
  if (manifest === undefined) return ["npm init -y", "npm pkg set type=module", `npm install ${PACKAGE}`];
  return [
    ...(manifest["type"] === "module" ? [] : ["npm pkg set type=module"]),
    ...(isDependency(manifest) || installedIn(project) !== undefined ? [] : [`npm install ${PACKAGE}`]),
  ];
}

function isDependency(manifest: JsonObject): boolean {
  const lists = [manifest["dependencies"], manifest["devDependencies"]];
  return manifest["name"] === PACKAGE || lists.some((list) => isJsonObject(list) && PACKAGE in list);
}

async function manifestIn(project: string): Promise<JsonObject | undefined> {
  try {
    const manifest = parseJson(await readFile(join(project, "package.json"), "utf8"));
    return isJsonObject(manifest) ? manifest : {};
  } catch (error) {
    return error instanceof SyntaxError ? {} : undefined;
  }
}

/** The nearest folder, from a project upwards, in which the package is installed. */
function installedIn(project: string): string | undefined {
  if (existsSync(join(project, "node_modules", PACKAGE))) return project;
  const above = dirname(project);
  return above === project ? undefined : installedIn(above);
}
