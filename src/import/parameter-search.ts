import type { ActionDefinition } from "../builders/define-action.js";
import type { Parameter } from "../builders/parameter.js";
import { isJsonArray, isJsonObject, parseJson, type JsonObject, type JsonValue } from "../model/json.js";
import { changesBetween } from "./json-difference.js";

/** Builds an action with some parameters; undefined when it cannot be built with them. */
export type BuildWith = (parameters: JsonObject) => JsonValue | undefined;

/** What is found: parameters whose build is nearest to what is wanted. */
export interface Nearest {
  readonly parameters: JsonObject;
  readonly built: JsonValue;
}

/** So often all parameters are tried in turn: one may only help after another was set. */
const ROUNDS = 4;

/**
 * Looks for the parameters with which an action comes nearest to a wanted file. Tries one parameter after the other and
 * keeps what leaves less to change.
 */
export function nearestParameters(
  definition: ActionDefinition,
  wanted: JsonValue,
  build: BuildWith,
): Nearest | undefined {
  let parameters: JsonObject = {};
  let built = build(parameters);
  let cost = costOf(built, wanted);
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = cost;
    for (const [name, parameter] of Object.entries(definition.parameters)) {
      for (const candidate of candidatesFor(parameter, built, wanted)) {
        const attempt = { ...parameters, [name]: candidate };
        const result = build(attempt);
        const attemptCost = costOf(result, wanted);
        if (attemptCost >= cost) continue;
        [parameters, built, cost] = [attempt, result, attemptCost];
      }
    }
    if (cost === before) break;
  }
  return built === undefined ? undefined : { parameters: withoutDefaults(definition, parameters), built };
}

/** What a change costs beside its value: a reader has to understand it. */
const COST_OF_CHANGE = 40;

/** How much is left to change. */
function costOf(built: JsonValue | undefined, wanted: JsonValue): number {
  if (built === undefined) return Infinity;
  return changesBetween(built, wanted).reduce((cost, change) => {
    const value = change.op === "remove" ? "" : JSON.stringify(change.value);
    return cost + COST_OF_CHANGE + value.length;
  }, 0);
}

function withoutDefaults(definition: ActionDefinition, parameters: JsonObject): JsonObject {
  const entries = Object.entries(parameters).filter(([name, value]) => {
    return JSON.stringify(definition.parameters[name]?.default) !== JSON.stringify(value);
  });
  return Object.fromEntries(entries);
}

/** Values of a parameter that the wanted file could come from. */
function candidatesFor(
  parameter: Parameter<unknown>,
  built: JsonValue | undefined,
  wanted: JsonValue,
): readonly JsonValue[] {
  const { schema } = parameter;
  const given = parseJson(JSON.stringify(parameter.default));
  return [
    ...wordsOf(schema),
    ...schedulesIn(wanted),
    ...listsIn(schema, built, wanted),
    ...textsIn(given, built, wanted),
  ].filter((candidate) => "value" in parameter.read(candidate));
}

function wordsOf(schema: JsonObject): readonly JsonValue[] {
  const words = schema["enum"];
  return isJsonArray(words) ? words : schema["type"] === "boolean" ? [true, false] : [];
}

function schedulesIn(wanted: JsonValue): readonly JsonValue[] {
  const action = isJsonObject(wanted) ? wanted["action"] : undefined;
  const trigger = isJsonObject(action) ? action["trigger"] : undefined;
  const schedule = isJsonObject(trigger) ? trigger["schedule"] : undefined;
  return schedule === undefined ? [] : [schedule];
}

/** Lists of more items are not looked for: each item is tried. */
const MOST_ITEMS = 50;

/** Items of a list that stand in the wanted file and not in what was built, such as ids. */
function listsIn(schema: JsonObject, built: JsonValue | undefined, wanted: JsonValue): readonly JsonValue[] {
  const items = schema["items"];
  const pattern = isJsonObject(items) ? items["pattern"] : undefined;
  if (typeof pattern !== "string" || !/^\^.*\$$/.test(pattern)) return [];
  const item = new RegExp(`(?<![\\w-])(?:${pattern.slice(1, -1)})(?![\\w-])`, "gu");
  const known = built === undefined ? "" : JSON.stringify(built);
  const found = new Set(JSON.stringify(wanted).match(item) ?? []);
  const news = [...found].filter((word) => !known.includes(word));
  const all = [...found];
  // Ids that the action has by itself look the same: one of them too many is taken out again.
  return [news, all, ...all.map((word) => all.filter((other) => other !== word))].filter(
    (words) => words.length > 0 && words.length <= MOST_ITEMS,
  );
}

/** What stands in a text of the wanted file where the text that was built has the default. */
function textsIn(given: JsonValue, built: JsonValue | undefined, wanted: JsonValue): readonly JsonValue[] {
  if (typeof given !== "string" || given === "" || built === undefined) return [];
  const found = changesBetween(built, wanted).flatMap((change) => {
    if (change.op !== "replace" || typeof change.value !== "string") return [];
    if (typeof change.old !== "string" || !change.old.includes(given)) return [];
    const [first = "", ...others] = change.old.split(given).map(escaped);
    const pattern = new RegExp(`^${first}(.+?)${others.join("\\1")}$`, "s");
    return pattern.exec(change.value)?.[1] ?? [];
  });
  return [...new Set(found)];
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
}
