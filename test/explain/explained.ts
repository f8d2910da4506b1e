import { explain } from "../../src/explain/explain.js";
import type { Explanation } from "../../src/explain/facts.js";
import { parseJson, type JsonValue } from "../../src/model/json.js";
import { readFile } from "../../src/targets/read.js";

/** Tuesday 24 November 2026. */
const NOW = Date.UTC(2026, 10, 24);

/** What is said of a file with this content. */
export function explained(content: string): Explanation {
  return explainedValue(parseJson(content));
}

/** What is said of a file that holds this value. */
export function explainedValue(value: JsonValue): Explanation {
  const model = readFile(value);
  if (model === undefined) throw new Error("the value is no action");
  return explain({ file: "action.json", model, value, now: NOW });
}
