import type { JsonObject } from "../../model/json.js";
import type { HttpAnswer } from "../http.js";
import { LARGEST_PAGE } from "./assets.js";
import { byName, compareTexts, isReadable, type Cards, type StockedQuantity } from "./cards.js";
import type { ApiRequest, Query } from "./api-request.js";
import { countParameter, shown, textParameter } from "./parameters.js";
import { badRequest, jsonAnswer } from "./reply.js";

/** The `pageSize` of a request that gives none (Asset Management API 1.91.1, getAllStockQuantities). */
const DEFAULT_PAGE = 100;

const MEDIA_TYPE = "application/x.topdesk-am-stock-quantities-v0+json";

/**
 * GET /stockQuantities: the bulk items in a stock, or the stocks with a bulk item, with their quantities.
 *
 * Source: Asset Management API 1.91.1, getAllStockQuantities: exactly one of `stockId` and `bulkItemId`; by name;
 * `lastSeenName` gives the names after it; `total` counts all pages. A card that does not exist or may not be read is
 * a 400. Always 200, also when there are more pages.
 */
export function answerStockQuantities(cards: Cards, { query }: ApiRequest): HttpAnswer {
  const size = countParameter(query, "pageSize", { default: DEFAULT_PAGE, maximum: LARGEST_PAGE });
  const { lines, nameOf } = linesOf(cards, query);
  const seen = textParameter(query, "lastSeenName");
  const rest = seen === undefined ? lines : lines.filter((line) => compareTexts(nameOf(line), seen) > 0);
  return jsonAnswer(200, { dataSet: rest.slice(0, size).map(described), total: lines.length }, MEDIA_TYPE);
}

interface Lines {
  readonly lines: readonly StockedQuantity[];
  readonly nameOf: (line: StockedQuantity) => string;
}

function linesOf(cards: Cards, query: Query): Lines {
  const stock = textParameter(query, "stockId");
  const bulkItem = textParameter(query, "bulkItemId");
  if ((stock === undefined) === (bulkItem === undefined))
    throw badRequest("value_invalid", "stockId", "Give either stockId or bulkItemId.");
  if (stock !== undefined) {
    mustBeReadable(cards, "stock", "stockId", stock);
    const lines = cards.quantities.filter((line) => line.stock.id === stock);
    return {
      lines: lines.toSorted((left, right) => byName(left.bulkItem, right.bulkItem)),
      nameOf: (line) => line.bulkItem.name,
    };
  }
  mustBeReadable(cards, "bulkItem", "bulkItemId", bulkItem ?? "");
  const lines = cards.quantities.filter((line) => line.bulkItem.id === bulkItem);
  return {
    lines: lines.toSorted((left, right) => byName(left.stock, right.stock)),
    nameOf: (line) => line.stock.name,
  };
}

function mustBeReadable(cards: Cards, category: "stock" | "bulkItem", parameter: string, id: string): void {
  const card = cards.byId.get(id);
  if (card?.type.category === category && isReadable(cards, card.type)) return;
  throw badRequest(
    "value_invalid",
    parameter,
    `No ${category === "stock" ? "stock" : "bulk item"} that the account may read has the id ${shown(id)}.`,
  );
}

function described({ id, stock, bulkItem, quantity }: StockedQuantity): JsonObject {
  return {
    id,
    etag: `${id}-${quantity}`,
    quantity,
    stock: { id: stock.id, name: stock.name, icon: "stock", branch: null, location: null },
    bulkItem: { id: bulkItem.id, name: bulkItem.name, template: { name: bulkItem.type.name, icon: null } },
  };
}
