// Golden cases: test/golden/import/<case>/export.json is the input, expected.ts the code that is made of it.
// Refresh with npm run golden:update, and look at the difference. The compiler checks expected.ts with everything else.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { formatCode } from "../../src/cli/import/format-code.js";
import { generate } from "../../src/import/generate.js";
import { loadedModule, rebuiltValue } from "../../src/import/rebuild.js";
import * as packageExports from "../../src/index.js";
import { isJsonObject, parseJson, type JsonObject } from "../../src/model/json.js";
import { serialize } from "../../src/targets/serialize.js";

const root = new URL("../golden/import/", import.meta.url);

function objectIn(text: string): JsonObject {
  const value = parseJson(text);
  if (!isJsonObject(value)) throw new Error("not an object");
  return value;
}

describe.each(readdirSync(root))("%s", (name) => {
  const folder = new URL(`${name}/`, root);
  const text = readFileSync(new URL("export.json", folder), "utf8");
  const expected = new URL("expected.ts", folder).pathname;

  test("becomes exactly this code", async () => {
    const generation = await generate(objectIn(text), packageExports, formatCode);
    if (generation.kind === "failed") throw new Error(generation.reason);
    await expect(generation.module.code).toMatchFileSnapshot(expected);
  });

  test("is said by the builders, with raw text and raw keys only where they have no words", async () => {
    const generation = await generate(objectIn(text), packageExports, formatCode);
    expect(generation.kind === "generated" && [...generation.module.refinements]).toEqual([]);
  });

  test("is built again, to the byte, by that code", async () => {
    const generation = await generate(objectIn(text), packageExports, formatCode);
    if (generation.kind === "failed") throw new Error(generation.reason);
    const { code, name: exported } = generation.module;
    expect(serialize(rebuiltValue(loadedModule(code, exported, packageExports)))).toBe(text);
  });
});
