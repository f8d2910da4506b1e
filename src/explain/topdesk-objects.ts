import type { TopdeskObject, Value } from "./facts.js";

/** Resources of TOPdesk's API that there are words for. */
export const RESOURCES = [
  "incidents",
  "changes",
  "operatorChangeActivities",
  "operationalActivities",
  "assets",
  "stocks",
  "bulkItems",
  "assetLinks",
  "stockQuantities",
  "stockTotals",
  "templates",
  "fields",
  "capabilities",
  "persons",
  "persongroups",
  "operators",
  "operatorgroups",
  "branches",
  "departments",
  "locations",
  "suppliers",
  "knowledgeItems",
  "reservations",
  "services",
  "visitors",
  "problems",
] as const;
export type Resource = (typeof RESOURCES)[number];

/** Parts of a card that have an address of their own and that there are words for. */
export const PARTS = [
  "assignments",
  "attachments",
  "actions",
  "requests",
  "progresstrail",
  "activities",
  "approvals",
  "timespent",
  "categories",
  "subcategories",
  "statuses",
] as const;
export type Part = (typeof PARTS)[number];

/** Whether a word of the API is one that there are words for. */
export function isResource(word: string): word is Resource {
  return RESOURCES.some((resource) => resource === word);
}

/** Whether a word of the API is one that there are words for. */
export function isPart(word: string): word is Part {
  return PARTS.some((part) => part === word);
}

/** What TOPdesk calls a resource elsewhere in its API. */
const OTHER_NAMES: ReadonlyMap<string, Resource> = new Map([
  ["operatorGroups", "operatorgroups"],
  ["personGroups", "persongroups"],
  ["knowledgeitems", "knowledgeItems"],
]);

/** Says by which key the next segment identifies a card. */
const KEYS = new Set(["id", "number", "externalId"]);

/**
 * What a request to TOPdesk is about, by its address.
 *
 * @param category the value of `resourceCategory`, by which TOPdesk tells stocks from other assets
 */
export function objectOf(path: readonly Value[], category: string | undefined): TopdeskObject {
  const whole = joined(path);
  const [tas, api, ...all] = path;
  if (wordOf(tas) !== "tas" || wordOf(api) !== "api")
    return { resource: undefined, part: undefined, ids: [], path: whole };
  const segments = wordOf(all[0]) === "assetmgmt" ? all.slice(1) : all;
  const resource = resourceOf(wordOf(segments[0]), category);
  const rest = KEYS.has(wordOf(segments[1]) ?? "") ? segments.slice(2) : segments.slice(1);
  const [id, part, ...more] = rest;
  const startsWithPart = id !== undefined && isPart(wordOf(id) ?? "");
  if (resource === undefined || more.length > 0 || (startsWithPart && part !== undefined))
    return { resource: undefined, part: undefined, ids: [], path: whole };
  if (startsWithPart) return { resource, part: wordOf(id), ids: [], path: whole };
  const partWord = part === undefined ? undefined : wordOf(part);
  if (part !== undefined && !isPart(partWord ?? ""))
    return { resource: undefined, part: undefined, ids: [], path: whole };
  return { resource, part: partWord, ids: id === undefined ? [] : [id], path: whole };
}

function resourceOf(word: string | undefined, category: string | undefined): Resource | undefined {
  if (word === undefined) return undefined;
  if (word === "assets" && category === "stock") return "stocks";
  if (word === "assets" && category === "bulkItem") return "bulkItems";
  return OTHER_NAMES.get(word) ?? (isResource(word) ? word : undefined);
}

function wordOf(value: Value | undefined): string | undefined {
  const [only, ...others] = value ?? [];
  return only?.kind === "words" && others.length === 0 ? only.text : undefined;
}

function joined(path: readonly Value[]): Value {
  return path.flatMap((value) => [{ kind: "words", text: "/" } as const, ...value]);
}
