import { ModelDirective, type ModelMethod, type ModelValue } from "../../freemarker/evaluate/render.js";
import { randomFrom, uuidFrom } from "../random.js";
import type { Surroundings } from "./surroundings.js";

/**
 * What TOPdesk offers to every text of an action besides variables and answers.
 *
 * Source: a dump of the names in an action without a card. What `_map` and `_generatedDocuments` hold is not known, so
 * that they are missing here: a text that reads them fails.
 *
 * @param keepSecret told of what stands inside `<@nolog>`
 */
export function runTimeGlobals(
  surroundings: Pick<Surroundings, "topdeskUrl" | "request" | "currentOperator" | "seed">,
  keepSecret: (text: string) => void,
): Readonly<Record<string, ModelValue>> {
  const { topdeskUrl, request, currentOperator, seed } = surroundings;
  const random = randomFrom(seed);
  return {
    _topdeskUrl: topdeskUrl,
    _base64: base64,
    _random: () => random.fraction(),
    _randomUUID: () => uuidFrom(random),
    _request: request,
    _currentOperator: currentOperator,
    nolog: new ModelDirective((content) => {
      keepSecret(content);
      return content;
    }),
  };
}

const base64: ModelMethod = (text, ...others) => {
  if (typeof text !== "string" || others.length > 0) throw new Error("_base64 needs one text.");
  return Buffer.from(text, "utf8").toString("base64");
};
