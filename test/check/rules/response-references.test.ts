import { describe, expect, test } from "vitest";
import { responseReferences } from "../../../src/check/rules/response-references.js";
import type { JsonObject } from "../../../src/model/json.js";
import { actionFile, assignment, found, inStep, loop, request, sequenceFile } from "../sample-file.js";

const inRule = (...steps: readonly JsonObject[]) => found(responseReferences, actionFile(steps));
const custom = (text: string) => ({ executionCondition: "CUSTOM", customExecutionCondition: text });

/** A step that reads, in each of the texts that a step can have. */
const readers: readonly (readonly [key: string, step: (text: string) => JsonObject])[] = [
  ["url", (url) => request("reader", { url })],
  [
    "headers/1/value",
    (value) =>
      request("reader", {
        headers: [
          { name: "A", value: "" },
          { name: "B", value },
        ],
      }),
  ],
  ["body", (body) => request("reader", { body })],
  ["customExecutionCondition", (text) => request("reader", custom(text))],
  ["customExecutionCondition", (text) => loop("reader", [], custom(text))],
  ["customExecutionCondition", (text) => ({ ...request("reader", custom(text)), type: "WAIT" })],
  ["valueTemplate", (text) => assignment("reader", "x", text)],
  ["collectionTemplate", (collectionTemplate) => loop("reader", [], { collectionTemplate })],
];

describe.each(readers)("in %s", (key, reader) => {
  const at = { pointer: inStep(1, key), step: "reader" };
  const first = request("get_stocks");

  test("the answer of an earlier step can be read", () => {
    expect(inRule(first, reader("${_responses.get_stocks.body.dataSet[0].id}"))).toEqual([]);
  });

  test("a step that does not exist cannot; a near name is proposed", () => {
    const [finding, ...others] = inRule(first, reader("x ${_responses.get_stock.body}"));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: "TA203", ...at });
    expect(finding?.message).toMatch(/_responses\.get_stock, but there is no step "get_stock"/);
    expect(finding?.hint).toBe('Did you mean "get_stocks"?');
  });

  test("a step that comes later cannot", () => {
    const [finding, ...others] = inRule(first, reader("${_responses.later.body}"), request("later"));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: "TA204", ...at });
    expect(finding?.message).toMatch(/"later" comes later/);
    expect(finding?.hint).toMatch(/order of the steps/);
  });

  test("the step itself cannot", () => {
    const [finding] = inRule(first, reader("${_responses.reader.body}"));
    expect(finding).toMatchObject({ code: "TA204", ...at });
    expect(finding?.message).toMatch(/its own answer/);
  });

  test("a step inside of a loop cannot be read from outside", () => {
    const each = loop("each_stock", [request("count")]);
    const [finding, ...others] = inRule(each, reader("${_responses.count.body}"));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: "TA205", ...at });
    expect(finding?.message).toMatch(/"count" runs inside the loop "each_stock"/);
    expect(finding?.hint).toMatch(/variable/);
  });
});

test("without a near name the hint says what to do", () => {
  const [finding] = inRule(request("a"), request("b", { body: "${_responses.somewhere_else.body}" }));
  expect(finding?.hint).toMatch(/name of a step that comes before/);
});

test("steps of one turn read each other, and what ran before the loop", () => {
  const turn = [
    request("count"),
    request("tell", { body: "${_responses.count.body}${_responses.before.body}" }),
  ];
  expect(inRule(request("before"), loop("each", turn))).toEqual([]);
});

test("a loop inside of a loop reads the outer turn, but not the other way round", () => {
  const innerLoop = loop("inner", [request("deep", { body: "${_responses.outer_step.body}" })]);
  expect(inRule(loop("outer", [request("outer_step"), innerLoop]))).toEqual([]);
  const after = request("after", { body: "${_responses.deep.body}" });
  expect(inRule(loop("outer", [request("outer_step"), innerLoop, after]))).toMatchObject([
    { code: "TA205", step: "after", pointer: inStep(0, "subSteps/2/body") },
  ]);
});

test("another loop's turn cannot be read", () => {
  const second = loop("second", [request("b", { body: "${_responses.a.body}" })]);
  expect(inRule(loop("first", [request("a")]), second)).toMatchObject([{ code: "TA205", step: "b" }]);
});

test.each([
  "_responses.gone.body stands in plain text",
  "<#-- ${_responses.gone.body} -->",
  "<#noparse>${_responses.gone.body}</#noparse>",
  '${r"${_responses.gone.body}"}',
  "${my._responses.gone}",
  "${_responses[name].body}",
])("what is no code, or not known before run time, is let be: %s", (body) => {
  expect(inRule(request("a", { body }))).toEqual([]);
});

test.each([
  '${_responses["gone"].body}',
  "<#if _responses.gone??>",
  '${"a ${_responses.gone.body}"}',
  "${_responses . gone}",
])("every way to write it is seen: %s", (body) => {
  expect(inRule(request("a", { body })).map(({ code }) => code)).toEqual(["TA203"]);
});

test("every text of a step is looked at, and every reference in it", () => {
  const step = request("a", { url: "${_responses.x.a}${_responses.y.b}", body: "${_responses.z.c}" });
  expect(inRule(step).map(({ pointer }) => pointer)).toEqual([
    inStep(0, "url"),
    inStep(0, "url"),
    inStep(0, "body"),
  ]);
});

test("classic files are looked at in the same way", () => {
  const file = sequenceFile([request("a", { body: "${_responses.b.body}" }), request("b")]);
  expect(found(responseReferences, file)).toMatchObject([
    { code: "TA204", pointer: inStep(0, "body", "actionSequence"), step: "a" },
  ]);
});
