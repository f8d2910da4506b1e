import { expect, test } from "vitest";
import { optionalShape, recordShape, textShape } from "../../src/builders/shape.js";
import { VALUE } from "../../src/builders/value.js";
import { cardFields, incident } from "../../src/topdesk/cards.js";
import { sourceOf } from "../builders/sample-values.js";

test("the fields of an incident stand at the top of the data model", () => {
  expect(Object.entries(incident).map(([name, field]) => [name, sourceOf(field)])).toEqual([
    ["unid", "unid"],
    ["naam", "naam"],
    ["korteomschrijving", "korteomschrijving"],
    ["aanmelderemail", "aanmelderemail"],
  ]);
  expect(incident.naam[VALUE].presence).toBe("present");
  expect(incident.aanmelderemail[VALUE].presence).toBe("optional");
});

test("other cards are read by the author's names for their fields", () => {
  const change = cardFields(
    recordShape({ id: textShape, note: optionalShape(textShape) }, { id: "changeid", note: "vrije-tekst" }),
  );
  expect(sourceOf(change.id)).toBe("changeid");
  expect(sourceOf(change.note)).toBe('.data_model["vrije-tekst"]');
});
