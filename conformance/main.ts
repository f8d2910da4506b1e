// npm run conformance -- [--parse FILE..] [--render FILE..] [--mutants N] [--seed N] [--oracle run.sh] [--json]
// How far our FreeMarker agrees with the real one: the parser over files of vectors, and over mutants of their valid
// templates, for which the real one is asked (that needs Java; without it the mutants are left out); the evaluator over
// files of rendered templates. With --parse or --render only that is measured; --json prints one object for programs.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { isJsonObject, parseJson } from "../src/model/json.js";
import { compare, type Agreement, type ParseVector } from "./compare.js";
import { compareContexts, type ContextAgreement } from "./contexts.js";
import { mutantsOf } from "./mutants.js";
import { askOracle } from "./oracle.js";
import { readRenderVectors } from "./render-vectors.js";
import { compareRendering, renderAgreement, type RenderAgreement, type RenderComparison } from "./render.js";

const beside = (path: string) => fileURLToPath(new URL(`../../shared/${path}`, import.meta.url));

const { values, tokens } = parseArgs({
  allowPositionals: true,
  tokens: true,
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

/** The files of an option, with those behind it: the shell may have spread a pattern. Undefined when it is not given. */
function filesOf(option: "parse" | "render"): readonly string[] | undefined {
  if (values[option] === undefined) return undefined;
  const files: string[] = [];
  let current = "";
  for (const token of tokens) {
    if (token.kind === "option") current = token.name;
    if (token.kind === "option" && token.name === option) files.push(token.value);
    if (token.kind === "positional" && current === option) files.push(token.value);
  }
  return files;
}

const givenToParse = filesOf("parse");
const givenToRender = filesOf("render");
const everything = givenToParse === undefined && givenToRender === undefined;

async function measureParsing() {
  const files = givenToParse ?? (everything ? [beside("freemarker-vectors/parse.jsonl")] : []);
  if (files.length === 0) return undefined;
  const vectors = files.flatMap(readVectors);
  const parsed = compare(vectors);
  const count = Number(values.mutants ?? (everything ? 6000 : 0));
  const seed = Number(values.seed);
  const asks = count > 0 && existsSync(values.oracle);
  const templates = vectors.filter(({ ok }) => ok).map(({ template }) => template);
  const mutants = asks
    ? compare(await askOracle(values.oracle, mutantsOf(templates, count, seed)))
    : undefined;
  const contexts = asks ? await compareContexts(values.oracle, 1000, seed) : undefined;
  return { parsed, mutants, contexts, isMissingOracle: count > 0 && !asks };
}

function measureRendering(): readonly RenderComparison[] | undefined {
  const files = givenToRender ?? (everything ? [beside("freemarker-vectors/render.jsonl")] : []);
  return files.length === 0 ? undefined : files.flatMap(readRenderVectors).map(compareRendering);
}

async function measure(): Promise<void> {
  const parsing = await measureParsing();
  const comparisons = measureRendering();
  const render = comparisons === undefined ? undefined : renderAgreement(comparisons);
  if (values.json) {
    const result = {
      parse: parsing?.parsed ?? null,
      mutants: parsing?.mutants ?? null,
      contexts: parsing?.contexts ?? null,
      render: render ?? null,
    };
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return;
  }
  if (parsing !== undefined) process.stdout.write(describe("vectors", parsing.parsed));
  if (parsing?.mutants !== undefined) process.stdout.write(describe("mutants", parsing.mutants));
  if (parsing?.contexts !== undefined) process.stdout.write(describeContexts(parsing.contexts));
  if (parsing?.isMissingOracle === true)
    process.stdout.write(`mutants and contexts: left out, ${values.oracle} is not there\n`);
  if (render !== undefined) process.stdout.write(describeRendering(render, comparisons ?? []));
}

function describeRendering(render: RenderAgreement, comparisons: readonly RenderComparison[]): string {
  const { total, agree, tiers } = render;
  return [
    `rendering: ${agree} of ${total} agree (${percent(agree, total)})`,
    ...tiers.map(
      (part) => `  tier ${part.tier}: ${part.agree} of ${part.total} (${percent(part.agree, part.total)})`,
    ),
    ...comparisons.flatMap(({ vector, difference }) =>
      difference === undefined ? [] : [`  disagrees: ${vector.id}: ${difference}`],
    ),
    "",
  ].join("\n");
}

function describeContexts({ total, agree, disagreements }: ContextAgreement): string {
  const wrong = disagreements.slice(0, 20).map((disagreement) => `  changed: ${disagreement}`);
  return [
    `texts in contexts: ${agree} of ${total} come out unchanged (${percent(agree, total)})`,
    ...wrong,
    "",
  ].join("\n");
}

await measure();
