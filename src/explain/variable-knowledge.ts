import type { Action } from "../model/action.js";
import type { PlacedStep } from "../model/walk.js";
import type { VariableKnowledge } from "./address.js";
import type { Source } from "./facts.js";
import { distinct, type TextReader } from "./templates.js";

/** What is known of the variables of an action: what the file writes into them, and what its steps do. */
export function variableKnowledge(
  action: Action,
  steps: readonly PlacedStep[],
  reader: TextReader,
): VariableKnowledge {
  const setTo = new Map<string, readonly Source[]>();
  for (const place of steps) {
    const { step, path } = place;
    if (step.kind !== "assign") continue;
    const name = reader.shown(step.variableKey);
    const text = reader.read(place, "valueTemplate", [...path, "valueTemplate"], step.valueTemplate);
    setTo.set(name, distinct([...(setTo.get(name) ?? []), ...text.sources]));
  }
  const written = new Map(action.variables.map(({ name, value }) => [reader.shown(name), value]));
  return {
    followed: (sources) => followed(sources, setTo, written),
    written: (name) => written.get(name),
  };
}

function followed(
  sources: readonly Source[],
  setTo: ReadonlyMap<string, readonly Source[]>,
  written: ReadonlyMap<string, string>,
): readonly Source[] {
  const found: Source[] = [];
  const seen = new Set<string>();
  const waiting = [...sources];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const key = JSON.stringify(next);
    if (seen.has(key)) continue;
    seen.add(key);
    const inside = next.kind === "variable" ? setTo.get(next.name) : undefined;
    // A variable that the admin fills in as well may hold that value too.
    if (inside === undefined || (next.kind === "variable" && written.has(next.name))) found.push(next);
    waiting.push(...(inside ?? []));
  }
  return found;
}
