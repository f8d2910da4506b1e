import type { JsonObject } from "../../model/json.js";
import type { HttpAnswer } from "../http.js";
import { cardWithId } from "./asset.js";
import { isReadable, type CardLink, type Cards } from "./cards.js";
import type { ApiRequest } from "./api-request.js";
import { textParameter } from "./parameters.js";
import { badRequest, jsonAnswer } from "./reply.js";

/**
 * GET /assetLinks: the cards that are linked to one card, whatever its role in the link; with `targetId` only those
 * links in which it is the source.
 *
 * Source: Asset Management API 1.91.1, getLinkedAssets, LinkedAsset.
 */
export function answerAssetLinks(cards: Cards, { query }: ApiRequest): HttpAnswer {
  const source = textParameter(query, "sourceId");
  if (source === undefined) throw badRequest("value_missing", "sourceId", "sourceId is missing.");
  const card = cardWithId(cards, source);
  const target = textParameter(query, "targetId");
  const capability = textParameter(query, "capabilityId");
  const children = card.children.filter((link) => target === undefined || link.card.id === target);
  const parents = target === undefined ? card.parents : [];
  const links = [
    ...children.map((link) => ({ link, role: "child" })),
    ...parents.map((link) => ({ link, role: "parent" })),
  ];
  const fitting = links.filter(
    ({ link }) =>
      (capability === undefined || link.capability === capability) && isReadable(cards, link.card.type),
  );
  return jsonAnswer(
    200,
    fitting.map(({ link, role }) => linkedAsset(cards, link, role)),
  );
}

function linkedAsset(cards: Cards, { id, capability, card }: CardLink, role: string): JsonObject {
  const name = capability === undefined ? undefined : cards.linkTypes.get(capability)?.name;
  return {
    linkId: id,
    linkType: role,
    assetId: card.id,
    name: card.name,
    type: card.type.name,
    status: card.status,
    summary: card.name,
    archived: false,
    archivedAsset: card.archived,
    ...(capability === undefined ? {} : { capabilityId: capability }),
    ...(name === undefined ? {} : { capabilityName: name }),
  };
}
