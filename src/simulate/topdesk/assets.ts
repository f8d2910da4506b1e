import type { HttpAnswer } from "../http.js";
import type { Cards } from "./cards.js";
import type { ApiRequest, Query } from "./api-request.js";
import { readOrder, readPlace } from "./order.js";
import { countParameter, textParameter, truthParameter } from "./parameters.js";
import { jsonAnswer, notSimulated } from "./reply.js";
import { describedColumns, readColumns, rowOf } from "./rows.js";
import { selectedCards } from "./selection.js";

/** The largest `pageSize` (Asset Management API 1.91.1). */
export const LARGEST_PAGE = 1000;

/** The `pageSize` of a request that gives none (Asset Management API 1.91.1, `pageSize`). */
const DEFAULT_PAGE = 50;

const MEDIA_TYPE = "application/x.topdesk-am-assets-v2+json";

/** Parameters that TOPdesk documents and that are not built here. */
const NOT_BUILT = [
  "includeTemplates",
  "showAssignments",
  "linkableToAsset",
  "linkableWithDirection",
  "linkableWithCapability",
  "includeInherited",
  "resolveDropdownOptions",
];

/** The parameters of GET /assets that are built here. `limit` is left out: its support ended after April 2025. */
export const ASSETS_PARAMETERS = [
  ...["nameFragment", "searchTerm", "templateId", "templateName", "archived", "fields", "linkedTo"],
  ...["notLinkedTo", "filterInherited", "assetStatus", "$filter", "$orderby", "lastSeenName"],
  ...["lastSeenOrderbyValue", "linkedToAsset", "linkedWithDirection", "linkedWithCapability"],
  ...["resourceCategory", "pageStart", "pageSize", "fetchData", "fetchCount"],
  ...["linkedToTemplate", "linkedToTemplateWithDirection", "linkedToTemplateWithCapability"],
  ...NOT_BUILT,
];

/**
 * GET /assets: the cards of one category that meet the criteria, page by page.
 *
 * Source: Asset Management API 1.91.1: 50 cards a page unless `pageSize` says otherwise, at most 1,000; 200 when the
 * page ends the list and 206 when there is more; `fetchCount` adds `count`, the number on all pages.
 */
export function answerAssets(cards: Cards, { query }: ApiRequest): HttpAnswer {
  refuseNotBuilt(query);
  const start = countParameter(query, "pageStart", { default: 0 });
  const size = countParameter(query, "pageSize", { default: DEFAULT_PAGE, maximum: LARGEST_PAGE });
  const withData = truthParameter(query, "fetchData") ?? true;
  const withCount = truthParameter(query, "fetchCount") ?? false;
  const columns = readColumns(cards, query);
  const order = readOrder(cards, query);
  const place = readPlace(query, order);
  const found = selectedCards(cards, query);
  const sorted = order.property.id === "name" && !order.descending ? found : found.toSorted(order.compare);
  const rest =
    place === undefined ? sorted : sorted.filter((card) => order.compareWithPlace(card, place) > 0);
  const page = rest.slice(start, start + size);
  const status = start + size < rest.length ? 206 : 200;
  return jsonAnswer(
    status,
    {
      columns: describedColumns(columns),
      ...(withData ? { dataSet: page.map((card) => rowOf(card, columns)) } : {}),
      ...(withCount ? { count: found.length } : {}),
    },
    MEDIA_TYPE,
  );
}

function refuseNotBuilt(query: Query): void {
  const [parameter] = NOT_BUILT.filter((name) => query.has(name) && textParameter(query, name) !== "false");
  if (parameter !== undefined) throw notSimulated(parameter, `the parameter ${parameter}`);
}
