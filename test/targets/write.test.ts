import { expect, test } from "vitest";
import { parseJson, type JsonValue } from "../../src/model/json.js";
import type { ActionFile } from "../../src/model/action.js";
import { readFile } from "../../src/targets/read.js";
import { serialize } from "../../src/targets/serialize.js";
import { writeFile } from "../../src/targets/write.js";
import { action, loop, newerStep, request } from "./sample-action.js";

function read(text: string): ActionFile {
  const file = readFile(parseJson(text));
  if (file === undefined) throw new Error(`not an action: ${text}`);
  return file;
}

test("puts the steps of a container last, except those of a loop", () => {
  const steps = [request({ subSteps: [] }), newerStep({ subSteps: [] }), loop({ subSteps: [] })];
  const written = writeFile({
    root: "action",
    formatVersion: "2.10",
    exportDate: 1,
    action: action({ steps }),
  });
  const keys = [...serialize(written).matchAll(/"(\w+)": (?=\[\]|"ALWAYS")/g)].map(([, key]) => key);
  expect(keys).toEqual([
    "mappingDefinitions",
    ...["headers", "executionCondition", "subSteps"],
    ...["executionCondition", "subSteps"],
    ...["subSteps", "executionCondition"],
  ]);
});

test("never writes what the format has no place for", () => {
  const secret = action({
    variables: [{ name: "mail_to", value: "Enter it", secret: true }],
    suppressions: [{ code: "TA207", reason: "kept for later" }],
    steps: [request({ suppressions: [{ code: "TA209", reason: "known" }] })],
  });
  const text = serialize(writeFile({ root: "action", formatVersion: "2.10", exportDate: 1, action: secret }));
  expect(text).not.toMatch(/"secret"|suppressions|residue|kind/);
});

test("a change in the model reaches a file that was read, and everything else stays", () => {
  const file = read('{"extra":1,"action":{"configuration":{"steps":[{"url":"a","odd":null}]},"name":"old"}}');
  const [step] = file.action.steps;
  if (step?.kind !== "http") throw new Error("not a request");
  const changed = { ...file, action: { ...file.action, name: "new", steps: [{ ...step, body: "b" }] } };
  const expected: JsonValue = {
    extra: 1,
    action: { configuration: { steps: [{ url: "a", odd: null, body: "b" }] }, name: "new" },
  };
  expect(serialize(writeFile(changed))).toBe(serialize(expected));
});
