import { documentChanges } from "../lib/diff/compare/documents.js";
import { differenceOf } from "../lib/diff/difference.js";
import { readExport, type ReadExport } from "../lib/diff/read-export.js";
import { Hider } from "../lib/diff/secrets/hider.js";
import { pointersIn } from "../lib/diff/show/pointers.js";
import { reportText } from "../lib/diff/show/report-text.js";
import { shownDifference } from "../lib/diff/show/show.js";
import { mergeExports } from "../lib/merge/merge.js";
import { median, paired, ratio, row } from "./measure.js";

interface Step {
  readonly [key: string]: unknown;
  readonly name: string;
}

/** A step with texts of the length that real ones have. Every tenth is a loop with three steps inside. */
function step(index: number): Step {
  const lines = Array.from(
    { length: 20 },
    (_, line) => `  "field${line}": "\${_responses.step${index}.body.x${line}}"`,
  );
  const request = {
    type: "HTTP_REQUEST",
    name: `step${index}`,
    method: "POST",
    url: `\${_topdeskUrl?no_esc}/tas/api/things${index}/\${unid}`,
    headers: [
      { name: "Authorization", value: "Basic ${_base64(_variables.user + ':' + _variables.password)}" },
    ],
    escapeBodyValues: true,
    body: `{\n${lines.join(",\n")}\n}`,
    executionCondition: "ALWAYS",
    customExecutionCondition: "",
  };
  if (index % 10 !== 9) return request;
  const subSteps = [0, 1, 2].map((inner) => ({
    ...step(10_000 + 10 * index + inner),
    name: `inner${index}x${inner}`,
  }));
  return {
    type: "LOOP",
    name: `loop${index}`,
    collectionTemplate: `\${list${index}}`,
    itemKey: "item",
    subSteps,
  };
}

function exportOf(steps: readonly Step[]): ReadExport {
  const configuration = {
    variables: [{ name: "password", value: "abcde-fghij-klmno-pqrst-uvwxy" }],
    mappingDefinitions: [],
    steps,
  };
  const file = {
    formatVersion: "2.10",
    exportDate: 1,
    action: { name: "A", description: "", configuration },
  };
  const reading = readExport(Buffer.from(JSON.stringify(file, null, 4)));
  if (reading.kind !== "read") throw new Error(reading.problem.message);
  return reading.file;
}

/** A tenth each: renamed, another line, moved, removed, added. Ours and theirs do it at other places. */
function edited(steps: readonly Step[], side: 0 | 5): readonly Step[] {
  const changed = steps.flatMap((old, index): readonly Step[] => {
    if ("subSteps" in old) return [old];
    const place = (index + side) % 10;
    if (place === 1) return [{ ...old, name: `${old.name}_renamed${side}` }];
    if (place === 2) return [{ ...old, body: String(old["body"]).replace('"field7"', `"other${side}"`) }];
    if (place === 3) return [];
    if (place === 4) return [old, { ...step(100_000 + index + side), name: `fresh${side}x${index}` }];
    return [old];
  });
  const from = changed.findIndex(({ name }) => name === `step${side + 10}`);
  const [moved] = changed.slice(from, from + 1);
  const rest = changed.filter((other) => other !== moved);
  return moved === undefined ? changed : [...rest.slice(0, from + 15), moved, ...rest.slice(from + 15)];
}

/** Two versions of an export that two sides made, and the one that both started from. */
interface Sample {
  readonly count: number;
  readonly before: ReadExport;
  readonly after: ReadExport;
  readonly theirs: ReadExport;
}

function sampleOf(count: number): Sample {
  const steps = Array.from({ length: count }, (_, index) => step(index));
  return {
    count,
    before: exportOf(steps),
    after: exportOf(edited(steps, 0)),
    theirs: exportOf(edited(steps, 5)),
  };
}

/** Microseconds for each step. */
function timed(count: number, work: () => void): number {
  const rounds = Math.ceil(1000 / count);
  const start = performance.now();
  for (let round = 0; round < rounds; round += 1) work();
  return ((performance.now() - start) * 1000) / rounds / count;
}

function figures(name: string, samples: readonly Sample[], work: (sample: Sample) => void): void {
  for (let warmUp = 0; warmUp < 20; warmUp += 1) samples.forEach((sample) => work(sample));
  const runs = Array.from({ length: 9 }, () =>
    samples.map((sample) => timed(sample.count, () => work(sample))),
  );
  const [small, large] = samples.map((_, index) => median(runs.map((run) => run[index] ?? NaN)));
  if (small === undefined || large === undefined) return;
  row(
    name,
    `${((large * 500) / 1000).toFixed(1)} ms, ${(large / small).toFixed(2)} times the time per step of 50 (aim: under 1.5)`,
  );
}

/**
 * How fast two exports are compared and three are merged, and how the time grows with the number of steps. The floor is
 * reading the two files.
 */
export function diffFigures(): void {
  const large = sampleOf(500);
  const samples = [sampleOf(50), large];
  figures("diff of 500 steps, half of them changed", samples, ({ before, after }) => {
    if (documentChanges(before.document, after.document).length === 0) throw new Error("no changes");
  });
  figures("the same as text, with secrets hidden", samples, ({ before, after }) => {
    const hider = new Hider([before.value, after.value]);
    const pointers = { before: pointersIn(before), after: pointersIn(after) };
    const difference = shownDifference(differenceOf(before, after), hider, pointers);
    reportText({ before: "a", after: "b", files: [{ status: "compared", path: "", difference }] }, false);
  });
  figures("merge of 500 steps, both sides changed", samples, ({ before, after, theirs }) => {
    mergeExports({ base: before, ours: after, theirs }, "ours");
  });
  const [compare, floor] = paired(
    9,
    () => timed(500, () => documentChanges(large.before.document, large.after.document)),
    () => timed(500, () => [large.before, large.after].forEach(({ bytes }) => readExport(bytes))),
  );
  row("diff beside reading the two files", ratio(compare, floor));
}
