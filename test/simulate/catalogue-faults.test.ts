// What the actions of the catalogue do when something goes wrong, in the world of the school. The tables are golden files:
// refresh them with npm run golden:update, and look at the difference.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Action } from "../../src/model/action.js";
import { parseJson } from "../../src/model/json.js";
import { faultRows, type FaultRow } from "../../src/simulate/report/fault-table.js";
import { faultTable } from "../../src/simulate/report/fault-table-text.js";
import { faultsOf, withFaults } from "../../src/simulate/faults.js";
import { httpSteps, rehearse, rehearseFaults } from "../../src/simulate/rehearse.js";
import { DEFAULT_SEMANTICS, type Semantics } from "../../src/simulate/semantics.js";
import { readWorld } from "../../src/simulate/world/read.js";
import type { World } from "../../src/simulate/world/world.js";
import { readFile } from "../../src/targets/read.js";
import { recorded } from "../rehearsal/project.js";
import { rehearsalIn, rehearseIn } from "./in-world.js";

const root = new URL("../../", import.meta.url);

const shipped = (name: string): World => {
  const reading = readWorld(readFileSync(new URL(`worlds/${name}.json`, root), "utf8"), name);
  if (reading.kind !== "world") throw new Error(`${name} cannot be read`);
  return reading.world;
};
const school = shipped("school");

const builtFiles = readdirSync(new URL("dist/default/", root)).filter((name) => name.endsWith(".json"));

const built = (file: string): Action => {
  const read = readFile(parseJson(readFileSync(new URL(`dist/default/${file}`, root), "utf8")));
  if (read === undefined) throw new Error(`${file} is no action`);
  return read.action;
};

const assetTypes = (school.types ?? []).filter(({ category }) => category === "asset").map(({ id }) => id);

const ACTIONS: readonly (readonly [string, Action])[] = [
  ...builtFiles.map((file) => [file.replace(/\.json$/, ""), built(file)] as const),
  ["minimum-stock.action-plain", recorded("minimum-stock", "action-plain", { assetTypes })],
  ["minimum-stock.bulk-items.action", recorded("minimum-stock", "action", { countBulkItems: true })],
];

async function rowsOf(action: Action, semantics: Semantics): Promise<readonly FaultRow[]> {
  const card = school.cards?.[action.cardType ?? ""] ?? {};
  const without = await rehearseIn(school, action, { semantics, card });
  const cases = await rehearseFaults(action, (faults) =>
    rehearseIn(school, action, { semantics, card, faults }),
  );
  return faultRows(without, cases);
}

const SEMANTICS = (["success", "failure", "nothing"] as const).flatMap((skippedCountsAs) =>
  (["error body", "last answer", "nothing"] as const).map((failedAnswer): Semantics => ({
    skippedCountsAs,
    failedAnswer,
  })),
);

test("all actions that are shipped are tried", () => {
  expect(builtFiles.length).toBeGreaterThanOrEqual(3);
});

describe.each(ACTIONS)("%s", (name, action) => {
  test("sends its mail when nothing goes wrong", async () => {
    const card = school.cards?.[action.cardType ?? ""] ?? {};
    const { steps } = await rehearseIn(school, action, { card });
    expect(steps.filter(({ outcome }) => outcome.kind === "failed")).toEqual([]);
    expect(steps.filter(({ deed }) => deed?.kind === "request" && deed.mail !== undefined)).toHaveLength(1);
  });

  test("does exactly this under each fault", async () => {
    const rows = await rowsOf(action, DEFAULT_SEMANTICS);
    const table = faultTable(rows);
    for (const line of table.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
    await expect(table).toMatchFileSnapshot(
      new URL(`test/golden/simulate/faults/${name}.txt`, root).pathname,
    );
  });

  test.each(SEMANTICS)(
    "claims nothing false under any fault, with $skippedCountsAs for skipped steps and $failedAnswer after failures",
    async (semantics) => {
      const rows = await rowsOf(action, semantics);
      expect(rows.filter(({ claim }) => claim === "other")).toEqual([]);
      expect(rows.every(({ met }) => met)).toBe(true);
    },
  );
});

describe.each(ACTIONS.filter(([, action]) => action.steps.some(({ kind }) => kind === "loop")))(
  "%s, when one turn of the loop goes wrong and the others go well",
  (_name, action) => {
    const inLoop = action.steps.flatMap(({ subSteps = [] }) => httpSteps(subSteps));

    test.each(SEMANTICS)(
      "claims nothing false, with $skippedCountsAs for skipped steps and $failedAnswer after failures",
      async (semantics) => {
        const without = await rehearseIn(school, action, { semantics });
        for (const fault of inLoop.flatMap(faultsOf)) {
          for (const broken of [1, 4]) {
            const rehearsal = rehearsalIn(school, { semantics });
            const faulty = withFaults(rehearsal.exchange, [fault]);
            let turn = 0;
            const trace = await rehearse(action, {
              ...rehearsal,
              exchange: (request, step) => {
                if (step.name === fault.step) turn += 1;
                return (turn === broken ? faulty : rehearsal.exchange)(request, step);
              },
            });
            const [row] = faultRows(without, [{ fault, trace }]);
            expect([fault.step, fault.word, broken, row?.claim, row?.met]).toEqual([
              fault.step,
              fault.word,
              broken,
              fault.word === "slow" ? "same" : "missed",
              true,
            ]);
          }
        }
      },
    );
  },
);
