// Rehearses the action minimum-stock in made-up worlds, and compares its mail with what is short in the world itself.
// A failure prints the seed and the smallest world that fails: run it again with `fc.assert(.., { seed, path })`.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Action } from "../../src/model/action.js";
import type { Mail } from "../../src/simulate/mail.js";
import { summarize } from "../../src/simulate/report/summary.js";
import { expectation, type ExpectationRules, type ShortStock } from "../../src/simulate/world/expectation.js";
import { generateWorld, MINIMUM_FIELD } from "../../src/simulate/world/generate.js";
import type { World } from "../../src/simulate/world/world.js";
import { recorded } from "../rehearsal/project.js";
import { rehearseIn } from "./in-world.js";

interface Case {
  readonly title: string;
  readonly action: Action;
  /** What counts for it. */
  readonly rules: ExpectationRules;
}

const ASSET_TYPES = (generateWorld(0, { stocks: 0 }).types ?? [])
  .filter(({ category }) => category === "asset")
  .map(({ id }) => id);
const [FIRST_TYPE = ""] = ASSET_TYPES;

/**
 * The targets count differently, and the expectation says so: `action` asks each stock for its assets, archived ones left
 * out; `action-plain` reads @linkToTemplateCount, which counts archived assets too as the simulated TOPdesk reads its
 * description, and only the asset types that it was given, which `action` does not look at.
 */
const CASES: readonly Case[] = [
  { title: "action", action: recorded("minimum-stock", "action"), rules: {} },
  {
    title: "action that counts bulk items",
    action: recorded("minimum-stock", "action", { countBulkItems: true }),
    rules: { countBulkItems: true },
  },
  {
    title: "action at or below the minimum, operational assets only",
    action: recorded("minimum-stock", "action", { short: "atOrBelow", onlyOperational: true }),
    rules: { short: "atOrBelow", onlyOperational: true },
  },
  {
    title: "action-plain of all asset types",
    action: recorded("minimum-stock", "action-plain", { assetTypes: ASSET_TYPES }),
    rules: { countArchived: true, assetTypes: ASSET_TYPES },
  },
  {
    title: "action-plain of one asset type, at or below the minimum",
    action: recorded("minimum-stock", "action-plain", { assetTypes: [FIRST_TYPE], short: "atOrBelow" }),
    rules: { countArchived: true, assetTypes: [FIRST_TYPE], short: "atOrBelow" },
  },
];

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** The stocks that a mail lists, one text each, sorted. */
function listed({ body }: Mail): readonly string[] {
  const rows = [...body.matchAll(/<tr><th scope="row"[^>]*>([^<]*)<\/th>((?:<td[^>]*>[^<]*<\/td>)+)<\/tr>/g)];
  return rows
    .map(([, name = "", cells = ""]) => {
      const [present, minimum] = [...cells.matchAll(/>([^<]+)</g)].map(([, cell = ""]) =>
        Number(cell.replaceAll(".", "").replace(",", ".")),
      );
      const decoded = name.replace(/&([a-z]+|#39);/g, (whole, word: string) => NAMED[word] ?? whole);
      return JSON.stringify([decoded, present, minimum]);
    })
    .toSorted();
}

const named = (stocks: readonly ShortStock[]) =>
  stocks.map(({ name, present, minimum }) => JSON.stringify([name, present, minimum])).toSorted();

/** The one mail of a run in which everything went well; undefined when there was none. */
async function mailIn(world: World, action: Action): Promise<Mail | undefined> {
  const { failed, mails, unrendered } = summarize(await rehearseIn(world, action));
  expect({ failed, unrendered, refused: mails.filter(({ accepted }) => !accepted) }).toEqual({
    failed: 0,
    unrendered: [],
    refused: [],
  });
  expect(mails.length).toBeLessThanOrEqual(1);
  return mails[0]?.mail;
}

async function expectRightMail(world: World, { action, rules }: Case): Promise<void> {
  const short = expectation(world, rules);
  const mail = await mailIn(world, action);
  expect(mail === undefined).toBe(short.length === 0);
  if (mail === undefined) return;
  expect(listed(mail)).toEqual(named(short));
  expect({ from: mail.from, to: mail.to, cc: mail.cc, bcc: mail.bcc, isHtml: mail.isHtml }).toEqual({
    from: "topdesk@example.com",
    to: ["admin@example.com"],
    cc: [],
    bcc: [],
    isHtml: true,
  });
}

describe.each(CASES)("$title", (tried) => {
  test("mails exactly the stocks that are short, once, and nothing when none is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(25), async (seed, stocks) => {
        await expectRightMail(generateWorld(seed, { stocks }), tried);
      }),
      { numRuns: 40 },
    );
  });

  test.each([0, 1000, 1001])("also with %d stocks", async (stocks) => {
    await expectRightMail(generateWorld(7, { stocks }), tried);
  });
});

describe.each(CASES)("$title, when more stocks have a minimum than fit on a page", (tried) => {
  const full = generateWorld(3, { stocks: 0 });
  const stocksOf = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      id: `00000001-0000-4000-8000-${String(index).padStart(12, "0")}`,
      type: full.types?.[0]?.id ?? "",
      name: `Voorraad ${String(index).padStart(4, "0")}`,
      fields: { [MINIMUM_FIELD]: index % 2 === 0 ? "3" : "0" },
    }));

  test("1,001: the first 1,000 by name are in the mail, and it says that the list is not complete", async () => {
    const world = { ...full, stocks: stocksOf(1001) };
    const mail = await mailIn(world, tried.action);
    if (mail === undefined) throw new Error("no mail");
    expect(listed(mail)).toEqual(named(expectation({ ...full, stocks: stocksOf(1000) }, tried.rules)));
    expect(mail.body).toContain("Deze lijst is niet volledig");
  });

  test("1,000: the list is complete, and nothing is said", async () => {
    const world = { ...full, stocks: stocksOf(1000) };
    const mail = await mailIn(world, tried.action);
    if (mail === undefined) throw new Error("no mail");
    expect(listed(mail)).toEqual(named(expectation(world, tried.rules)));
    expect(mail.body).not.toContain("Deze lijst is niet volledig");
  });
});
