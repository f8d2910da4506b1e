import type { HttpAnswer } from "../http.js";
import { byName, isReadable, type Cards } from "./cards.js";
import type { ApiRequest } from "./api-request.js";
import { textParameter, truthParameter, wordParameter } from "./parameters.js";
import { jsonAnswer } from "./reply.js";
import { allowAny } from "./rights.js";
import { RESOURCE_CATEGORIES } from "./selection.js";

/**
 * GET /templates: the types of one category.
 *
 * Source: Asset Management API 1.91.1, getAll: `archived`, `includeNonReadable`, `resourceCategory` (default asset),
 * `searchTerm` in the name.
 */
export function answerTemplates(cards: Cards, { query }: ApiRequest): HttpAnswer {
  const all = [...cards.types.values()];
  allowAny(cards, all, "anything in asset management");
  const category = wordParameter(query, "resourceCategory", RESOURCE_CATEGORIES) ?? "asset";
  const archived = truthParameter(query, "archived");
  const withUnreadable = truthParameter(query, "includeNonReadable") ?? false;
  const term = textParameter(query, "searchTerm")?.toLowerCase() ?? "";
  const found = all
    .filter((type) => type.category === category)
    .filter((type) => archived === undefined || (type.archived ?? false) === archived)
    .filter((type) => withUnreadable || isReadable(cards, type))
    .filter((type) => type.name.toLowerCase().includes(term));
  return jsonAnswer(200, {
    dataSet: found
      .toSorted(byName)
      .map((type) => ({ id: type.id, text: type.name, archived: type.archived ?? false })),
  });
}
