import { expect, test } from "vitest";
import { idFrom, Names } from "../../src/import/names.js";

test.each([
  ["get_stock-items", "getStockItems"],
  ["Get Stock", "getStock"],
  ["URL check", "urlCheck"],
  ["größe holen", "größeHolen"],
  ["1st try", "answer1stTry"],
  ["WebHook - v1.0", "webHookV1_0"],
  ["", "answer"],
  ["*/ // \u2028", "answer"],
  ["class", "classAnswer"],
  ["__proto__", "proto"],
  ["undefined", "undefinedAnswer"],
  ["\u0C78", "answer"],
  ["half \u00BD way", "halfWay"],
  ["\u{20000}".repeat(80), "\u{20000}".repeat(60)],
])("a step called %j becomes the constant %s", (words, name) => {
  expect(new Names().take(words, "answer")).toBe(name);
});

test("names that only differ in case are told apart", () => {
  const names = new Names(["flow"]);
  const taken = ["get_x", "Get_X", "GET-x", "flow"].map((words) => names.take(words, "answer"));
  expect(taken).toEqual(["getX", "getXAnswer", "getX2", "flowAnswer"]);
});

test.each([
  ["Create an incident (Caller)", "create-an-incident-caller"],
  ["Größe prüfen", "grosse-prufen"],
  ["2nd line: 5 steps", "nd-line-5-steps"],
  ["漢字", "imported-action"],
  ["../../etc", "etc"],
  ["a".repeat(80), "a".repeat(60)],
])("an action called %j gets the id %s", (name, id) => {
  expect(idFrom(name)).toBe(id);
});
