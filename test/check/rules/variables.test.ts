import { describe, expect, test } from "vitest";
import { variables } from "../../../src/check/rules/variables.js";
import { actionFile, assignment, found, inStep, loop, request, withHeader } from "../sample-file.js";

const mailTo = { name: "mail_to", value: "" };

describe("reading a variable", () => {
  test("is fine when it is declared", () => {
    expect(found(variables, actionFile([request("a", { body: "${_variables.mail_to}" })], [mailTo]))).toEqual(
      [],
    );
  });

  test("is fine when a step assigns it", () => {
    const steps = [
      loop("each", [assignment("set", "total", "1")]),
      request("a", { body: "${_variables.total}" }),
    ];
    expect(found(variables, actionFile(steps))).toEqual([]);
  });

  test("that is neither is an error, with the near name", () => {
    const steps = [withHeader("To", '${_variables["mail_too"]}')];
    const [finding, ...others] = found(variables, actionFile(steps, [mailTo])).filter(
      ({ code }) => code !== "TA207",
    );
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: "TA206", pointer: inStep(0, "headers/0/value"), step: "send" });
    expect(finding?.message).toMatch(/variable "mail_too", which is not declared and never assigned/);
    expect(finding?.hint).toBe('Did you mean "mail_to"?');
  });

  test("without a near name the hint says what to do", () => {
    const [finding] = found(variables, actionFile([request("a", { url: "${_variables.x}" })]));
    expect(finding?.hint).toMatch(/Declare it, or assign it/);
  });
});

describe("declaring a variable", () => {
  test.each([
    ["a list", [mailTo], "/action/configuration/variables/0"],
    ["a map", { mail_to: "" }, "/action/configuration/variables/mail_to"],
  ])("that no text reads is a warning, in %s", (_form, declared, pointer) => {
    const [finding, ...others] = found(variables, actionFile([request("a")], declared));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: "TA207", pointer, step: undefined });
    expect(finding?.message).toMatch(/"mail_to" is declared but no text reads it/);
    expect(finding?.hint).toMatch(/Remove it/);
  });

  test("that is assigned but never read is not used either", () => {
    expect(found(variables, actionFile([assignment("set", "mail_to")], [mailTo]))).toMatchObject([
      { code: "TA207" },
    ]);
  });

  test("twice is an error at the second place", () => {
    const file = actionFile([request("a", { body: "${_variables.mail_to}" })], [mailTo, mailTo]);
    const [finding, ...others] = found(variables, file);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: "TA210", pointer: "/action/configuration/variables/1" });
    expect(finding?.message).toMatch(/"mail_to" is declared twice/);
    expect(finding?.hint).toMatch(/Remove one/);
  });

  test.each(["<#list _variables?keys as key>${key}</#list>", "${_variables[key]}"])(
    "is not called unused when a text may read any variable: %s",
    (body) => {
      expect(found(variables, actionFile([request("a", { body })], [mailTo]))).toEqual([]);
    },
  );
});

test("a step of an unknown type may read variables where the check cannot look, so none is called unused", () => {
  const wait = { ...request("wait"), type: "WAIT", until: "${_variables.mail_to}" };
  expect(found(variables, actionFile([wait], [mailTo]))).toEqual([]);
});
