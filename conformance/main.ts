// npm run conformance -- [--parse FILE..] [--render FILE..] [--mutants N] [--seed N] [--oracle run.sh] [--json]
// How far our FreeMarker parser agrees with the real one: over files of vectors, and over mutants of their valid
// templates, for which the real one is asked (that needs Java; without it the mutants are left out).
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { isJsonObject, parseJson } from "../src/model/json.js";
import { compare, type Agreement, type ParseVector } from "./compare.js";
import { compareContexts, type ContextAgreement } from "./contexts.js";
import { mutantsOf } from "./mutants.js";
import { askOracle } from "./oracle.js";

const beside = (path: string) => fileURLToPath(new URL(`../../shared/${path}`, import.meta.url));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    parse: { type: "string", multiple: true },
    render: { type: "string", multiple: true },
    mutants: { type: "string" },
    seed: { type: "string", default: "1" },
    oracle: { type: "string", default: beside("tools/freemarker-oracle/run.sh") },
    json: { type: "boolean", default: false },
  },
});

function readVectors(file: string): readonly ParseVector[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines
    .filter((line) => line !== "")
    .map((line) => {
      const vector = parseJson(line);
      if (!isJsonObject(vector) || typeof vector["template"] !== "string")
        throw new Error(`${file}: not a vector: ${line}`);
      const { id, template, ok, line: at } = vector;
      return {
        id: typeof id === "string" ? id : template,
        template,
        ok: ok !== false,
        ...(typeof at === "number" ? { line: at } : {}),
      };
    });
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "none" : `${((100 * part) / whole).toFixed(2)} %`;
}

function describe(name: string, agreement: Agreement): string {
  const { total, agree, onlyWeReject, onlyWeAccept, sameLine, bothReject } = agreement;
  return [
    `${name}: ${agree} of ${total} agree (${percent(agree, total)})`,
    `  only we reject: ${onlyWeReject}, only we accept: ${onlyWeAccept}`,
    `  same line of the error: ${sameLine} of ${bothReject} (${percent(sameLine, bothReject)})`,
    ...agreement.disagreements.slice(0, 20).map((id) => `  disagrees: ${id}`),
    "",
  ].join("\n");
}

async function measure(): Promise<void> {
  // The shell may have spread a pattern over positional arguments.
  const given = values.parse === undefined ? undefined : [...values.parse, ...positionals];
  const files = given ?? [beside("freemarker-vectors/parse.jsonl")];
  const vectors = files.flatMap(readVectors);
  const parsed = compare(vectors);
  const count = Number(values.mutants ?? (given === undefined ? 6000 : 0));
  const seed = Number(values.seed);
  const asks = count > 0 && existsSync(values.oracle);
  const templates = vectors.filter(({ ok }) => ok).map(({ template }) => template);
  const mutants = asks
    ? compare(await askOracle(values.oracle, mutantsOf(templates, count, seed)))
    : undefined;
  const contexts = asks ? await compareContexts(values.oracle, 1000, seed) : undefined;
  if (values.json) {
    const result = { parse: parsed, mutants: mutants ?? null, contexts: contexts ?? null, render: null };
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return;
  }
  process.stdout.write(describe("vectors", parsed));
  if (mutants !== undefined) process.stdout.write(describe("mutants", mutants));
  if (contexts !== undefined) process.stdout.write(describeContexts(contexts));
  if (count > 0 && !asks)
    process.stdout.write(`mutants and contexts: left out, ${values.oracle} is not there\n`);
}

function describeContexts({ total, agree, disagreements }: ContextAgreement): string {
  const wrong = disagreements.slice(0, 20).map((disagreement) => `  changed: ${disagreement}`);
  return [
    `texts in contexts: ${agree} of ${total} come out unchanged (${percent(agree, total)})`,
    ...wrong,
    "",
  ].join("\n");
}

if (values.render === undefined) await measure();
else {
  process.stderr.write("conformance: rendering is not there yet; only --parse can be measured.\n");
  process.exitCode = 2;
}
