import { nearest } from "../../model/nearest.js";
import type { FieldType, FieldValue } from "../world/world.js";
import type { Cards, WorldCard } from "./cards.js";
import { entityTest } from "./external-links.js";
import type { Filter, Operator } from "./filter-tree.js";
import { DIRECTIONS, linkTest } from "./links.js";
import { shown } from "./parameters.js";
import { badRequest, notSimulated } from "./reply.js";
import { isEmptyValue, momentIn, numberIn, propertyIds, propertyOf, type Property } from "./values.js";

export type CardTest = (card: WorldCard) => boolean;

type Comparison = Extract<Filter, { readonly kind: "compare" }>;

const ORDER: readonly Operator[] = ["eq", "ne", "gt", "ge", "lt", "le"];
const EMPTINESS: readonly Operator[] = ["isEmpty", "isNotEmpty"];

/** The operators for each type of field (Asset Management API 1.91.1, $filter). `eq` on texts is not named there. */
const OPERATORS: Readonly<Record<FieldType, readonly Operator[]>> = {
  text: ["contains", "eq", ...EMPTINESS],
  number: [...ORDER, ...EMPTINESS],
  date: [...ORDER, ...EMPTINESS],
  checkbox: ["eq"],
  dropdown: ["eq", "in", "ne", ...EMPTINESS],
};

/** The relative dates of the API description, which depend on the server's clock. */
const RELATIVE_DATE = /^(?:(?:last|this|next)(?:Year|Month|Week)|yesterday|today|tomorrow)$/;

/**
 * The test that a filter stands for.
 *
 * @throws Refusal (400) when it asks for what the API does not have
 */
export function filterTest(cards: Cards, filter: Filter): CardTest {
  switch (filter.kind) {
    case "and":
    case "or":
      return joinedTest(cards, filter.kind, filter.parts);
    case "isLinkedTo":
      return linkedTest(cards, filter);
    case "compare":
      return comparisonTest(cards, filter);
  }
}

function joinedTest(cards: Cards, kind: "and" | "or", parts: readonly Filter[]): CardTest {
  if (kind === "or" && parts.some(isNeverInOr)) {
    throw filterError(
      "not_supported",
      "the id and links to cards other than services cannot be combined with or",
    );
  }
  const tests = parts.map((part) => filterTest(cards, part));
  return kind === "and"
    ? (card) => tests.every((test) => test(card))
    : (card) => tests.some((test) => test(card));
}

/** What the API description excludes from `or`: the id, and external links other than services. */
function isNeverInOr(filter: Filter): boolean {
  switch (filter.kind) {
    case "and":
    case "or":
      return filter.parts.some(isNeverInOr);
    case "isLinkedTo":
      return filter.entity.includes("/") && !filter.entity.startsWith("service/");
    case "compare":
      return (
        filter.field === "id" ||
        (filter.field === "linkedTo" && !filter.literals.every((literal) => literal.startsWith("service/")))
      );
  }
}

function linkedTest(
  cards: Cards,
  { entity, capability, direction: word }: Extract<Filter, { readonly kind: "isLinkedTo" }>,
): CardTest {
  const direction = DIRECTIONS.find((candidate) => candidate === word.toLowerCase());
  if (direction === undefined) throw filterError("value_invalid", `${shown(word)} is no direction`);
  if (!entity.includes("/")) return linkTest({ card: entity, capability, direction }, "$filter");
  if (capability !== undefined || (direction !== "source" && direction !== "none"))
    throw filterError("value_invalid", `isLinkedTo(${shown(entity)}, ...) takes null and 'source' or 'none'`);
  const isNone = entity === "service/none";
  const test = entityTest(cards, [isNone ? "service/any" : entity], "$filter");
  return isNone !== (direction === "none") ? (card) => !test(card) : test;
}

function comparisonTest(cards: Cards, comparison: Comparison): CardTest {
  switch (comparison.field) {
    case "id":
      return idTest(comparison, ["eq", "in"], (card) => card.id);
    case "templateId":
      return idTest(comparison, ["eq", "in", "ne"], (card) => card.type.id);
    case "linkedTo":
      allow(comparison, ["eq"]);
      return entityTest(cards, comparison.literals, "$filter");
    case "archiveReason":
      throw notSimulated("$filter", "reasons for archiving");
    default:
      return fieldTest(cards, comparison);
  }
}

function idTest(
  comparison: Comparison,
  operators: readonly Operator[],
  read: (card: WorldCard) => string,
): CardTest {
  allow(comparison, operators);
  const negated = comparison.operator === "ne";
  return (card) => comparison.literals.includes(read(card)) !== negated;
}

function fieldTest(cards: Cards, comparison: Comparison): CardTest {
  const property = propertyOf(cards, comparison.field);
  if (property === undefined) {
    const near = nearest(comparison.field, propertyIds(cards));
    throw filterError(
      "field_unknown",
      `there is no field ${shown(comparison.field)}${near === undefined ? " (GET /fields lists them)" : ` (did you mean ${near}?)`}`,
    );
  }
  allow(comparison, property.id === "name" ? [...ORDER, ...OPERATORS.text] : OPERATORS[property.type]);
  const test = valueTest(comparison, property.type);
  return (card) => {
    const value = read(property, card);
    return value !== undefined && test(value);
  };
}

function read(property: Property, card: WorldCard): FieldValue | undefined {
  const value = property.read(card);
  return value === null && property.type === "checkbox" ? false : value;
}

function valueTest({ operator, literals }: Comparison, type: FieldType): (value: FieldValue) => boolean {
  const [literal = ""] = literals;
  switch (operator) {
    case "isEmpty":
      return isEmptyValue;
    case "isNotEmpty":
      return (value) => !isEmptyValue(value);
    case "contains":
      return (value) =>
        String(value ?? "")
          .toLowerCase()
          .includes(literal.toLowerCase());
    case "in":
      return (value) => literals.includes(String(value));
    default:
      return orderTest(operator, literal, type);
  }
}

function orderTest(
  operator: Exclude<Operator, "isEmpty" | "isNotEmpty" | "contains" | "in">,
  literal: string,
  type: FieldType,
): (value: FieldValue) => boolean {
  const convert = (value: FieldValue) => comparable(value, type);
  const right = convert(literal);
  if (type === "date" && RELATIVE_DATE.test(literal))
    throw notSimulated("$filter", `dates that depend on the clock, such as ${literal}`);
  if (right === undefined) throw filterError("value_invalid", `${shown(literal)} is no ${type}`);
  return (value) => {
    const left = isEmptyValue(value) ? undefined : convert(value);
    if (left === undefined) return false;
    switch (operator) {
      case "eq":
        return left === right;
      case "ne":
        return left !== right;
      case "gt":
        return left > right;
      case "ge":
        return left >= right;
      case "lt":
        return left < right;
      case "le":
        return left <= right;
    }
  };
}

function comparable(value: FieldValue, type: FieldType): string | number | undefined {
  switch (type) {
    case "number":
      return numberIn(value);
    case "date":
      return typeof value === "string" ? momentIn(value) : undefined;
    case "checkbox":
      return String(value) === "true" || String(value) === "false" ? String(value) : undefined;
    case "text":
    case "dropdown":
      return String(value);
  }
}

function allow({ field, operator }: Comparison, operators: readonly Operator[]): void {
  if (!operators.includes(operator))
    throw filterError("not_supported", `${field} takes ${operators.join(", ")}, not ${operator}`);
}

function filterError(code: string, what: string): Error {
  return badRequest(code, "$filter", `The filter cannot be used: ${what}.`);
}
