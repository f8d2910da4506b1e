import { readFileSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isJsonObject, parseJson } from "../../../src/model/json.js";
import { createTopdesk } from "../../../src/simulate/topdesk/answer.js";
import { expectation } from "../../../src/simulate/world/expectation.js";
import { readWorld } from "../../../src/simulate/world/read.js";
import type { World } from "../../../src/simulate/world/world.js";
import { itemsOf, objectsIn, textOf } from "../topdesk/sample-world.js";

const fileOf = (name: string) => new URL(`../../../worlds/${name}.json`, import.meta.url);

function shipped(name: string): World {
  const reading = readWorld(readFileSync(fileOf(name), "utf8"), `${name}.json`);
  if (reading.kind !== "world") throw new Error(JSON.stringify(reading.diagnostics));
  return reading.world;
}

describe.each(["school", "hospital"])("the world %s", (name) => {
  const world = shipped(name);

  test("is small enough to read", () => expect(statSync(fileOf(name)).size).toBeLessThan(200_000));

  test("holds no address of a real person or company", () => {
    const text = readFileSync(fileOf(name), "utf8");
    const domains = [...text.matchAll(/@([\w.-]+)|https?:\/\/([\w.-]+)/g)].map(
      (found) => found[1] ?? found[2],
    );
    expect(domains.filter((domain) => !/(?:^|\.)example\.com$/.test(String(domain)))).toEqual([]);
  });

  test("has stocks that are short and stocks that are not, archived ones and some without a minimum", () => {
    const short = expectation(world);
    const stocks = world.stocks ?? [];
    expect(short.length).toBeGreaterThan(0);
    expect(short.length).toBeLessThan(stocks.length);
    expect(stocks.some((stock) => stock.archived)).toBe(true);
    expect(stocks.some((stock) => stock.fields?.["minimale-voorraad"] === "")).toBe(true);
    expect(stocks.map((stock) => stock.name).join("")).toMatch(/".*&|&.*"/);
    expect(stocks.map((stock) => stock.name).join("")).toContain("<");
  });
});

test("in the school, two stocks of assets and the cupboard with bulk items are short", () => {
  expect(
    expectation(shipped("school")).map(({ name, present, minimum }) => [name, present, minimum]),
  ).toEqual([
    ["ICT-berging begane grond", 3, 5],
    ["Beeld & geluid", 1, 2],
    ["Conciërge: krijt, batterijen en toner", 0, 20],
  ]);
});

describe("the requests of well-known action sequences are answered in the school", () => {
  const topdesk = createTopdesk(shipped("school"));
  const headers = { Authorization: `Basic  ${Buffer.from("api-school:sample").toString("base64")}` };
  const ask = (method: string, url: string, body = "") => topdesk.answer({ method, url, headers, body });
  const BASE = "https://topdesk.example.com/tas/api";
  const card = (index: number) => `00000020-0000-4000-8000-00000000000${index}`;

  test("the owner of the asset of a change is found, and made its manager", () => {
    const [found] = itemsOf(ask("GET", `${BASE}/assetmgmt/assets?linkedTo=change/${card(2)}`));
    const owners = ask("GET", `${BASE}/assetmgmt/assets/${textOf(found?.["id"])}/assignments`);
    const [owner] = itemsOf(owners, "persons");
    expect(objectsIn([owner?.["person"] ?? null])).toMatchObject([{ name: "Voorbeeld, Anna" }]);
    expect(ask("PATCH", `${BASE}/operatorChangeActivities/${card(3)}`, "[]").status).toBe(200);
  });

  test("an incident is made", () => expect(ask("POST", `${BASE}/incidents`, "{}").status).toBe(201));

  test("an incident is read and an on-call service is told", () => {
    const incident = parseJson(ask("GET", `${BASE}/incidents/id/${card(1)}`).body);
    expect(isJsonObject(incident) && Object.keys(incident)).toEqual(
      expect.arrayContaining([
        ...["callType", "category", "subcategory", "processingStatus"],
        ...["operatorGroup", "operator", "priority"],
      ]),
    );
    expect(ask("POST", "https://oncall.example.com/trigger", "{}").status).toBe(202);
  });
});
