import type { HttpAnswer } from "../http.js";
import { byName, type Cards } from "./cards.js";
import { jsonAnswer } from "./reply.js";
import { allowAny } from "./rights.js";

/** GET /capabilities: all link types. Source: Asset Management API 1.91.1, CapabilityListResponse. */
export function answerCapabilities(cards: Cards): HttpAnswer {
  allowAny(cards, [...cards.types.values()], "anything in asset management");
  const linkTypes = [...cards.linkTypes.values()].toSorted(byName);
  return jsonAnswer(200, { dataSet: linkTypes.map(({ id, name }) => ({ id, text: name, archived: false })) });
}
