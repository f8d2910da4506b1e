import fc from "fast-check";
import { expect, test } from "vitest";
import * as packageExports from "../../src/index.js";
import { generate } from "../../src/import/generate.js";
import { loadedModule, rebuiltValue } from "../../src/import/rebuild.js";
import type { JsonObject } from "../../src/model/json.js";
import { serialize } from "../../src/targets/serialize.js";
import { anyExport } from "../targets/random-export.js";
import { anyAction } from "./random-action.js";

const asItIs = (code: string) => Promise.resolve(code);

/** The text of what generated code builds. */
async function rebuilt(value: JsonObject): Promise<string> {
  const generation = await generate(value, packageExports, asItIs);
  if (generation.kind === "failed") throw new Error(generation.reason);
  const { code, name } = generation.module;
  return serialize(rebuiltValue(loadedModule(code, name, packageExports)));
}

test("whatever an export's texts are, the code of it builds the same text", async () => {
  await fc.assert(
    fc.asyncProperty(anyAction, async (value) => {
      expect(await rebuilt(value)).toBe(serialize(value));
    }),
    { numRuns: 2000 },
  );
});

test("whatever keys an export has, and in whatever order, the code of it builds the same text", async () => {
  await fc.assert(
    fc.asyncProperty(anyExport, async (value) => {
      expect(await rebuilt(value)).toBe(serialize(value));
    }),
    { numRuns: 2000 },
  );
});
