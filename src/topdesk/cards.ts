import { optionalShape, recordShape, textShape, type RecordShape } from "../builders/shape.js";
import { reference, topLevel, type Reference } from "../builders/value.js";

/**
 * Fields of a card by their database names. On a card they stand at the top level of the data model.
 *
 * Only names seen in exports are here; `cardFields` reads others.
 */
const incidentShape = recordShape({
  unid: textShape,
  naam: textShape,
  korteomschrijving: optionalShape(textShape),
  aanmelderemail: optionalShape(textShape),
});

/**
 * The fields of an incident card (first line `incident1` or second line `incident2`): `unid` its id, `naam` its
 * number, `korteomschrijving` its brief description, `aanmelderemail` the caller's email address.
 */
export const incident = cardFields(incidentShape);

/**
 * Typed references to the fields of a card.
 *
 * @param shape the fields by database name
 * @example cardFields(recordShape({ changeid: textShape })).changeid
 */
export function cardFields<Fields extends RecordShape["fields"]>(
  shape: RecordShape<Fields>,
): { readonly [Field in keyof Fields]: Reference<Fields[Field]> };
export function cardFields(shape: RecordShape): unknown {
  const fields = Object.entries(shape.fields).map(
    ([name, field]) => [name, reference(field, topLevel(shape.keys[name] ?? name))] as const,
  );
  return Object.fromEntries(fields);
}
