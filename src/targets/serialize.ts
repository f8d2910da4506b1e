import type { JsonValue } from "../model/json.js";

/** The bytes of a file as TOPdesk writes them: four spaces a level, LF, no final newline, non-ASCII as it is. */
export function serialize(value: JsonValue): string {
  return JSON.stringify(value, null, 4);
}
