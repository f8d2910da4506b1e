import { describe, expect, test } from "vitest";
import { createTopdesk } from "../../../src/simulate/topdesk/answer.js";
import {
  asset,
  bodyOf,
  CONSUMABLE,
  errorIn,
  get,
  idOf,
  IN_STOCK,
  itemsOf,
  objectsIn,
  LAPTOP,
  SCREEN,
  SECRET_TYPE,
  stock,
  worldWith,
} from "./sample-world.js";
import { parseJson } from "../../../src/model/json.js";

const item = (index: number, name: string, archived = false) => ({
  id: idOf(3, index),
  type: CONSUMABLE,
  name,
  archived,
});
const PART = idOf(7, 1);
const world = worldWith({
  stocks: [stock(1, { fields: { minimum: 4 } }), stock(2)],
  assets: [
    asset(1, { stock: idOf(1, 1) }),
    asset(2, { stock: idOf(1, 2), archived: true }),
    asset(3, { type: SCREEN, stock: idOf(1, 2) }),
    asset(4, { type: SECRET_TYPE, stock: idOf(1, 2) }),
  ],
  bulkItems: [item(1, "Toner"), item(2, "batteries"), item(3, "Chalk", true)],
  quantities: [
    { stock: idOf(1, 1), bulkItem: idOf(3, 1), quantity: 7 },
    { stock: idOf(1, 1), bulkItem: idOf(3, 2), quantity: 0 },
    { stock: idOf(1, 1), bulkItem: idOf(3, 3), quantity: 12 },
    { stock: idOf(1, 2), bulkItem: idOf(3, 1), quantity: 5 },
  ],
  linkTypes: [{ id: PART, name: "Part of" }],
  links: [
    { source: idOf(2, 1), target: idOf(2, 3), type: PART },
    { source: idOf(2, 1), target: idOf(2, 4) },
  ],
});
const topdesk = createTopdesk(world);

describe("one card", () => {
  test("comes with the fields of its type", () => {
    const answer = get(topdesk, `/assets/${idOf(1, 1)}`);
    expect(answer.status).toBe(200);
    expect(bodyOf(answer)).toMatchObject({
      data: { id: idOf(1, 1), name: "Stock 1", minimum: "4", remark: "", "@status": "OPERATIONAL" },
      metadata: { templateName: "Stock room", resourceCategory: "stock", archived: false },
    });
  });

  test("is refused when it does not exist or may not be read", () => {
    expect(get(topdesk, `/assets/${idOf(1, 9)}`).status).toBe(404);
    expect(get(topdesk, `/assets/${idOf(2, 4)}`).status).toBe(403);
  });
});

describe("the links of a card", () => {
  const links = (query: string) =>
    objectsIn(parseJson(get(topdesk, `/assetLinks?${query}`).body)).map((link) => [
      link["name"],
      link["linkType"],
      link["capabilityName"],
    ]);

  test("go both ways; cards that may not be read are left out", () => {
    expect(links(`sourceId=${idOf(2, 1)}`)).toEqual([
      ["Asset 3", "child", "Part of"],
      ["Stock 1", "parent", "Asset is in stock"],
    ]);
    expect(links(`sourceId=${idOf(2, 1)}&capabilityId=${IN_STOCK}`)).toEqual([
      ["Stock 1", "parent", "Asset is in stock"],
    ]);
  });

  test("with targetId, only in this direction", () => {
    expect(links(`sourceId=${idOf(2, 1)}&targetId=${idOf(2, 3)}`)).toHaveLength(1);
    expect(links(`sourceId=${idOf(2, 3)}&targetId=${idOf(2, 1)}`)).toEqual([]);
  });

  test("need a card that exists", () => {
    expect(get(topdesk, "/assetLinks").status).toBe(400);
    expect(get(topdesk, `/assetLinks?sourceId=${idOf(2, 9)}`).status).toBe(404);
  });
});

describe("stock quantities", () => {
  const quantities = (query: string) => get(topdesk, `/stockQuantities?${query}`);
  const namesAndNumbers = (query: string, key: string) =>
    itemsOf(quantities(query)).map((line) => [objectsIn([line[key] ?? null])[0]?.["name"], line["quantity"]]);

  test("of a stock, by the name of the bulk item", () => {
    expect(namesAndNumbers(`stockId=${idOf(1, 1)}`, "bulkItem")).toEqual([
      ["batteries", 0],
      ["Chalk", 12],
      ["Toner", 7],
    ]);
    expect(bodyOf(quantities(`stockId=${idOf(1, 1)}`))["total"]).toBe(3);
  });

  test("of a bulk item, by the name of the stock", () => {
    expect(namesAndNumbers(`bulkItemId=${idOf(3, 1)}`, "stock")).toEqual([
      ["Stock 1", 7],
      ["Stock 2", 5],
    ]);
  });

  test("page by page, with the total of all pages and always the status 200", () => {
    const first = quantities(`stockId=${idOf(1, 1)}&pageSize=2`);
    expect([first.status, itemsOf(first).length, bodyOf(first)["total"]]).toEqual([200, 2, 3]);
    expect(namesAndNumbers(`stockId=${idOf(1, 1)}&pageSize=2&lastSeenName=Chalk`, "bulkItem")).toEqual([
      ["Toner", 7],
    ]);
  });

  test("have 100 lines a page unless asked otherwise", () => {
    const items = Array.from({ length: 101 }, (_, index) => item(index, `Item ${index}`));
    const full = createTopdesk(
      worldWith({
        stocks: [stock(1)],
        bulkItems: items,
        quantities: items.map(({ id }) => ({ stock: idOf(1, 1), bulkItem: id, quantity: 1 })),
      }),
    );
    const answer = get(full, `/stockQuantities?stockId=${idOf(1, 1)}`);
    expect([itemsOf(answer).length, bodyOf(answer)["total"]]).toEqual([100, 101]);
    expect(itemsOf(get(full, `/stockQuantities?stockId=${idOf(1, 1)}&pageSize=1000`))).toHaveLength(101);
  });

  test.each([
    "",
    `stockId=${idOf(1, 1)}&bulkItemId=${idOf(3, 1)}`,
    `stockId=${idOf(1, 9)}`,
    `stockId=${idOf(3, 1)}`,
    `stockId=${idOf(1, 1)}&pageSize=1001`,
    `stockId=${idOf(1, 1)}&pageSize=many`,
  ])("are refused for %j", (query) => expect(quantities(query).status).toBe(400));

  test("are refused for what the account may not read", () => {
    const blind = createTopdesk({ ...world, account: { login: "api", unreadableTypes: [idOf(0, 1)] } });
    expect(errorIn(get(blind, `/stockQuantities?stockId=${idOf(1, 1)}`))).toMatchObject({
      status: 400,
      appliesTo: ["stockId"],
    });
  });
});

test("stock totals count archived assets and leave out types that the account may not read", () => {
  const totals = itemsOf(get(topdesk, "/stockTotals")).map((total) => [
    objectsIn([total["target"] ?? null])[0]?.["name"],
    total["countOfLinkedResources"],
    total["countOfLinks"],
  ]);
  expect(totals).toEqual([
    ["batteries", 1, 0],
    ["Chalk", 1, 12],
    ["Laptop", 2, 2],
    ["Screen", 1, 1],
    ["Toner", 2, 12],
  ]);
});

describe("templates", () => {
  const names = (query: string) => itemsOf(get(topdesk, `/templates?${query}`)).map((type) => type["text"]);

  test("of one category, which is asset unless asked otherwise", () => {
    expect(names("")).toEqual(["Laptop", "Screen"]);
    expect(names("resourceCategory=stock")).toEqual(["Stock room"]);
  });

  test("archived or not, readable or not, by a part of their name", () => {
    expect(names("archived=false")).toEqual(["Laptop"]);
    expect(names("archived=true")).toEqual(["Screen"]);
    expect(names("includeNonReadable=true")).toEqual(["Laptop", "Safe", "Screen"]);
    expect(names("searchTerm=SCR")).toEqual(["Screen"]);
  });

  test("are refused when the account may read nothing at all", () => {
    const all = (world.types ?? []).map((type) => type.id);
    const blind = createTopdesk({ ...world, account: { login: "api", unreadableTypes: all } });
    expect(["/templates", "/fields", "/capabilities"].map((path) => get(blind, path).status)).toEqual([
      403, 403, 403,
    ]);
  });
});

describe("fields", () => {
  const fields = (query: string) => itemsOf(get(topdesk, `/fields?${query}`), "fields");
  const ids = (query: string) => fields(query).map((field) => field["id"]);

  test("all of them, whatever the category; includeInUse marks those of the category", () => {
    expect(ids("resourceCategory=stock")).toEqual([
      "bought",
      "brand",
      "minimum",
      "on-loan",
      "remark",
      "unused",
    ]);
    const inUse = fields("resourceCategory=stock&includeInUse=true").filter(
      (field) => field["inUse"] === true,
    );
    expect(inUse.map((field) => field["id"])).toEqual(["minimum", "remark"]);
    expect(fields("")[0]).not.toHaveProperty("inUse");
  });

  test("by name and by type", () => {
    expect(fields("searchTerm=MINI")).toMatchObject([
      { id: "minimum", name: "Minimum", fieldType: "numberField" },
    ]);
    expect(ids(`templateId=${idOf(0, 1)}`)).toEqual(["minimum", "remark"]);
    expect(ids(`templateId=${idOf(0, 1)}&excludedTemplateId=${idOf(0, 1)}`)).toEqual(["remark"]);
    expect(ids(`excludedTemplateId=${LAPTOP}`)).toEqual(["minimum", "remark"]);
    expect(ids("includeFromVisibleTemplatesOnly=true")).not.toContain("unused");
  });
});

test("link types have the one for assets in stock, and those of the world", () => {
  expect(itemsOf(get(topdesk, "/capabilities")).map(({ id, text }) => [id, text])).toEqual([
    [IN_STOCK, "Asset is in stock"],
    [PART, "Part of"],
  ]);
});
