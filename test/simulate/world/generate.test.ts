import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createTopdesk } from "../../../src/simulate/topdesk/answer.js";
import { expectation } from "../../../src/simulate/world/expectation.js";
import { generateWorld, MINIMUM_FIELD } from "../../../src/simulate/world/generate.js";
import { readWorld } from "../../../src/simulate/world/read.js";
import type { World } from "../../../src/simulate/world/world.js";
import {
  asset,
  bodyOf,
  CONSUMABLE,
  get,
  idOf,
  IN_STOCK,
  itemsOf,
  SCREEN,
  stock,
  textOf,
  worldWith,
} from "../topdesk/sample-world.js";

test.each([0, 1, 1000, 1001, 10_000])("a world with %i stocks fits the schema", (stocks) => {
  const world = generateWorld(1, { stocks });
  expect(world.stocks).toHaveLength(stocks);
  expect(readWorld(JSON.stringify(world), "world.json")).toMatchObject({ kind: "world" });
});

test("the same seed makes the same world, another seed another one", () => {
  const make = (seed: number) => JSON.stringify(generateWorld(seed, { stocks: 30 }).stocks);
  expect(make(5)).toBe(make(5));
  expect(make(5)).not.toBe(make(6));
});

test("any seed and size makes a world that fits the schema", () => {
  const size = fc.record({
    stocks: fc.nat(20),
    assetTypes: fc.integer({ min: 1, max: 4 }),
    assetsInStock: fc.nat(5),
    bulkItems: fc.nat(5),
  });
  fc.assert(
    fc.property(fc.integer(), size, (seed, options) => {
      const reading = readWorld(JSON.stringify(generateWorld(seed, options)), "world.json");
      expect(reading).toMatchObject({ kind: "world" });
    }),
    { numRuns: 50 },
  );
});

test("a world holds what is hard on actions", () => {
  const { stocks = [], assets = [] } = generateWorld(1, { stocks: 1000 });
  const names = stocks.map((card) => card.name).join("\n");
  for (const part of ['"', "'", "\\", "<script>", "&amp;", "💻", "${", "<#if", "\r\n"])
    expect(names).toContain(part);
  expect(Math.max(...stocks.map((card) => card.name.length))).toBeGreaterThan(4000);
  const minima = stocks.map((card) => card.fields?.[MINIMUM_FIELD]);
  expect(minima).toEqual(expect.arrayContaining([undefined, null, "", "0", "-1", "veel"]));
  expect(minima.some((minimum) => /^\d+\.\d+$/.test(String(minimum)))).toBe(true);
  expect(minima.some((minimum) => /^\d+,\d+$/.test(String(minimum)))).toBe(true);
  expect(minima.some((minimum) => typeof minimum === "number")).toBe(true);
  expect(stocks.some((card) => card.archived)).toBe(true);
  expect(assets.some((card) => card.archived)).toBe(true);
  expect(assets.some((card) => card.stock === undefined)).toBe(true);
  const equal = stocks.filter(
    (card) => card.fields?.[MINIMUM_FIELD] === String(assets.filter((it) => it.stock === card.id).length),
  );
  expect(equal.length).toBeGreaterThan(10);
});

describe("which stocks are short", () => {
  const world = worldWith({
    stocks: [
      stock(1, { fields: { minimum: "2" } }),
      stock(2, { fields: { minimum: 1 } }),
      stock(3, { fields: { minimum: "1.5" }, archived: true }),
      ...["", "0", "-1", "many", "1,5", null].map((minimum, index) =>
        stock(10 + index, { fields: { minimum } }),
      ),
      stock(20),
    ],
    assets: [
      asset(1, { stock: idOf(1, 1) }),
      asset(2, { stock: idOf(1, 1), archived: true, type: SCREEN }),
      asset(3, { stock: idOf(1, 2), status: "IMPACTED" }),
    ],
    bulkItems: [{ id: idOf(3, 1), type: CONSUMABLE, name: "Toner" }],
    quantities: [{ stock: idOf(1, 1), bulkItem: idOf(3, 1), quantity: 5 }],
  });
  const shortNumbers = (rules: Parameters<typeof expectation>[1]) =>
    expectation(world, { minimumField: "minimum", ...rules }).map((short) => Number(short.id.slice(-2)));

  test("those with fewer assets than their minimum; archived ones do not count", () => {
    expect(expectation(world, { minimumField: "minimum" })).toEqual([
      { id: idOf(1, 1), name: "Stock 1", present: 1, minimum: 2 },
    ]);
  });

  test("by other rules", () => {
    expect(shortNumbers({ short: "atOrBelow" })).toEqual([1, 2]);
    expect(shortNumbers({ onlyOperational: true })).toEqual([1, 2]);
    expect(shortNumbers({ countBulkItems: true })).toEqual([]);
    expect(shortNumbers({ countArchived: true })).toEqual([]);
    expect(shortNumbers({ assetTypes: [SCREEN] })).toEqual([1, 2]);
    expect(shortNumbers({ minimumField: "other" })).toEqual([]);
  });
});

/** Which stocks are short, asked of the simulated TOPdesk with the requests of the action minimum-stock. */
function askedShort(world: World): readonly unknown[] {
  const topdesk = createTopdesk(world);
  const stocks: ReturnType<typeof itemsOf>[number][] = [];
  for (let status = 206; status === 206;) {
    const answer = get(
      topdesk,
      `/assets?resourceCategory=stock&archived=false&fields=name,${MINIMUM_FIELD}&$filter=${MINIMUM_FIELD}%20isNotEmpty&pageSize=1000&fetchCount=true&pageStart=${stocks.length}`,
    );
    stocks.push(...itemsOf(answer));
    status = answer.status;
  }
  return stocks.flatMap(({ id, name, [MINIMUM_FIELD]: field }) => {
    const query = `linkedToAsset=${textOf(id)}&linkedWithDirection=source&linkedWithCapability=${IN_STOCK}`;
    const answer = get(topdesk, `/assets?${query}&archived=false&fetchCount=true&fetchData=false`);
    const present = Number(bodyOf(answer)["count"]);
    const text = textOf(field).trim();
    const minimum = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : 0;
    return minimum > 0 && present < minimum ? [{ id, name, present, minimum }] : [];
  });
}

const sorted = (stocks: readonly unknown[]) => stocks.map((each) => JSON.stringify(each)).toSorted();

test("the simulated TOPdesk and the world agree on which stocks are short", () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(40), (seed, stocks) => {
      const world = generateWorld(seed, { stocks });
      expect(sorted(askedShort(world))).toEqual(sorted(expectation(world)));
    }),
    { numRuns: 40 },
  );
});

test("also on 10,000 stocks, page by page", () => {
  const world = generateWorld(2, { stocks: 10_000 });
  const short = sorted(expectation(world));
  expect(short.length).toBeGreaterThan(1000);
  expect(sorted(askedShort(world))).toEqual(short);
});
