/** Run-time values for tests: a card with one field of each kind, as an answer of a request would give them. */
import {
  booleanShape,
  listShape,
  numberShape,
  numericShape,
  optionalShape,
  recordShape,
  textShape,
} from "../../src/builders/shape.js";
import {
  expressionOf,
  reference,
  topLevel,
  type Presence,
  type Value,
  type ValueKind,
} from "../../src/builders/value.js";

const cardShape = recordShape(
  {
    name: textShape,
    count: numberShape,
    open: booleanShape,
    minimum: numericShape,
    note: optionalShape(textShape),
    amount: optionalShape(numberShape),
    items: listShape(recordShape({ id: textShape, quantity: numberShape })),
  },
  { minimum: "minimale-voorraad" },
);

export const card = reference(cardShape, topLevel("card"));

export const flag = reference(booleanShape, topLevel("flag"));

/** The FreeMarker source of a value. */
export function sourceOf(value: Value<ValueKind, Presence>): string {
  return expressionOf(value).source;
}
