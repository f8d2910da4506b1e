// Bundles the command line into lib/cli/bundle.js, with the libraries that it uses: loading one file instead of some
// two hundred is most of the difference between a slow start and a fast one. Run by npm run compile.
import { build } from "esbuild";

await build({
  entryPoints: [new URL("../lib/cli/main.js", import.meta.url).pathname],
  outfile: new URL("../lib/cli/bundle.js", import.meta.url).pathname,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20.19",
  mainFields: ["module", "main"],
  legalComments: "eof",
  // Loads configs, and brings programs of its own; it is only loaded when there is a config.
  external: ["tsx"],
  // Libraries in CommonJS call require, which a module does not have.
  banner: {
    js: 'import { createRequire as requireFor } from "node:module"; const require = requireFor(import.meta.url);',
  },
  logLevel: "warning",
});
