import { expect, test } from "vitest";
import { decimal } from "../../src/builders/decimal.js";
import { plus } from "../../src/builders/operations.js";
import { html, print } from "../../src/builders/text.js";
import { card } from "./sample-values.js";

const DUTCH = `?string[",##0.################;; decimalSeparator=',' groupingSeparator='.' minusSign='-'"]`;
const ENGLISH = `?string[",##0.################;; decimalSeparator='.' groupingSeparator=',' minusSign='-'"]`;

test("a number for people has the signs of their language, not those of the server", () => {
  expect(print(decimal(card.count, { decimal: ".", grouping: "," }), "plain")).toBe(
    `\${card.count${ENGLISH}}`,
  );
  expect(print(decimal(plus(card.count, 0.5), { decimal: ",", grouping: "." }), "plain")).toBe(
    `\${(card.count + 0.5)${DUTCH}}`,
  );
});

test("a number for people needs no HTML escaping", () => {
  const number = decimal(card.count, { decimal: ",", grouping: "." });
  expect(print(html`${number}`, "plain")).toBe(`\${card.count${DUTCH}}`);
});
