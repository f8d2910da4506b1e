import type { ModelMethod, ModelValue } from "../../freemarker/evaluate/render.js";
import { seededRandom, uuidFrom } from "../random.js";
import type { Surroundings } from "./surroundings.js";

/**
 * What TOPdesk offers to every text of an action besides variables and answers.
 *
 * Source: a dump of the names in an action without a card. What `_map` and `_generatedDocuments` hold is not known, so
 * that they are missing here: a text that reads them fails.
 */
export function runTimeGlobals(
  surroundings: Pick<Surroundings, "topdeskUrl" | "request" | "currentOperator" | "seed">,
): Readonly<Record<string, ModelValue>> {
  const { topdeskUrl, request, currentOperator, seed } = surroundings;
  const random = seededRandom(seed);
  const base64: ModelMethod = (text) => Buffer.from(String(text), "utf8").toString("base64");
  return {
    _topdeskUrl: topdeskUrl,
    _base64: base64,
    _random: () => random(),
    _randomUUID: () => uuidFrom(random),
    _request: request,
    _currentOperator: currentOperator,
  };
}
