import { expect, test } from "vitest";
import { isIdentifier } from "../../src/freemarker/path.js";

test.each([
  ["name", true],
  ["_topdeskUrl", true],
  ["step2", true],
  ["In", true],
  ["", false],
  ["2nd", false],
  ["minimale-voorraad", false],
  ["a b", false],
  ["a.b", false],
  ["@linkToTemplateCount", false],
  ["naïef", false],
  ["true", false],
  ["as", false],
  ["in", false],
  ["using", false],
  ["gt", false],
  ["lte", false],
])("%j can stand in a path without brackets: %s", (name, expected) => {
  expect(isIdentifier(name)).toBe(expected);
});
