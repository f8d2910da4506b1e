import { expect, test } from "vitest";
import { formatCode } from "../../src/cli/import/format-code.js";
import { generate } from "../../src/import/generate.js";
import { loadedModule, rebuiltValue } from "../../src/import/rebuild.js";
import * as packageExports from "../../src/index.js";
import type { JsonObject, JsonValue } from "../../src/model/json.js";
import { serialize } from "../../src/targets/serialize.js";

const run = { executionCondition: "ALWAYS", customExecutionCondition: "" };
const request = { type: "HTTP_REQUEST", method: "POST", url: "/x", headers: [], escapeBodyValues: true };

function action(steps: readonly JsonValue[]): JsonObject {
  const configuration = { variables: [], mappingDefinitions: [], steps };
  return { formatVersion: "2.10", exportDate: 1, action: { name: "Deep", description: "", configuration } };
}

/** The code of an export, once it has built the export again. */
async function checkedCode(value: JsonObject): Promise<string> {
  const generation = await generate(value, packageExports, formatCode);
  if (generation.kind === "failed") throw new Error(generation.reason);
  const { code, name } = generation.module;
  expect(serialize(rebuiltValue(loadedModule(code, name, packageExports)))).toBe(serialize(value));
  return code;
}

test("a body whose JSON is nested 10,000 levels deep stays a text, and other steps are not touched", async () => {
  const deep = { ...request, name: "deep", body: `${"[".repeat(10_000)}${"]".repeat(10_000)}`, ...run };
  const plain = { ...request, name: "plain", body: '{\n  "a": "b"\n}', ...run };
  const code = await checkedCode(action([deep, plain]));
  expect(code).toContain('json: { a: "b" }');
  expect(code).not.toContain("Kept as it stands");
});

test("steps that are nested as deep as a file may be are built again, or refused in words", async () => {
  let steps: readonly JsonValue[] = [];
  for (let depth = 0; depth < 95; depth += 1) {
    steps = [{ type: "BLOCK", name: `block_${depth}`, subSteps: steps, ...run }];
  }
  const code = await checkedCode(action(steps)).catch((error: unknown) => String(error));
  expect(code).toMatch(/block_94|it is nested too deeply/);
});

test("code that cannot be laid out at all is refused with the reason", async () => {
  const tooDeep = () => Promise.reject(new RangeError("Maximum call stack size exceeded"));
  expect(await generate(action([]), packageExports, tooDeep)).toEqual({
    kind: "failed",
    reason: "it is nested too deeply",
    isTooDeep: true,
  });
});
