// Writes from schemas/, after a change of a schema (npm run generate); a test fails when a result is stale:
//   src/targets/<format>-file.gen.ts   the types of a file format, and its schema as a module
//   src/check/validators.gen.ts        the schemas compiled to plain code, so that checking a file loads no compiler
import { readFile, writeFile } from "node:fs/promises";
import { Ajv2020 } from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { compile } from "json-schema-to-typescript";

/** The formats whose files this package reads and writes key by key. */
const FORMATS = ["action", "action-sequence"];
const SCHEMAS = [...FORMATS, "world", "shape"];

function banner(source) {
  return `// Generated from ${source} by scripts/generate.mjs. Do not edit.\n/* eslint-disable */`;
}

async function readSchema(format) {
  return JSON.parse(await readFile(new URL(`../schemas/${format}.schema.json`, import.meta.url), "utf8"));
}

async function typesOf(format) {
  const schema = await readSchema(format);
  const types = await compile(structuredClone(schema), schema.title, {
    bannerComment: "",
    additionalProperties: false,
  });
  const module = `/** The JSON Schema of this format. */\nexport const schema = ${JSON.stringify(schema, null, 2)} as const;`;
  return [banner(`schemas/${format}.schema.json`), types.trim(), module, ""].join("\n\n");
}

async function validators() {
  const schemas = await Promise.all(SCHEMAS.map(readSchema));
  const ajv = new Ajv2020({
    strict: true,
    allErrors: true,
    discriminator: true,
    allowUnionTypes: true,
    schemas,
    code: { source: true, esm: true },
  });
  ajv.addKeyword({ keyword: "x-evidence", schemaType: "string" });
  const names = {
    validateAction: schemas[0].$id,
    validateActionSequence: schemas[1].$id,
    validateWorld: schemas[2].$id,
    validateShape: schemas[3].$id,
  };
  const code = standaloneCode.default(ajv, names);
  if (code.includes("require(")) throw new Error("the compiled schemas need a module at run time");
  // The other schemas are modules of their own, beside the types of their formats.
  const world = `export const worldSchema = ${JSON.stringify(schemas[2])};`;
  return `${banner("schemas/*.schema.json")}\n// @ts-nocheck\n\n${code}\n${world}\n`;
}

/** Every generated file and its fresh content. */
export async function generated() {
  const types = FORMATS.map(async (format) => [`src/targets/${format}-file.gen.ts`, await typesOf(format)]);
  return new Map([...(await Promise.all(types)), ["src/check/validators.gen.ts", await validators()]]);
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  for (const [path, content] of await generated())
    await writeFile(new URL(`../${path}`, import.meta.url), content);
}
