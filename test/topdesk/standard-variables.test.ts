import { expect, test } from "vitest";
import { declaredVariables } from "../../src/builders/variable.js";
import { standardVariables } from "../../src/topdesk/standard-variables.js";

test("of the standard variables only the password is secret, and each says what to fill in", () => {
  const variables = declaredVariables(standardVariables);
  expect(variables.filter(({ secret }) => secret === true).map(({ name }) => name)).toEqual([
    "topdesk_applicationpassword",
  ]);
  for (const { value } of variables) expect(value).toMatch(/^[A-Z].{20,}/);
});
