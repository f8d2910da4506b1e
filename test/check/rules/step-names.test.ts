import { expect, test } from "vitest";
import { stepNames } from "../../../src/check/rules/step-names.js";
import { actionFile, found, inStep, loop, request } from "../sample-file.js";

test("letters, digits and underscores make a good name, in any step", () => {
  expect(found(stepNames, actionFile([request("get_Stocks2"), loop("each", [request("_1")])]))).toEqual([]);
});

test.each(["get-stocks", "get stocks", "été", "a.b", "a\n"])(
  "the name %j cannot be read by a text",
  (name) => {
    const [finding, ...others] = found(stepNames, actionFile([request("good"), request(name)]));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: "TA201", pointer: inStep(1, "name"), step: name });
    expect(finding?.message).toContain(`"${name}"`);
    expect(finding?.hint).toMatch(/letters, digits and underscores/);
  },
);

test("a step without a name is told so", () => {
  expect(found(stepNames, actionFile([request("")]))).toMatchObject([
    { code: "TA201", message: "The step has no name.", step: "" },
  ]);
});

test("the second step of a name is one too many, also inside of a loop", () => {
  const [finding, ...others] = found(stepNames, actionFile([request("a"), loop("b", [request("a")])]));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ code: "TA202", pointer: inStep(1, "subSteps/0/name"), step: "a" });
  expect(finding?.message).toMatch(/"a" too/);
  expect(finding?.hint).toMatch(/name of its own/);
});

test("names differ by their case", () => {
  expect(found(stepNames, actionFile([request("a"), request("A")]))).toEqual([]);
});
