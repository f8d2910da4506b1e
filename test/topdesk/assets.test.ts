import { describe, expect, test } from "vitest";
import { print } from "../../src/builders/text.js";
import { ITEM, postfix, reference, topLevel } from "../../src/builders/value.js";
import type { ApiRequest } from "../../src/topdesk/api.js";
import {
  bulkItemsInStock,
  countInStock,
  IN_STOCK,
  stocksWithCount,
  stocksWithMinimum,
} from "../../src/topdesk/assets.js";
import { card, sourceOf } from "../builders/sample-values.js";

const ASSETS = "application/x.topdesk-am-assets-v2+json";
const QUANTITIES = "application/x.topdesk-am-stock-quantities-v0+json";

/** A request as its method, path, query parameters and headers. */
function outline({ method, path, headers }: ApiRequest): readonly unknown[] {
  const address = new URL(`https://x.example${print(path, "url")}`);
  return [method, address.pathname, Object.fromEntries(address.searchParams), headers];
}

const stocks = {
  resourceCategory: "stock",
  archived: "false",
  $filter: "minimale-voorraad isNotEmpty",
  pageSize: "1000",
  fetchCount: "true",
};

describe("requests", () => {
  test.each<[string, ApiRequest, string, Readonly<Record<string, string>>, string]>([
    [
      "the stocks with a minimum",
      stocksWithMinimum("minimale-voorraad"),
      "/assets",
      { ...stocks, fields: "name,minimale-voorraad" },
      ASSETS,
    ],
    [
      "the stocks with a minimum and a count of one type",
      stocksWithCount("minimale-voorraad", "type-id"),
      "/assets",
      {
        ...stocks,
        fields: "name,minimale-voorraad,@linkToTemplateCount",
        linkedToTemplate: "type-id",
        linkedToTemplateWithDirection: "target",
        linkedToTemplateWithCapability: IN_STOCK,
      },
      ASSETS,
    ],
    [
      "the count of assets in a stock",
      countInStock(card.name, false),
      "/assets",
      {
        linkedToAsset: "${card.name}",
        linkedWithDirection: "source",
        linkedWithCapability: IN_STOCK,
        archived: "false",
        fetchCount: "true",
        fetchData: "false",
      },
      ASSETS,
    ],
    [
      "the bulk items in a stock",
      bulkItemsInStock(card.name),
      "/stockQuantities",
      { stockId: "${card.name}", pageSize: "1000" },
      QUANTITIES,
    ],
  ])("ask for %s", (_what, request, path, query, accept) => {
    expect(outline(request)).toEqual(["GET", `/tas/api/assetmgmt${path}`, query, { Accept: accept }]);
  });

  test("leave out assets that do not work only when asked to", () => {
    expect(print(countInStock(card.name, true).path, "url")).toContain("&assetStatus=OPERATIONAL&");
    expect(print(countInStock(card.name, false).path, "url")).not.toContain("assetStatus");
  });
});

describe("answers", () => {
  test("are read by the keys that they have in the data", () => {
    const page = reference(stocksWithCount("minimale-voorraad", "type-id").answer, topLevel("page"));
    const stock = reference(page.dataSet[ITEM], postfix("stock"));
    expect([page.count, stock.id, stock.name, stock.minimum, stock.linked].map(sourceOf)).toEqual([
      "page.count",
      "stock.id",
      "stock.name",
      'stock["minimale-voorraad"]',
      'stock["@linkToTemplateCount"]',
    ]);
  });
});
