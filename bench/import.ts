import { formatCode } from "../lib/cli/import/format-code.js";
import { generate } from "../lib/import/generate.js";
import * as packageExports from "../lib/index.js";
import type { JsonObject } from "../lib/model/json.js";
import { median } from "./measure.js";

/** Milliseconds for an import of so many steps: code, its layout, and building the export again from it. */
export interface ImportTimes {
  readonly whole: number;
  /** Without prettier, which lays the code out. */
  readonly withoutLayout: number;
}

/** How long an import takes, each beside the other so that both see the same machine. */
export async function importTimes(
  sizes: readonly [number, number],
): Promise<readonly [ImportTimes, ImportTimes]> {
  const [small, large] = sizes.map(exportOf);
  if (small === undefined || large === undefined) throw new Error("no sizes");
  await imported(large, formatCode);
  const rounds: (readonly [ImportTimes, ImportTimes])[] = [];
  for (let round = 0; round < 5; round += 1) rounds.push([await timesOf(small), await timesOf(large)]);
  const middle = (which: 0 | 1): ImportTimes => ({
    whole: median(rounds.map((round) => round[which].whole)),
    withoutLayout: median(rounds.map((round) => round[which].withoutLayout)),
  });
  return [middle(0), middle(1)];
}

async function timesOf(value: JsonObject): Promise<ImportTimes> {
  const withoutLayout = await imported(value, (code) => Promise.resolve(code));
  return { whole: await imported(value, formatCode), withoutLayout };
}

async function imported(value: JsonObject, format: (code: string) => Promise<string>): Promise<number> {
  const start = performance.now();
  const generation = await generate(value, packageExports, format);
  if (generation.kind === "failed") throw new Error(generation.reason);
  if (generation.module.refinements.size > 0) throw new Error("a step was not said by the builders");
  return performance.now() - start;
}

/** An export whose steps read each other: requests, conditions, texts that the builders can and cannot say. */
function exportOf(steps: number): JsonObject {
  return {
    formatVersion: "2.10",
    exportDate: 1_612_345_678_901,
    action: {
      name: "Many steps",
      description: "",
      configuration: {
        variables: ["topdesk_user", "topdesk_applicationpassword"].map((name) => ({ name, value: "" })),
        mappingDefinitions: [],
        steps: Array.from({ length: steps }, (_, index) => stepOf(index)),
      },
    },
  };
}

function stepOf(index: number): JsonObject {
  const before = `_responses.step_${index - 1}.body`;
  const isFirst = index === 0;
  return {
    type: "HTTP_REQUEST",
    name: `step_${index}`,
    method: "POST",
    url: `\${_topdeskUrl?no_esc}/tas/api/things/${isFirst ? "first" : `\${${before}.items[0].id}`}`,
    headers: [
      { name: "Content-Type", value: "application/json" },
      {
        name: "Authorization",
        value: 'Basic ${_base64(_variables.topdesk_user + ":" + _variables.topdesk_applicationpassword)}',
      },
    ],
    escapeBodyValues: true,
    body: `{\n  "number": "${index}",\n  "text": "Dear \${naam?upper_case}, ${isFirst ? "" : `\${${before}.name}`}"\n}`,
    executionCondition: isFirst ? "ONLY_WHEN_PREVIOUS_SUCCEEDED" : "ONLY_WHEN_PREVIOUS_SUCCEEDED_AND_CUSTOM",
    customExecutionCondition: isFirst ? "" : `\${(${before}.name)?has_content?c}`,
  };
}
