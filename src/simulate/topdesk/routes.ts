import { distance } from "fastest-levenshtein";
import type { HttpAnswer } from "../http.js";
import { answerAsset } from "./asset.js";
import { answerAssetLinks } from "./asset-links.js";
import { answerAssets, ASSETS_PARAMETERS } from "./assets.js";
import { answerCapabilities } from "./capabilities.js";
import type { Cards } from "./cards.js";
import { answerFields } from "./fields.js";
import type { ApiRequest } from "./api-request.js";
import { shown } from "./parameters.js";
import { refusal } from "./reply.js";
import { answerStockQuantities } from "./stock-quantities.js";
import { answerStockTotals } from "./stock-totals.js";
import { answerTemplates } from "./templates.js";

/** Something that the simulated TOPdesk answers with the cards of the world. All are GET. */
export interface Route {
  readonly path: string;
  /** The query parameters that TOPdesk documents; TOPdesk ignores others. */
  readonly parameters: readonly string[];
  answer(cards: Cards, request: ApiRequest): HttpAnswer;
}

/** The base path (Asset Management API 1.91.1). */
const BASE = "/tas/api/assetmgmt";

/** Where mails are sent (API description email-v1). */
export const MAIL_PATH = "/services/email-v1/api/send";

const ROUTES: readonly Route[] = [
  { path: `${BASE}/assets`, parameters: ASSETS_PARAMETERS, answer: answerAssets },
  {
    path: `${BASE}/assetLinks`,
    parameters: ["sourceId", "targetId", "capabilityId"],
    answer: answerAssetLinks,
  },
  {
    path: `${BASE}/stockQuantities`,
    parameters: ["stockId", "bulkItemId", "pageSize", "lastSeenName"],
    answer: answerStockQuantities,
  },
  { path: `${BASE}/stockTotals`, parameters: [], answer: answerStockTotals },
  {
    path: `${BASE}/templates`,
    parameters: ["archived", "includeNonReadable", "resourceCategory", "searchTerm"],
    answer: answerTemplates,
  },
  {
    path: `${BASE}/fields`,
    parameters: [
      ...["searchTerm", "resourceCategory", "templateId", "excludedTemplateId"],
      ...["includeFromVisibleTemplatesOnly", "includeInUse"],
    ],
    answer: answerFields,
  },
  { path: `${BASE}/capabilities`, parameters: [], answer: answerCapabilities },
];

const ASSET_BY_ID = `${BASE}/assets/{assetId}`;

/** The pattern of ids in paths (Asset Management API 1.91.1, assetId). */
const ASSET_PATH = new RegExp(`^${BASE}/assets/([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$`);

/** The route for a request, if it is one that reads the cards of the world. */
export function routeFor({ method, path }: ApiRequest): Route | undefined {
  if (method !== "GET") return undefined;
  const id = ASSET_PATH.exec(path)?.[1];
  if (id !== undefined)
    return {
      path: ASSET_BY_ID,
      parameters: ["includeFunctionalities"],
      answer: (cards) => answerAsset(cards, id),
    };
  return ROUTES.find((route) => route.path === path);
}

const KNOWN = [
  ...[...ROUTES.map((route) => route.path), ASSET_BY_ID].map((path) => ({ method: "GET", path })),
  { method: "POST", path: MAIL_PATH },
];

/** The refusal of a request that nothing answers, with what was probably meant. */
export function unknownRoute({ method, path }: ApiRequest): Error {
  const same = KNOWN.find((known) => known.path === path);
  const near = same ?? nearestRoute(path);
  return refusal(
    404,
    "not_found",
    [],
    `The simulated TOPdesk has no ${shown(`${method} ${path}`)}; the nearest is ${near.method} ${near.path}. Answers for other requests can be put into the world file, under "answers".`,
  );
}

function nearestRoute(path: string): (typeof KNOWN)[number] {
  const text = path.slice(0, 200);
  const edits = ({ path: known }: (typeof KNOWN)[number]) => distance(text, known);
  return KNOWN.reduce((best, known) => (edits(known) < edits(best) ? known : best));
}
