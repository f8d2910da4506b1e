import type { HttpAnswer } from "../http.js";
import type { Cards, WorldCard } from "./cards.js";
import { jsonAnswer, refusal } from "./reply.js";
import { allowReading } from "./rights.js";
import { shown } from "./parameters.js";
import { givenValue, propertyOf } from "./values.js";

/**
 * GET /assets/{assetId}: one card with the values of all fields of its type.
 *
 * Source: Asset Management API 1.91.1, getAssetById, FrontendAsset.
 */
export function answerAsset(cards: Cards, id: string): HttpAnswer {
  const card = cardWithId(cards, id);
  const { type } = card;
  return jsonAnswer(200, {
    data: {
      id: card.id,
      name: card.name,
      archived: card.archived,
      "@status": card.status,
      "@etag": card.modificationDate,
      ...fieldsOf(cards, card),
    },
    metadata: {
      archived: type.archived ?? false,
      resourceCategory: type.category,
      template: { tabs: [] },
      templateId: type.id,
      templateName: type.name,
    },
  });
}

/**
 * The card with an id.
 *
 * @throws Refusal (404, 403) when there is none, or when the account may not read it
 */
export function cardWithId(cards: Cards, id: string): WorldCard {
  const card = cards.byId.get(id);
  if (card === undefined)
    throw refusal(404, "not_found", [], `No card has the id ${shown(id)}. GET /assets lists the ids.`);
  allowReading(cards, card.type.id);
  return card;
}

function fieldsOf(cards: Cards, card: WorldCard) {
  const values = (card.type.fields ?? []).flatMap((id) => {
    const property = propertyOf(cards, id);
    const value = property && givenValue(property, card);
    return value === undefined ? [] : [[id, value] as const];
  });
  return Object.fromEntries(values);
}
