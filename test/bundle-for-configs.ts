// Bundles the package for the configs of tests, once for a whole run: each config that is loaded loads the package anew,
// and one file is loaded much sooner than all of the sources. tsx looks up where the package's name leads to in this
// tsconfig.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

export default async function setup(): Promise<() => void> {
  const cache = join(root, "node_modules", ".cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "package-for-configs-"));
  const bundle = join(folder, "index.mjs");
  await build({
    entryPoints: [join(root, "src/index.ts")],
    outfile: bundle,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20.19",
    logLevel: "error",
  });
  const tsconfig = join(folder, "tsconfig.json");
  writeFileSync(
    tsconfig,
    JSON.stringify({
      compilerOptions: { target: "ES2022", module: "NodeNext", paths: { "topdesk-actions": [bundle] } },
    }),
  );
  process.env["TSX_TSCONFIG_PATH"] = tsconfig;
  return () => rmSync(folder, { recursive: true, force: true });
}
