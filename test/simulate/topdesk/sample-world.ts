import {
  isJsonArray,
  isJsonObject,
  parseJson,
  type JsonObject,
  type JsonValue,
} from "../../../src/model/json.js";
import type { HttpAnswer, HttpRequest } from "../../../src/simulate/http.js";
import type { SimulatedTopdesk } from "../../../src/simulate/topdesk/answer.js";
import { IN_STOCK, type Asset, type Card, type World } from "../../../src/simulate/world/world.js";

export { IN_STOCK };

/** An id that reads like what it stands for. */
export const idOf = (kind: number, index: number): string =>
  `0000000${kind}-0000-4000-8000-${String(index).padStart(12, "0")}`;

export const STOCK_TYPE = idOf(0, 1);
export const LAPTOP = idOf(0, 2);
export const SCREEN = idOf(0, 3);
export const SECRET_TYPE = idOf(0, 4);
export const CONSUMABLE = idOf(0, 5);

export const stock = (index: number, rest: Partial<Card> = {}): Card => ({
  id: idOf(1, index),
  type: STOCK_TYPE,
  name: `Stock ${index}`,
  ...rest,
});

export const asset = (index: number, rest: Partial<Asset> = {}): Asset => ({
  id: idOf(2, index),
  type: LAPTOP,
  name: `Asset ${index}`,
  ...rest,
});

/** A world with types, fields, mail and nothing else, and what a test adds. */
export function worldWith(rest: Partial<World> = {}): World {
  return {
    name: "Sample",
    account: { login: "api", unreadableTypes: [SECRET_TYPE] },
    fields: [
      { id: "minimum", name: "Minimum", type: "number" },
      { id: "remark", name: "Remark", type: "text" },
      { id: "bought", name: "Bought", type: "date" },
      { id: "on-loan", name: "On loan", type: "checkbox" },
      { id: "brand", name: "Brand", type: "dropdown" },
      { id: "unused", name: "Unused", type: "text" },
    ],
    types: [
      { id: STOCK_TYPE, name: "Stock room", category: "stock", fields: ["minimum", "remark"] },
      { id: LAPTOP, name: "Laptop", category: "asset", fields: ["remark", "bought", "on-loan", "brand"] },
      { id: SCREEN, name: "Screen", category: "asset", archived: true },
      { id: SECRET_TYPE, name: "Safe", category: "asset" },
      { id: CONSUMABLE, name: "Consumable", category: "bulkItem" },
    ],
    mail: { allowed: true, defaultSender: "topdesk@example.com", senderDomains: ["example.com"] },
    ...rest,
  };
}

export const ADDRESS = "https://topdesk.example.com";

/** The header of a login that {@link worldWith} accepts. */
export const LOGIN = { Authorization: `Basic ${Buffer.from("api:sample").toString("base64")}` };

export function request(method: string, path: string, rest: Partial<HttpRequest> = {}): HttpRequest {
  return { method, url: `${ADDRESS}${path}`, headers: LOGIN, body: "", ...rest };
}

/** Asks for something of asset management. */
export function get(topdesk: SimulatedTopdesk, path: string): HttpAnswer {
  return topdesk.answer(request("GET", `/tas/api/assetmgmt${path}`));
}

/** The body of an answer, which must be a JSON object. */
export function bodyOf({ body }: HttpAnswer): JsonObject {
  const value = parseJson(body);
  if (!isJsonObject(value)) throw new Error(`no object: ${body}`);
  return value;
}

/** The items of an answer's `dataSet`, or of another list in it. */
export function itemsOf(answer: HttpAnswer, key = "dataSet"): readonly JsonObject[] {
  return objectsIn(bodyOf(answer)[key]);
}

export function objectsIn(value: JsonValue | undefined): readonly JsonObject[] {
  return isJsonArray(value) ? value.filter(isJsonObject) : [];
}

/** A value that must be text. */
export function textOf(value: JsonValue | undefined): string {
  if (typeof value !== "string") throw new Error(`no text: ${JSON.stringify(value)}`);
  return value;
}

/** The names of the cards in an answer. */
export function namesIn(answer: HttpAnswer): readonly string[] {
  return itemsOf(answer).map((item) => textOf(item["text"]));
}

/** The first error of an answer: its code, what it is about and its message. */
export function errorIn(answer: HttpAnswer): {
  readonly status: number;
  readonly code: JsonValue | undefined;
  readonly appliesTo: JsonValue | undefined;
  readonly message: string;
} {
  const [error = {}] = itemsOf(answer, "errors");
  return {
    status: answer.status,
    code: error["errorCode"],
    appliesTo: error["appliesTo"],
    message: textOf(error["errorMessage"]),
  };
}
