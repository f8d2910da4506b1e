import type { JsonObject } from "../../model/json.js";
import type { HttpAnswer } from "../http.js";
import { IN_STOCK } from "../world/world.js";
import { byName, isReadable, type Cards, type StockedQuantity } from "./cards.js";
import { jsonAnswer } from "./reply.js";

const MEDIA_TYPE = "application/x.topdesk-am-link-statistics-v0+json";

interface Total {
  readonly id: string;
  readonly name: string;
  readonly archived: boolean;
  readonly type: string;
  readonly bulkItemTemplate?: { readonly id: string; readonly name: string };
  readonly stocks: number;
  readonly pieces: number;
}

/**
 * GET /stockTotals: which asset types and bulk items are in how many stocks, and how much there is of each.
 *
 * Source: Asset Management API 1.91.1, getStockTotals: archived ones count; types that the account may not read do
 * not; by name.
 */
export function answerStockTotals(cards: Cards): HttpAnswer {
  const totals = [...assetTotals(cards), ...bulkItemTotals(cards)].toSorted(byName);
  return jsonAnswer(200, { dataSet: totals.map(described) }, MEDIA_TYPE);
}

function assetTotals(cards: Cards): readonly Total[] {
  const links = cards.byCategory.asset.flatMap((asset) =>
    asset.parents
      .filter((link) => link.capability === IN_STOCK)
      .map((link) => ({ type: asset.type, stock: link.card.id })),
  );
  const readable = [...cards.types.values()].filter((type) => isReadable(cards, type));
  return readable.flatMap((type): readonly Total[] => {
    const own = links.filter((link) => link.type === type);
    if (own.length === 0) return [];
    return [
      {
        id: type.id,
        name: type.name,
        archived: type.archived ?? false,
        type: "assetType",
        stocks: new Set(own.map((link) => link.stock)).size,
        pieces: own.length,
      },
    ];
  });
}

function bulkItemTotals(cards: Cards): readonly Total[] {
  const byItem = new Map<string, StockedQuantity[]>();
  for (const line of cards.quantities) {
    if (!isReadable(cards, line.bulkItem.type)) continue;
    const lines = byItem.get(line.bulkItem.id);
    if (lines === undefined) byItem.set(line.bulkItem.id, [line]);
    else lines.push(line);
  }
  return [...byItem.values()].flatMap((lines): readonly Total[] => {
    const [first] = lines;
    if (first === undefined) return [];
    const { id, name, archived, type } = first.bulkItem;
    return [
      {
        id,
        name,
        archived,
        type: "bulkItem",
        bulkItemTemplate: { id: type.id, name: type.name },
        stocks: new Set(lines.map((line) => line.stock.id)).size,
        pieces: lines.reduce((sum, line) => sum + line.quantity, 0),
      },
    ];
  });
}

function described({ stocks, pieces, bulkItemTemplate, ...target }: Total): JsonObject {
  const template =
    bulkItemTemplate === undefined
      ? {}
      : { bulkItemTemplateId: bulkItemTemplate.id, bulkItemTemplateName: bulkItemTemplate.name };
  return {
    countOfLinkedResources: stocks,
    countOfLinks: pieces,
    target: { ...target, icon: "", ...template },
  };
}
