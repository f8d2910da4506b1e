import { hostileName } from "./hostile-names.js";
import { randomFrom, type Random } from "../random.js";
import type { Asset, Card, CardType, FieldValue, Quantity, World } from "./world.js";

/** How large a generated world is. */
export interface WorldSize {
  readonly stocks: number;
  /** How many types of assets there are, at least 1. Default: 2. */
  readonly assetTypes?: number;
  /** The most assets in one stock. Default: 4. */
  readonly assetsInStock?: number;
  /** How many bulk items there are. Default: 3. */
  readonly bulkItems?: number;
}

/** The field with the minimum in generated and shipped worlds. */
export const MINIMUM_FIELD = "minimale-voorraad";

const STOCK_TYPE = idOf(0, 0);
const BULK_TYPE = idOf(0, 1);

/**
 * Makes a world that is hard on actions: names with quotes, markup, emoji and template code, minima of every kind,
 * archived cards, assets of several types. The same seed and size make the same world.
 */
export function generateWorld(seed: number, size: WorldSize): World {
  const random = randomFrom(seed);
  const assetTypes = Array.from({ length: Math.max(1, size.assetTypes ?? 2) }, (_, index) =>
    idOf(0, 2 + index),
  );
  const stocks: Card[] = [];
  const assets: Asset[] = [];
  const quantities: Quantity[] = [];
  const bulkItems = Array.from({ length: size.bulkItems ?? 3 }, (_, index): Card => ({
    id: idOf(3, index),
    type: BULK_TYPE,
    name: hostileName(random, `Bulk item ${index}`),
    ...sometimesArchived(random),
  }));
  for (let index = 0; index < size.stocks; index += 1) {
    const id = idOf(1, index);
    const inStock = random.below((size.assetsInStock ?? 4) + 1);
    for (let count = 0; count < inStock; count += 1)
      assets.push(asset(random, assets.length, assetTypes, id));
    const lines = bulkItems
      .filter(() => random.below(4) === 0)
      .map((item) => ({ stock: id, bulkItem: item.id, quantity: random.below(5) }));
    quantities.push(...lines);
    stocks.push(stock(random, index, id, inStock));
  }
  return {
    name: `Generated from seed ${seed}`,
    description: `${size.stocks} stocks with names and minima that are hard on actions. Everything is made up.`,
    account: { login: "api" },
    fields: [
      { id: MINIMUM_FIELD, name: "Minimale voorraad", type: "number" },
      { id: "opmerking", name: "Opmerking", type: "text" },
    ],
    types: [
      { id: STOCK_TYPE, name: "Voorraad", category: "stock", fields: [MINIMUM_FIELD, "opmerking"] },
      { id: BULK_TYPE, name: "Bulkitem", category: "bulkItem" },
      ...assetTypes.map((id, index): CardType => ({ id, name: `Type ${index}`, category: "asset" })),
    ],
    stocks,
    assets,
    bulkItems,
    quantities,
    mail: { allowed: true, defaultSender: "topdesk@example.com", senderDomains: ["example.com"] },
  };
}

function stock(random: Random, index: number, id: string, inStock: number): Card {
  const minimum = minimumOf(random, inStock);
  return {
    id,
    type: STOCK_TYPE,
    name: hostileName(random, `Voorraad ${index}`),
    ...sometimesArchived(random),
    ...(minimum === undefined ? {} : { fields: { [MINIMUM_FIELD]: minimum } }),
  };
}

/** A minimum of any kind; undefined leaves the field out. Many are near the number of assets, where mistakes show. */
function minimumOf(random: Random, inStock: number): FieldValue | undefined {
  switch (random.below(12)) {
    case 0:
      return undefined;
    case 1:
      return "";
    case 2:
      return null;
    case 3:
      return "0";
    case 4:
      return `${inStock}.5`;
    case 5:
      return `${inStock},5`;
    case 6:
      return inStock;
    case 7:
      return ` ${inStock + 1} `;
    case 8:
      return random.one(["-1", "0.00", "veel", "1E3", "12345.5", "999999999999999"]);
    case 9:
      return String(inStock);
    default:
      return String(inStock + 1 + random.below(3));
  }
}

function asset(random: Random, index: number, types: readonly string[], stockId: string): Asset {
  return {
    id: idOf(2, index),
    type: types[random.below(types.length)] ?? STOCK_TYPE,
    name: `A${index}`,
    ...sometimesArchived(random),
    ...(random.below(8) === 0 ? { status: "IMPACTED" } : {}),
    // Some assets are in no stock.
    ...(random.below(16) === 0 ? {} : { stock: stockId }),
  };
}

function sometimesArchived(random: Random): { readonly archived?: true } {
  return random.below(10) === 0 ? { archived: true } : {};
}

/** Ids of the form of TOPdesk's. */
function idOf(kind: number, index: number): string {
  return `0000000${kind}-0000-4000-8000-${index.toString().padStart(12, "0")}`;
}
