/**
 * Requests of the Asset Management API.
 *
 * Source: TOPdesk's API description "Asset Management", version 1.91.1, base path /tas/api/assetmgmt.
 */
import {
  listShape,
  numberShape,
  numericShape,
  optionalShape,
  recordShape,
  textShape,
} from "../builders/shape.js";
import { url } from "../builders/text.js";
import type { Value } from "../builders/value.js";
import type { ApiRequest } from "./api.js";
import { withQuery } from "./query.js";

/** The link type "asset is in stock", in which the stock is the source (API description). */
export const IN_STOCK = "dad98dad-054b-41ae-a727-3e3b37342739";

/** The most that one answer holds, for assets and for stock quantities (API description). */
export const LARGEST_PAGE = 1000;

const BASE = url`/tas/api/assetmgmt`;
const ACCEPT_ASSETS = "application/x.topdesk-am-assets-v2+json";
const ACCEPT_QUANTITIES = "application/x.topdesk-am-stock-quantities-v0+json";

/** One page of the stocks that have a minimum; `count` says how many there are in all. */
const stocksShape = (minimumField: string) =>
  recordShape({
    count: optionalShape(numberShape),
    dataSet: listShape(
      recordShape(
        { id: textShape, name: optionalShape(textShape), minimum: numericShape },
        { minimum: minimumField },
      ),
    ),
  });

/**
 * The stocks whose minimum field is filled in, at most {@link LARGEST_PAGE}, archived ones left out.
 *
 * @param minimumField the id of the number field with the minimum
 */
export function stocksWithMinimum(minimumField: string): ApiRequest<ReturnType<typeof stocksShape>> {
  return {
    method: "GET",
    path: withQuery(url`${BASE}/assets`, stockQuery(minimumField, [])),
    headers: { Accept: ACCEPT_ASSETS },
    answer: stocksShape(minimumField),
  };
}

const countedStocksShape = (minimumField: string) =>
  recordShape({
    count: optionalShape(numberShape),
    dataSet: listShape(
      recordShape(
        { id: textShape, name: optionalShape(textShape), minimum: numericShape, linked: numericShape },
        { minimum: minimumField, linked: "@linkToTemplateCount" },
      ),
    ),
  });

/**
 * {@link stocksWithMinimum}, each with the number of assets of one type (template) that are in it, as `linked`.
 *
 * The direction is the role of the linked asset, as in `linkedWithDirection` (inferred: the description of
 * `@linkToTemplateCount` does not say whose role it is).
 */
export function stocksWithCount(
  minimumField: string,
  templateId: string,
): ApiRequest<ReturnType<typeof countedStocksShape>> {
  return {
    method: "GET",
    path: withQuery(url`${BASE}/assets`, {
      ...stockQuery(minimumField, ["@linkToTemplateCount"]),
      linkedToTemplate: templateId,
      linkedToTemplateWithDirection: "target",
      linkedToTemplateWithCapability: IN_STOCK,
    }),
    headers: { Accept: ACCEPT_ASSETS },
    answer: countedStocksShape(minimumField),
  };
}

function stockQuery(minimumField: string, moreFields: readonly string[]) {
  return {
    resourceCategory: "stock",
    archived: false,
    fields: ["name", minimumField, ...moreFields].join(","),
    $filter: `${minimumField} isNotEmpty`,
    pageSize: LARGEST_PAGE,
    fetchCount: true,
  };
}

/**
 * How many assets are in a stock, as `count`, archived assets left out.
 *
 * @param onlyOperational leave out assets whose status is IMPACTED
 */
export function countInStock(
  stockId: Value<"text">,
  onlyOperational: boolean,
): ApiRequest<typeof countShape> {
  return {
    method: "GET",
    path: withQuery(url`${BASE}/assets`, {
      linkedToAsset: stockId,
      linkedWithDirection: "source",
      linkedWithCapability: IN_STOCK,
      archived: false,
      ...(onlyOperational ? { assetStatus: "OPERATIONAL" } : {}),
      fetchCount: true,
      fetchData: false,
    }),
    headers: { Accept: ACCEPT_ASSETS },
    answer: countShape,
  };
}

const countShape = recordShape({ count: numberShape });

/** The bulk items in a stock with their quantities, at most {@link LARGEST_PAGE}; `total` says how many lines there are. */
export function bulkItemsInStock(stockId: Value<"text">): ApiRequest<typeof quantitiesShape> {
  return {
    method: "GET",
    path: withQuery(url`${BASE}/stockQuantities`, { stockId, pageSize: LARGEST_PAGE }),
    headers: { Accept: ACCEPT_QUANTITIES },
    answer: quantitiesShape,
  };
}

const quantitiesShape = recordShape({
  total: optionalShape(numberShape),
  dataSet: listShape(recordShape({ quantity: numberShape })),
});
