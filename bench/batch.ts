// One process of the batch measurement: builds or writes a number of files and says what it took, as JSON.
//   node --import tsx bench/batch.ts build|floor <count> <folder>
import { mkdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { minimumStock } from "../lib/actions/minimum-stock/index.js";
import { buildAction } from "../lib/dist/build.js";
import { writeAtomically } from "../lib/dist/files.js";
import { handlebarsTexts } from "../lib/text/handlebars-texts.js";
import { loadTemplates } from "../lib/cli/project.js";

const [mode, countText = "0", folder = ""] = process.argv.slice(2);
const count = Number(countText);
mkdirSync(folder, { recursive: true });
const texts = handlebarsTexts(await loadTemplates());
/** Parameters that differ from file to file in every kind of value. */
function parameters(index: number) {
  const time = `${String(index % 24).padStart(2, "0")}:${String(index % 60).padStart(2, "0")}`;
  return {
    schedule: { frequency: "DAILY", time, timeZone: index % 2 === 0 ? "Europe/Amsterdam" : "Europe/Berlin" },
    minimumField: `minimale-voorraad-${index}`,
    short: index % 2 === 0 ? "below" : "atOrBelow",
    countBulkItems: index % 3 === 0,
    language: index % 2 === 0 ? "nl" : "en",
  };
}

function built(index: number): string {
  const request = {
    definition: minimumStock,
    target: "action",
    parameters: parameters(index),
    customer: "bench",
  } as const;
  const { files, diagnostics } = buildAction(request, { texts });
  const [file] = files;
  if (file === undefined || diagnostics.some(({ severity }) => severity === "error"))
    throw new Error("not built");
  return file.content;
}

// Both sides start warm and write the same bytes to the same kind of folder.
const values: readonly unknown[] = Array.from(
  { length: 20 },
  (_, index) => JSON.parse(built(index)) as unknown,
);
const start = performance.now();
for (let index = 0; index < count; index += 1) {
  const path = join(folder, `${index}.json`);
  if (mode === "build") writeAtomically(path, built(index));
  else await writeFile(path, JSON.stringify(values[index % values.length], null, 4));
}
const milliseconds = performance.now() - start;
console.log(JSON.stringify({ milliseconds, peakMegabytes: process.resourceUsage().maxRSS / 1024 }));
