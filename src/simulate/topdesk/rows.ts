import type { JsonObject, JsonValue } from "../../model/json.js";
import type { FieldType } from "../world/world.js";
import type { Cards, WorldCard } from "./cards.js";
import type { Query } from "./api-request.js";
import { countLinked, DIRECTIONS } from "./links.js";
import { textParameter, wordParameter } from "./parameters.js";
import { badRequest, notSimulated } from "./reply.js";
import { givenValue, propertyOf } from "./values.js";
import { allowReading } from "./rights.js";

/** One requested field: its description and its value for each card; undefined leaves it out of the row. */
interface Column {
  readonly name: string;
  readonly description: JsonObject;
  read(card: WorldCard): JsonValue | undefined;
}

const VALUE_TYPES: Readonly<Record<FieldType, string>> = {
  text: "TEXT",
  number: "NUMBER",
  date: "DATE",
  checkbox: "BOOL",
  dropdown: "ID",
};

/**
 * The columns that `fields` asks for. A field that the world does not have is left out.
 *
 * Source: Asset Management API 1.91.1, `fields`.
 */
export function readColumns(cards: Cards, query: Query): readonly Column[] {
  const names = (textParameter(query, "fields") ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  return [...new Set(names)].flatMap((name) => columnOf(cards, query, name) ?? []);
}

function columnOf(cards: Cards, query: Query, name: string): Column | undefined {
  switch (name) {
    case "@type":
      return column(name, "Type", "COMPLEX", false, ({ type }) => ({ name: type.name, icon: null }));
    case "@linkToTemplateCount":
      return linkCountColumn(cards, query);
    case "@assignments":
      throw notSimulated("fields", "@assignments");
    default: {
      const property = propertyOf(cards, name);
      if (property === undefined) return undefined;
      const valueType = VALUE_TYPES[property.type];
      return column(name, property.displayName, valueType, true, (card) => givenValue(property, card));
    }
  }
}

function column(
  name: string,
  displayName: string,
  valueType: string,
  sortable: boolean,
  read: Column["read"],
): Column {
  return { name, description: { fieldName: name, displayName, valueType, sortable }, read };
}

/**
 * The number of linked cards of one type.
 *
 * Source: Asset Management API 1.91.1, `@linkToTemplateCount`: needs linkedToTemplate and
 * linkedToTemplateWithDirection; without linkedToTemplateWithCapability the plain relation counts.
 */
function linkCountColumn(cards: Cards, query: Query): Column {
  const type = textParameter(query, "linkedToTemplate");
  const direction = wordParameter(query, "linkedToTemplateWithDirection", DIRECTIONS, { anyCase: true });
  if (type === undefined || direction === undefined)
    throw badRequest(
      "value_missing",
      "linkedToTemplate",
      "@linkToTemplateCount needs linkedToTemplate and linkedToTemplateWithDirection.",
    );
  if (direction === "none")
    throw badRequest(
      "value_invalid",
      "linkedToTemplateWithDirection",
      "Links in no direction have no count.",
    );
  allowReading(cards, type);
  const capability = textParameter(query, "linkedToTemplateWithCapability");
  return column("@linkToTemplateCount", "Link count", "NUMBER", false, (card) =>
    countLinked(card, { type, direction, capability }),
  );
}

/** The descriptions of columns, as `columns` of the answer has them. */
export function describedColumns(columns: readonly Column[]): readonly JsonObject[] {
  return columns.map((each) => each.description);
}

/** A card as one item of the answer's `dataSet`: what is always there, and the columns. */
export function rowOf(card: WorldCard, columns: readonly Column[]): JsonObject {
  const values = columns.flatMap((each): readonly (readonly [string, JsonValue])[] => {
    const value = each.read(card);
    return value === undefined ? [] : [[each.name, value]];
  });
  return {
    id: card.id,
    text: card.name,
    archived: card.archived,
    "@etag": card.modificationDate,
    ...Object.fromEntries(values),
  };
}
