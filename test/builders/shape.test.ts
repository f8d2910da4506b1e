import { expect, test } from "vitest";
import {
  booleanShape,
  listShape,
  numberShape,
  numericShape,
  optionalShape,
  recordShape,
  textShape,
} from "../../src/builders/shape.js";

test("shapes are plain data", () => {
  const shape = recordShape(
    {
      id: textShape,
      open: booleanShape,
      minimum: optionalShape(numericShape),
      counts: listShape(numberShape),
    },
    { minimum: "minimale-voorraad" },
  );
  expect(structuredClone(shape)).toEqual({
    kind: "record",
    fields: {
      id: { kind: "text" },
      open: { kind: "boolean" },
      minimum: { kind: "optional", inner: { kind: "numeric" } },
      counts: { kind: "list", item: { kind: "number" } },
    },
    keys: { minimum: "minimale-voorraad" },
  });
});
