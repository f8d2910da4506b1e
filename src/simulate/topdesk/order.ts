import type { FieldValue } from "../world/world.js";
import { byName, compareTexts, type Cards, type WorldCard } from "./cards.js";
import type { Query } from "./api-request.js";
import { shown, textParameter } from "./parameters.js";
import { badRequest } from "./reply.js";
import { isEmptyValue, momentIn, numberIn, propertyOf, type Property } from "./values.js";

/** How a list of cards is ordered. */
export interface CardOrder {
  readonly property: Property;
  readonly descending: boolean;
  /** By the property, then by name. */
  readonly compare: (left: WorldCard, right: WorldCard) => number;
  /** Compares a card with the place where the last page ended. */
  readonly compareWithPlace: (card: WorldCard, place: Place) => number;
}

/** Where a page ended, for seek-based paging. */
export interface Place {
  readonly value: string;
  readonly name: string;
}

const SEEKABLE = ["name", "@@summary", "modificationDate", "creationDate"];

/**
 * Reads $orderby.
 *
 * Source: Asset Management API 1.91.1, `$orderby`: one field and `asc` or `desc`, then by name; default `name asc`.
 */
export function readOrder(cards: Cards, query: Query): CardOrder {
  const text = textParameter(query, "$orderby") ?? "name asc";
  const [field = "", direction = "", ...more] = text.trim().split(/\s+/);
  if (more.length > 0 || (direction !== "asc" && direction !== "desc"))
    throw badRequest("value_invalid", "$orderby", `$orderby is a field and asc or desc, not ${shown(text)}.`);
  const property = propertyOf(cards, field);
  if (property === undefined)
    throw badRequest("value_invalid", "$orderby", `There is no field ${shown(field)} to sort by.`);
  const sign = direction === "asc" ? 1 : -1;
  const byValue = (left: FieldValue, right: FieldValue) => sign * compareValues(left, right, property);
  const valueOf = (card: WorldCard) => property.read(card) ?? null;
  return {
    property,
    descending: sign < 0,
    compare: (left, right) => byValue(valueOf(left), valueOf(right)) || sign * byName(left, right),
    compareWithPlace: (card, place) =>
      byValue(valueOf(card), place.value) || sign * compareTexts(card.name, place.name),
  };
}

/**
 * Reads `lastSeenName` and `lastSeenOrderbyValue`, which page by place instead of by number.
 *
 * Source: Asset Management API 1.91.1: only together, not with `pageStart`, and only for some orders.
 */
export function readPlace(query: Query, order: CardOrder): Place | undefined {
  const name = textParameter(query, "lastSeenName");
  const value = textParameter(query, "lastSeenOrderbyValue");
  if (name === undefined && value === undefined) return undefined;
  if (name === undefined || value === undefined)
    throw badRequest("value_missing", "lastSeenName", "Give lastSeenName and lastSeenOrderbyValue together.");
  if (query.has("pageStart"))
    throw badRequest("not_supported", "pageStart", "pageStart cannot be used together with lastSeenName.");
  if (!SEEKABLE.includes(order.property.id))
    throw badRequest("not_supported", "lastSeenName", `lastSeenName needs $orderby ${SEEKABLE.join(", ")}.`);
  return { name, value };
}

/** Empty values come first. */
function compareValues(left: FieldValue, right: FieldValue, { type }: Property): number {
  const [leftEmpty, rightEmpty] = [isEmptyValue(left), isEmptyValue(right)];
  if (leftEmpty || rightEmpty) return Number(rightEmpty) - Number(leftEmpty);
  if (type === "number") return (numberIn(left) ?? 0) - (numberIn(right) ?? 0);
  if (type === "date") return compareTexts(moment(left), moment(right));
  return compareTexts(String(left), String(right));
}

function moment(value: FieldValue): string {
  return momentIn(String(value)) ?? String(value);
}
