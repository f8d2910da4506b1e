import { byName, isReadable, type Cards, type WorldCard } from "./cards.js";
import type { Query } from "./api-request.js";
import { entityTest } from "./external-links.js";
import { filterTest, type CardTest } from "./filter-test.js";
import { parseFilter } from "./filter-tree.js";
import { DIRECTIONS, linkedCandidates, linkTest, type LinkQuestion } from "./links.js";
import { textParameter, textsParameter, truthParameter, wordParameter } from "./parameters.js";
import { badRequest } from "./reply.js";
import { allowAny, allowReading } from "./rights.js";
import { isEmptyValue } from "./values.js";

export const RESOURCE_CATEGORIES = ["asset", "stock", "bulkItem"] as const;

/**
 * The cards that meet all criteria of a request, by name.
 *
 * @throws Refusal (400, 403) when the criteria contradict themselves or ask for what the account may not read
 */
export function selectedCards(cards: Cards, query: Query): readonly WorldCard[] {
  const category = wordParameter(query, "resourceCategory", RESOURCE_CATEGORIES) ?? "asset";
  const typesOfCategory = [...cards.types.values()].filter((type) => type.category === category);
  allowAny(cards, typesOfCategory, `any type of the category ${category}`);
  const question = readLinkQuestion(cards, query);
  const tests = [
    (card: WorldCard) => isReadable(cards, card.type),
    ...typeTests(cards, query),
    ...textTests(cards, query),
    ...stateTests(query),
    ...(question === undefined ? [] : [linkTest(question, "linkedToAsset")]),
    ...entityTests(cards, query),
    ...filterTests(cards, query),
  ];
  const few = question === undefined ? undefined : linkedCandidates(cards, question);
  const candidates =
    few === undefined
      ? cards.byCategory[category]
      : few.filter((card) => card.type.category === category).toSorted(byName);
  return candidates.filter((card) => tests.every((test) => test(card)));
}

/**
 * Source: Asset Management API 1.91.1, `linkedToAsset`, `linkedWithDirection`, `linkedWithCapability`: the direction is
 * required with the asset, the capability needs both.
 */
function readLinkQuestion(cards: Cards, query: Query): LinkQuestion | undefined {
  const card = textParameter(query, "linkedToAsset");
  const direction = wordParameter(query, "linkedWithDirection", DIRECTIONS, { anyCase: true });
  const capability = textParameter(query, "linkedWithCapability");
  if (card === undefined && direction === undefined && capability === undefined) return undefined;
  if (card === undefined)
    throw badRequest(
      "value_missing",
      "linkedToAsset",
      "linkedToAsset is missing beside the link's direction.",
    );
  if (direction === undefined)
    throw badRequest("value_missing", "linkedWithDirection", "linkedToAsset needs linkedWithDirection.");
  const type = cards.byId.get(card)?.type;
  if (type !== undefined) allowReading(cards, type.id);
  return { card, direction, capability };
}

function typeTests(cards: Cards, query: Query): readonly CardTest[] {
  const ids = textsParameter(query, "templateId");
  const names = textsParameter(query, "templateName");
  const named = [...cards.types.values()].filter((type) => names.includes(type.name));
  for (const id of [...ids, ...named.map((type) => type.id)]) allowReading(cards, id);
  return [
    ...(ids.length > 0 ? [(card: WorldCard) => ids.includes(card.type.id)] : []),
    ...(names.length > 0 ? [(card: WorldCard) => names.includes(card.type.name)] : []),
  ];
}

function textTests(cards: Cards, query: Query): readonly CardTest[] {
  const fragment = textParameter(query, "nameFragment")?.toLowerCase();
  const term = textParameter(query, "searchTerm")?.toLowerCase();
  const searched = [...cards.fields.values()].filter(({ type }) => type === "text" || type === "number");
  const textsOf = (card: WorldCard) => [
    card.name,
    ...searched.map((field) => card.fields.get(field.id) ?? null).filter((value) => !isEmptyValue(value)),
  ];
  return [
    ...(fragment === undefined ? [] : [(card: WorldCard) => card.name.toLowerCase().includes(fragment)]),
    ...(term === undefined
      ? []
      : [(card: WorldCard) => textsOf(card).some((text) => String(text).toLowerCase().includes(term))]),
  ];
}

/** `archived` left out means all cards, archived or not (Asset Management API 1.91.1). */
function stateTests(query: Query): readonly CardTest[] {
  const archived = truthParameter(query, "archived");
  const status = wordParameter(query, "assetStatus", ["OPERATIONAL", "IMPACTED"]);
  return [
    ...(archived === undefined ? [] : [(card: WorldCard) => card.archived === archived]),
    ...(status === undefined ? [] : [(card: WorldCard) => card.status === status]),
  ];
}

function entityTests(cards: Cards, query: Query): readonly CardTest[] {
  const linked = textsParameter(query, "linkedTo");
  const notLinked = textsParameter(query, "notLinkedTo");
  const isForbidden = notLinked.length === 0 ? undefined : entityTest(cards, notLinked, "notLinkedTo");
  return [
    ...(linked.length === 0 ? [] : [entityTest(cards, linked, "linkedTo")]),
    ...(isForbidden === undefined ? [] : [(card: WorldCard) => !isForbidden(card)]),
  ];
}

function filterTests(cards: Cards, query: Query): readonly CardTest[] {
  const filter = textParameter(query, "$filter");
  return filter === undefined ? [] : [filterTest(cards, parseFilter(filter))];
}
