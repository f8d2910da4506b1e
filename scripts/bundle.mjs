// Bundles the command line into lib/cli/bundle.js, with the libraries that it uses: loading one file instead of some two
// hundred is most of the difference between a slow start and a fast one. What a command loads when it runs, with
// import(), is a file of its own beside it. Run by npm run compile.
import { build } from "esbuild";

await build({
  entryPoints: [new URL("../lib/cli/main.js", import.meta.url).pathname],
  outdir: new URL("../lib/cli/", import.meta.url).pathname,
  entryNames: "bundle",
  chunkNames: "bundle-[hash]",
  bundle: true,
  splitting: true,
  platform: "node",
  format: "esm",
  target: "node20.19",
  mainFields: ["module", "main"],
  legalComments: "eof",
  // Loads configs, and brings programs of its own; it is only loaded when there is a config.
  external: ["tsx", "prettier"],
  // Libraries in CommonJS call require, which a module does not have.
  banner: {
    js: 'import { createRequire as requireFor } from "node:module"; const require = requireFor(import.meta.url);',
  },
  logLevel: "warning",
});
