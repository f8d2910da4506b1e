import ts from "typescript";
import { expect, test } from "vitest";
import { formatCode } from "../../src/cli/import/format-code.js";
import { generate } from "../../src/import/generate.js";
import * as packageExports from "../../src/index.js";
import type { JsonObject } from "../../src/model/json.js";

/** An export that has a text in every place where it can have one, names and unknown keys too. */
function exportOf(text: string): JsonObject {
  const condition = { executionCondition: "CUSTOM", customExecutionCondition: text };
  const header = { name: text, value: text };
  const body = JSON.stringify({ [text]: text }, null, 2);
  const request = { method: text, url: `https://${text}/x`, headers: [header], escapeBodyValues: true, body };
  const assign = { assignmentType: text, variableKey: text, valueTemplate: text };
  const steps = [
    { type: "HTTP_REQUEST", name: text, ...request, ...condition, [text]: text },
    { type: "ASSIGN_VARIABLE", name: text, ...assign, ...condition },
    { type: "LOOP", name: text, collectionTemplate: text, itemKey: text, subSteps: [], ...condition },
    { type: text, name: text, ...condition },
  ];
  const configuration = { variables: [{ name: text, value: text }], mappingDefinitions: [], steps };
  const lines = `${text}\n${text}\n${"long ".repeat(20)}`;
  const trigger = { type: "WEBHOOK", path: text };
  const action = { name: text, description: lines, trigger, configuration, [text]: text };
  return { formatVersion: text, exportDate: 1, action };
}

/** Whether code names something as a program does, outside of texts and comments. */
function names(code: string, word: string): boolean {
  const isNamedIn = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) && node.text === word) || (ts.forEachChild(node, isNamedIn) ?? false);
  return isNamedIn(ts.createSourceFile("code.ts", code, ts.ScriptTarget.ES2022, true));
}

test.each([
  "${process.exit()}",
  "`+process.exit()+`",
  "\\`${process.exit()}",
  "*/process.exit()/*",
  "\n process.exit() //",
  "// \r\nprocess.exit()",
  "\u2028process.exit()\u2028",
  '"+process.exit()+"',
  "'+process.exit()+'",
  "\ud800${process.exit()}",
  '} from "topdesk-actions"; process.exit();',
  '${_responses["`${process.exit()}`"].body["*/process.exit()/*"]}',
  "<#if x>${process.exit()}</#if>",
])("nothing of an export runs: %j is text wherever it stands", async (text) => {
  const generation = await generate(exportOf(text), packageExports, formatCode);
  if (generation.kind === "failed") throw new Error(generation.reason);
  expect(generation.module.code).toContain("process.exit()");
  expect(names(generation.module.code, "process")).toBe(false);
});

test("code that runs something would be found", () => {
  expect(names("const a = `${process.exit()}`;", "process")).toBe(true);
});
