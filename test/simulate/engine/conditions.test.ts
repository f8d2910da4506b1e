import { describe, expect, test } from "vitest";
import type { Semantics } from "../../../src/simulate/semantics.js";
import { actionOf, assign, http, loop, unknownStep } from "../actions.js";
import { failureIn, run } from "../run.js";

const guarded = (executionCondition: string, customExecutionCondition = "") =>
  http("guarded", { executionCondition, customExecutionCondition });

describe("a step after one that succeeded, failed, or was the first", () => {
  test.each([
    ["ALWAYS", "", "done", "done", "done"],
    ["ONLY_WHEN_PREVIOUS_SUCCEEDED", "", "done", "skipped", "done"],
    ["CUSTOM", "${true?c}", "done", "done", "done"],
    ["CUSTOM", "${false?c}", "skipped", "skipped", "skipped"],
    ["ONLY_WHEN_PREVIOUS_SUCCEEDED_AND_CUSTOM", "${true?c}", "done", "skipped", "done"],
    ["ONLY_WHEN_PREVIOUS_SUCCEEDED_AND_CUSTOM", "${false?c}", "skipped", "skipped", "skipped"],
  ])("%s %s: %s, %s, %s", async (condition, text, succeeded, failed, first) => {
    const before = http("before");
    const steps = [before, guarded(condition, text)];
    expect((await run(actionOf(steps))).outcomes[1]).toBe(`guarded: ${succeeded}`);
    expect((await run(actionOf(steps), { before: { status: 500 } })).outcomes[1]).toBe(`guarded: ${failed}`);
    expect((await run(actionOf([guarded(condition, text)]))).outcomes[0]).toBe(`guarded: ${first}`);
  });
});

describe("a condition", () => {
  test.each([
    ["true", "done"],
    [" \n true \n", "done"],
    ["TRUE", "skipped"],
    ["yes", "skipped"],
    ["", "skipped"],
    ["<#if 1 lt 2>true</#if>", "done"],
  ])("that prints %j: the step is %s", async (text, outcome) => {
    const { outcomes, trace } = await run(actionOf([guarded("CUSTOM", text)]));
    expect(outcomes).toEqual([`guarded: ${outcome}`]);
    expect(trace.steps[0]?.condition).toBeDefined();
  });

  test("that cannot be rendered makes the step fail; nothing is sent", async () => {
    const { outcomes, requests, trace } = await run(actionOf([guarded("CUSTOM", "${_variables.missing}")]));
    expect(outcomes).toEqual(["guarded: failed"]);
    expect(requests).toEqual([]);
    expect(failureIn(trace)).toMatchObject({
      kind: "template",
      place: { key: "customExecutionCondition", line: 1 },
    });
  });

  test("is not rendered when the step before failed", async () => {
    const steps = [http("before"), guarded("ONLY_WHEN_PREVIOUS_SUCCEEDED_AND_CUSTOM", "${broken.text}")];
    expect((await run(actionOf(steps), { before: { status: 404 } })).outcomes[1]).toBe("guarded: skipped");
  });

  test("of a kind that nobody knows is not simulated", async () => {
    const { trace, outcomes } = await run(actionOf([guarded("ON_FAILURE")]));
    expect(outcomes).toEqual(["guarded: failed"]);
    expect(failureIn(trace)).toMatchObject({ kind: "not simulated" });
    expect(failureIn(trace).message).toContain("ON_FAILURE");
  });
});

describe("what a skipped step counts as", () => {
  const steps = [
    http("before"),
    http("skipped", { executionCondition: "CUSTOM", customExecutionCondition: "false" }),
    guarded("ONLY_WHEN_PREVIOUS_SUCCEEDED"),
  ];
  test.each([
    ["nothing", 200, "done"],
    ["nothing", 500, "skipped"],
    ["success", 200, "done"],
    ["success", 500, "done"],
    ["failure", 200, "skipped"],
    ["failure", 500, "skipped"],
  ] as const)("%s, after an answer with status %d: %s", async (skippedCountsAs, status, outcome) => {
    const semantics: Semantics = { skippedCountsAs, failedAnswer: "error body" };
    const { outcomes } = await run(actionOf(steps), { before: { status } }, { semantics });
    expect(outcomes[2]).toBe(`guarded: ${outcome}`);
  });
});

describe("around loops", () => {
  test("the first step of a loop sees the loop itself as the step before it", async () => {
    const steps = [
      http("before"),
      loop("each", "${1..1}", [http("inside", { executionCondition: "ONLY_WHEN_PREVIOUS_SUCCEEDED" })]),
    ];
    const { outcomes } = await run(actionOf(steps), { before: { status: 500 } });
    expect(outcomes).toEqual(["before: failed", "each: done", "inside: done"]);
  });

  test("the first step of a later turn sees the last step of the turn before", async () => {
    const steps = [
      loop("each", "${1..2}", [http("inside", { executionCondition: "ONLY_WHEN_PREVIOUS_SUCCEEDED" })]),
      guarded("ONLY_WHEN_PREVIOUS_SUCCEEDED"),
    ];
    const { outcomes } = await run(actionOf(steps), { inside: { status: 500 } });
    expect(outcomes).toEqual(["each: done", "inside: failed", "inside: skipped", "guarded: done"]);
  });
});

test("a step of an unknown type fails, names what is inside it, and the action goes on", async () => {
  const steps = [unknownStep("ask", { subSteps: [http("inside")] }), http("after")];
  const { outcomes, trace } = await run(actionOf(steps));
  expect(outcomes).toEqual(["ask: failed", "after: done"]);
  expect(failureIn(trace)).toMatchObject({ kind: "not simulated" });
  expect(failureIn(trace).hint).toContain("inside");
});

test("steps inside a step that is no loop run once after it, and not when it failed", async () => {
  const steps = [http("outer", { subSteps: [http("inner"), assign("a", "1")] }), http("after")];
  expect((await run(actionOf(steps))).outcomes).toEqual([
    "outer: done",
    "inner: done",
    "set_a: done",
    "after: done",
  ]);
  expect((await run(actionOf(steps), { outer: { status: 503 } })).outcomes).toEqual([
    "outer: failed",
    "after: done",
  ]);
});
