import fc from "fast-check";
import { expect, test } from "vitest";
import * as packageExports from "../../src/index.js";
import { generate } from "../../src/import/generate.js";
import { loadedModule, rebuiltValue } from "../../src/import/rebuild.js";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../../src/model/json.js";
import { serialize } from "../../src/targets/serialize.js";
import { anyExport } from "../targets/random-export.js";
import { anyAction } from "./random-action.js";

/** How many exports each of the two tests makes; more of them: `IMPORT_CASES=100000`. */
const CASES = Number(process.env["IMPORT_CASES"] ?? 2_000);

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
    { numRuns: CASES },
  );
});

test("whatever keys an export has, and in whatever order, the code of it builds the same text", async () => {
  await fc.assert(
    fc.asyncProperty(anyExport, async (value) => {
      expect(await rebuilt(value)).toBe(serialize(value));
    }),
    { numRuns: CASES },
  );
});

/** How many keys of an export are such as only `anyAction` sprinkles, at any depth. */
function unknownKeysIn(value: JsonValue | undefined): number {
  if (isJsonArray(value)) return value.reduce<number>((sum, item) => sum + unknownKeysIn(item), 0);
  if (!isJsonObject(value)) return 0;
  const own = Object.keys(value).filter((key) => key.startsWith("extra")).length;
  return Object.values(value).reduce<number>((sum, item) => sum + unknownKeysIn(item), own);
}

test("the exports that are made have either root, and most of them keys that nobody knows", () => {
  const values = fc.sample(anyAction, 300);
  const withUnknown = values.filter((value) => unknownKeysIn(value) > 0);
  expect(values.filter(({ action }) => action !== undefined).length).toBeGreaterThan(90);
  expect(values.filter(({ actionSequence }) => actionSequence !== undefined).length).toBeGreaterThan(90);
  expect(withUnknown.length).toBeGreaterThan(150);
});
