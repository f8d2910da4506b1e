import type { FieldType, FieldValue } from "../world/world.js";
import { hasField, type Cards, type WorldCard } from "./cards.js";

/** What can be asked of a card by name: a field of its type or a property that every card has. */
export interface Property {
  readonly id: string;
  readonly displayName: string;
  readonly type: FieldType;
  /** The value, null when there is none, undefined when the card's type does not have the field. */
  read(card: WorldCard): FieldValue | undefined;
}

const STANDARD: readonly Property[] = [
  { id: "name", displayName: "Name", type: "text", read: (card) => card.name },
  // Every type has its own recipe for the summary; worlds have none, so it is the name.
  { id: "@@summary", displayName: "Summary", type: "text", read: (card) => card.name },
  { id: "creationDate", displayName: "Creation date", type: "date", read: (card) => card.creationDate },
  {
    id: "modificationDate",
    displayName: "Modification date",
    type: "date",
    read: (card) => card.modificationDate,
  },
];

/** The property with this id, or undefined when neither TOPdesk nor the world has it. */
export function propertyOf(cards: Cards, id: string): Property | undefined {
  const field = cards.fields.get(id);
  if (field === undefined) return STANDARD.find((property) => property.id === id);
  return {
    id,
    displayName: field.name,
    type: field.type,
    read: (card) => (hasField(card, id) ? (card.fields.get(id) ?? null) : undefined),
  };
}

/** The ids of all that can be asked of cards. */
export function propertyIds(cards: Cards): readonly string[] {
  return [...STANDARD.map((property) => property.id), ...cards.fields.keys()];
}

/**
 * A field's value as an answer has it: numbers as text; a field that was never filled in as empty text.
 *
 * Source: exports of action sequences, which read number fields as text that may be empty.
 */
export function givenValue(property: Property, card: WorldCard): FieldValue | undefined {
  const value = property.read(card);
  if (value === undefined) return undefined;
  if (typeof value === "number") return String(value);
  if (value !== null) return value;
  const isExplicit = card.fields.get(property.id) === null;
  return isExplicit ? null : property.type === "checkbox" ? false : "";
}

/** The number in a value, also in text with a decimal comma; undefined when there is none. */
export function numberIn(value: FieldValue): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return undefined;
  const text = value.trim().replace(",", ".");
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
}

/** Whether a value is missing or an empty text (API description, isEmpty). */
export function isEmptyValue(value: FieldValue): boolean {
  return value === null || value === "";
}

/**
 * A moment as text that sorts: what is left out of a date is its start, as the API description says. Undefined when
 * it is no date.
 */
export function momentIn(text: string): string | undefined {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{3}))?)?)?)?)?Z?$/.exec(
    text,
  );
  if (parts === null) return undefined;
  const [, year, month = "01", day = "01", hour = "00", minute = "00", second = "00", milliseconds = "000"] =
    parts;
  return `${year ?? ""}-${month}-${day}T${hour}:${minute}:${second}.${milliseconds}`;
}
