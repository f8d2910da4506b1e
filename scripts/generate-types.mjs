// Writes src/targets/*.gen.ts from schemas/: the types of the file formats, and the schemas as modules, so that the
// package needs no file access to check. Run it after changing a schema; a test fails when its result is stale.
import { readFile, writeFile } from "node:fs/promises";
import { compile } from "json-schema-to-typescript";

const FORMATS = ["action", "action-sequence"];

export async function generated(format) {
  const schema = JSON.parse(
    await readFile(new URL(`../schemas/${format}.schema.json`, import.meta.url), "utf8"),
  );
  const types = await compile(schema, schema.title, { bannerComment: "", additionalProperties: false });
  return [
    `// Generated from schemas/${format}.schema.json by scripts/generate-types.mjs. Do not edit.`,
    "/* eslint-disable */",
    types.trim(),
    `/** The JSON Schema of this format. */\nexport const schema = ${JSON.stringify(schema, null, 2)} as const;`,
    "",
  ].join("\n\n");
}

export const files = FORMATS.map((format) => ({
  format,
  path: new URL(`../src/targets/${format}-file.gen.ts`, import.meta.url),
}));

if (process.argv[1] === new URL(import.meta.url).pathname) {
  for (const { format, path } of files) await writeFile(path, await generated(format));
}
