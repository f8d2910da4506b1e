import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** This package as users install it, made from the sources of now. */
export interface CompiledPackage {
  readonly folder: string;
  /** The program, for `node`. */
  readonly program: string;
  remove(): void;
}

/** Compiles the command line, as scripts/bundle.mjs does, into a package of its own in a temporary folder. */
export async function compiledPackage(): Promise<CompiledPackage> {
  const folder = mkdtempSync(join(tmpdir(), "topdesk-actions-package-"));
  for (const part of ["bin", "templates", "schemas", "package.json"]) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  await build({
    entryPoints: [join(root, "src/cli/main.ts")],
    outdir: join(folder, "lib/cli"),
    entryNames: "bundle",
    chunkNames: "bundle-[hash]",
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20.19",
    mainFields: ["module", "main"],
    external: ["tsx", "prettier"],
    banner: {
      js: 'import { createRequire as requireFor } from "node:module"; const require = requireFor(import.meta.url);',
    },
    logLevel: "error",
  });
  return {
    folder,
    program: join(folder, "bin/topdesk-actions.js"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Makes customers who differ in their settings, in a project folder. */
export function writeCustomers(project: string, count: number): void {
  mkdirSync(join(project, "customers"), { recursive: true });
  for (let index = 0; index < count; index += 1) {
    const minimumStock = {
      parameters: { minimumField: `minimum-${index}`, language: index % 2 === 0 ? "nl" : "en" },
    };
    const customer = { actions: { "minimum-stock": minimumStock, "notify-operator-group": {} } };
    const id = `customer-${String(index).padStart(4, "0")}`;
    writeFileSync(join(project, "customers", `${id}.json`), JSON.stringify(customer));
  }
}
