import { expect, test } from "vitest";
import {
  declaredVariables,
  secretVariable,
  variable,
  variableReference,
} from "../../src/builders/variable.js";
import { sourceOf } from "./sample-values.js";

test.each([
  ["mail_to", "_variables.mail_to"],
  ["mail-to", '_variables["mail-to"]'],
  ["in", '_variables["in"]'],
])("the variable %j is read as %s", (name, source) => {
  expect(sourceOf(variableReference(name, "text"))).toBe(source);
});

test("a variable holds its hint, and whether it is secret", () => {
  expect(declaredVariables({ a: variable("A"), b: secretVariable("B") })).toEqual([
    { name: "a", value: "A", secret: false },
    { name: "b", value: "B", secret: true },
  ]);
});
