import type { JsonValue } from "../../src/model/json.js";
import type { Answer, SentRequest } from "./engine.js";

/** One stock of a simulated TOPdesk. */
export interface Stock {
  readonly name: string | null;
  /** As the API gives it: text, empty, a number, or missing. */
  readonly minimum?: JsonValue;
  /** Assets in it, by type. */
  readonly assets: readonly number[];
  /** Quantities of bulk items. */
  readonly bulk?: readonly (number | null)[];
  /** How many lines of bulk items there are in all, when that is more than `bulk` shows. */
  readonly bulkLines?: number;
}

export interface StockRoom {
  readonly stocks: readonly Stock[];
  /** How many stocks there are in all, when that is more than `stocks` shows. */
  readonly count?: number;
  /** Steps that get a failure as their answer: by name, or name and turn (`count_assets#2`). */
  readonly faults?: Readonly<Record<string, Answer>>;
}

export const ASSET_TYPES = [
  "11111111-1111-4111-8111-111111111111",
  "22222222-2222-4222-8222-222222222222",
] as const;

/** Answers requests as TOPdesk's API descriptions say, for the calls that minimum-stock makes. */
export function answering(room: StockRoom, minimumField: string): (request: SentRequest) => Answer {
  const turns = new Map<string, number>();
  return (request) => {
    const turn = (turns.get(request.step) ?? 0) + 1;
    turns.set(request.step, turn);
    const fault = room.faults?.[request.step] ?? room.faults?.[`${request.step}#${turn}`];
    return fault ?? answerTo(request, room, minimumField);
  };
}

function answerTo(request: SentRequest, room: StockRoom, minimumField: string): Answer {
  const { pathname, searchParams: query } = new URL(request.url);
  if (request.headers["Authorization"] === undefined)
    return { status: 401, body: { message: "no credentials" } };
  if (request.method === "POST" && pathname === "/services/email-v1/api/send")
    return { status: 202, body: {} };
  if (pathname === "/tas/api/assetmgmt/stockQuantities") {
    const stock = stockById(room, query.get("stockId"));
    const dataSet = (stock.bulk ?? []).map((quantity) => ({ quantity, id: "line" }));
    return { status: 200, body: { dataSet, total: stock.bulkLines ?? dataSet.length } };
  }
  if (pathname !== "/tas/api/assetmgmt/assets") return { status: 404, body: { message: pathname } };
  if (query.has("linkedToAsset")) {
    const count = stockById(room, query.get("linkedToAsset")).assets.reduce((sum, assets) => sum + assets, 0);
    return { status: 200, body: { columns: [], dataSet: [], count } };
  }
  return stocksPage(query, room, minimumField);
}

function stocksPage(query: URLSearchParams, room: StockRoom, minimumField: string): Answer {
  if (query.get("$filter") !== `${minimumField} isNotEmpty`)
    return { status: 400, body: { message: "filter" } };
  const type = ASSET_TYPES.findIndex((id) => id === query.get("linkedToTemplate"));
  const dataSet = room.stocks.map((stock, index) => ({
    id: idOf(index),
    name: stock.name,
    ...(stock.minimum === undefined ? {} : { [minimumField]: stock.minimum }),
    ...(type < 0
      ? {}
      : { "@linkToTemplateCount": type === 0 ? (stock.assets[0] ?? 0) : String(stock.assets[1] ?? 0) }),
  }));
  const count = room.count ?? dataSet.length;
  return { status: count > dataSet.length ? 206 : 200, body: { columns: [], dataSet, count } };
}

export const idOf = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;

function stockById(room: StockRoom, id: string | null): Stock {
  const stock = room.stocks[Number(id?.slice(-12))];
  if (stock === undefined) throw new Error(`no stock ${String(id)}`);
  return stock;
}
