import { expect, test } from "vitest";
import { spellingOf } from "../../src/simulate/secret-spelling.js";

test.each([
  ["as it is", String.raw`a\\\b`],
  ["in JSON", String.raw`a\\\\\\b`],
  ["in JSON in JSON", String.raw`a\\\\\\\\\\\\b`],
  ["in an address", "a%5C%5C%5Cb"],
])("a secret with backslashes in a row is found %s", (_how, written) => {
  expect(`before ${written} after`.replace(spellingOf(String.raw`a\\\b`), "•••")).toBe("before ••• after");
});

// With each backslash on its own, this takes longer than anybody waits: 4 times as long for each one more.
test("a secret with many backslashes in a row is looked for at once, in a text with many", () => {
  const secret = `${"\\".repeat(40)}!`;
  const text = `${"\\".repeat(5_000)}?`;
  expect(text.replace(spellingOf(secret), "•••")).toBe(text);
});
