import { expect, test } from "vitest";
import type { JsonObject } from "../../../src/model/json.js";
import { actionFile, assignment, check, loop, request } from "../sample-file.js";

const early = (file: JsonObject) => check(file).filter(({ code }) => code === "TA211");
const reader = (name = "read") => request(name, { url: "https://example.com/${_variables.total}" });

test("a variable that is read before a step assigns it", () => {
  const findings = early(actionFile([reader(), assignment("start", "total", "0")]));
  expect(findings).toMatchObject([
    { step: "read", pointer: "/action/configuration/steps/0/url", severity: "warning" },
  ]);
});

test("a variable that is assigned in a loop, and read before the loop", () => {
  expect(early(actionFile([reader(), loop("each", [assignment("add", "total", "1")])]))).toHaveLength(1);
});

test.each<[string, JsonObject]>([
  ["assigned before", actionFile([assignment("start", "total", "0"), reader()])],
  ["declared", actionFile([reader(), assignment("start", "total", "0")], [{ name: "total", value: "" }])],
  [
    "assigned in an earlier turn of the same loop",
    actionFile([loop("each", [reader(), assignment("a", "total", "1")])]),
  ],
  ["assigned in a loop before", actionFile([loop("each", [assignment("a", "total", "1")]), reader()])],
])("a variable that is %s is fine", (_when, file) => {
  expect(early(file)).toEqual([]);
});
