import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { isJsonObject, parseJson, type JsonObject } from "../src/model/json.js";
import type { Mutant } from "./mutants.js";
import type { ParseVector } from "./compare.js";

/** A template to render. The output formats `tdjson` and `tdurl` escape every value like TOPdesk's fields. */
export interface RenderRequest {
  readonly template: string;
  readonly model: JsonObject;
  readonly outputFormat: "undefined" | "tdjson" | "tdurl";
}

/** Asks the real FreeMarker whether templates are valid. */
export async function askOracle(
  command: string,
  mutants: readonly Mutant[],
): Promise<readonly ParseVector[]> {
  const answers = await answersTo(
    command,
    mutants.map(({ template }) => ({ template, mode: "parse" })),
  );
  return mutants.map((mutant, index) => {
    const answer = answers[index] ?? {};
    const line = answer["line"];
    return { ...mutant, ok: answer["ok"] === true, ...(typeof line === "number" ? { line } : {}) };
  });
}

/** What the real FreeMarker prints for templates; undefined where it fails. */
export async function renderAll(
  command: string,
  requests: readonly RenderRequest[],
): Promise<readonly (string | undefined)[]> {
  const answers = await answersTo(
    command,
    requests.map(({ template, model, outputFormat }) => ({ template, model, outputFormat })),
  );
  return answers.map(({ output }) => (typeof output === "string" ? output : undefined));
}

/** Sends requests to the real FreeMarker, behind a program that reads and writes JSON lines. */
async function answersTo(command: string, requests: readonly JsonObject[]): Promise<readonly JsonObject[]> {
  const oracle = spawn(command, { stdio: ["pipe", "pipe", "inherit"] });
  const failed = new Promise<never>((_, reject) => oracle.once("error", reject));
  const answers: JsonObject[] = [];
  const answered = (async () => {
    for await (const line of createInterface({ input: oracle.stdout })) {
      const answer = parseJson(line);
      if (!isJsonObject(answer)) throw new Error(`the oracle said: ${line}`);
      answers.push(answer);
    }
  })();
  for (const request of requests) oracle.stdin.write(`${JSON.stringify(request)}\n`);
  oracle.stdin.end();
  await Promise.race([answered, failed]);
  if (answers.length !== requests.length) {
    throw new Error(`the oracle answered ${answers.length} of ${requests.length}`);
  }
  return answers;
}
