// Asks the real Apache FreeMarker to render every template in test/golden/freemarker/render.jsonl and writes its answers
// there.
//   node --import tsx test/freemarker/evaluate/record-render-vectors.ts <folder of the oracle>/run.sh
// A new vector is a line with an id, a template and a model, and perhaps settings and an outputFormat by FreeMarker's
// names. Needs Java, and the oracle that lies beside this project's checkout.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { isJsonObject, parseJson, type JsonObject } from "../../../src/model/json.js";

const file = new URL("../../golden/freemarker/render.jsonl", import.meta.url);
const [, , command] = process.argv;
if (command === undefined) throw new Error("Name the oracle's run.sh.");

function objectsIn(text: string): readonly JsonObject[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => {
      const value = parseJson(line);
      if (!isJsonObject(value)) throw new Error(`not an object: ${line}`);
      return value;
    });
}

const vectors = objectsIn(readFileSync(file, "utf8"));
const { stdout, stderr, status } = spawnSync(command, {
  input: vectors.map((vector) => `${JSON.stringify(requestOf(vector))}\n`).join(""),
  encoding: "utf8",
  maxBuffer: 500_000_000,
  env: { ...process.env, FM_ORACLE_CACHE: process.env["FM_ORACLE_CACHE"] ?? "/tmp/fm" },
});
if (status !== 0) throw new Error(stderr);
const answers = objectsIn(stdout);
if (answers.length !== vectors.length)
  throw new Error(`${answers.length} answers to ${vectors.length} vectors`);

function requestOf({ id, template, model, settings, outputFormat }: JsonObject): JsonObject {
  return {
    id: id ?? null,
    template: template ?? "",
    model: model ?? {},
    ...(settings === undefined ? {} : { settings }),
    ...(outputFormat === undefined ? {} : { outputFormat }),
  };
}

const LONGEST_MESSAGE = 120;
const lines = vectors.map((vector, index) => {
  const answer = answers[index] ?? {};
  if (answer["id"] !== vector["id"]) throw new Error(`no answer to ${JSON.stringify(vector["id"])}`);
  const { ok, output, line, kind, error } = answer;
  if (ok === true) return JSON.stringify({ ...requestOf(vector), ok, output });
  const message = typeof error === "string" ? error.slice(0, LONGEST_MESSAGE) : "";
  return JSON.stringify({ ...requestOf(vector), ok, line, kind, error: message });
});
writeFileSync(file, `${lines.join("\n")}\n`);
console.log(`${lines.length} vectors recorded`);
