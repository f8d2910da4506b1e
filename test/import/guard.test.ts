import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generate } from "../../src/import/generate.js";
import * as packageExports from "../../src/index.js";
import { isJsonObject, parseJson, type JsonObject } from "../../src/model/json.js";

const file = new URL("../golden/import/incident-for-caller/export.json", import.meta.url);

function exported(): JsonObject {
  const value = parseJson(readFileSync(file, "utf8"));
  if (!isJsonObject(value)) throw new Error("not an object");
  return value;
}

/** Generates code that something damages on its way. */
function generatedAnd(damage: (code: string) => string) {
  return generate(exported(), packageExports, (code) => Promise.resolve(damage(code)));
}

test("code that builds another action is refused, whatever made it so", async () => {
  const outcome = await generatedAnd((code) => code.replace("Follow-up", "Follow up"));
  expect(outcome).toEqual({ kind: "failed", reason: "what stands around its steps came out differently" });
});

test("a step that comes out differently is kept with its texts as they stand", async () => {
  const outcome = await generatedAnd((code) => code.replace("path: url`/tas/", "path: url`/other/"));
  if (outcome.kind === "failed") throw new Error(outcome.reason);
  expect([...outcome.module.refinements]).toEqual([["/0", "raw texts"]]);
  expect(outcome.module.code).toContain('url: raw("${_variables.topdesk_url?no_esc}/tas/api/incidents")');
});

test("a step whose texts come out differently too is kept as it stands as a whole", async () => {
  const outcome = await generatedAnd((code) => code.replace(/flow\.http\(|topdesk\.send\(/, '$&"not " + '));
  if (outcome.kind === "failed") throw new Error(outcome.reason);
  expect([...outcome.module.refinements]).toEqual([["/0", "raw keys"]]);
  expect(outcome.module.code).toContain(
    "// Kept as it stands: the builders cannot say this step.\nflow.raw(",
  );
});

test("code that does not run is refused with the reason", async () => {
  const outcome = await generatedAnd((code) => code.replace("defineAction({", "defineAction(({"));
  expect(outcome).toMatchObject({ kind: "failed", reason: expect.stringMatching(/./) as string });
});
