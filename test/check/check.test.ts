import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkBytes, checkFile, type CheckOptions } from "../../src/check/check.js";
import type { Action, ActionFile } from "../../src/model/action.js";
import type { JsonValue } from "../../src/model/json.js";
import type { Suppression } from "../../src/model/step.js";
import { serialize } from "../../src/targets/serialize.js";
import { writeFile } from "../../src/targets/write.js";
import { anyExport } from "../targets/random-export.js";
import { action, loop as loopStep, request as requestStep } from "../targets/sample-action.js";
import { actionFile, changed, check, checkText, request, sequenceFile } from "./sample-file.js";

describe("a file of any origin", () => {
  test("without a flaw has no findings", () => {
    expect(check(actionFile([request("a")]), { strictness: "closed" })).toEqual([]);
    expect(check(sequenceFile([request("a")]), { strictness: "closed" })).toEqual([]);
  });

  test("is reported whole: bytes, schema and rules, each with file, line and column", () => {
    const value = changed(actionFile([request("a b", { boddy: "" })]), ["extra"], 1);
    expect(checkText(JSON.stringify(value, null, 2))).toMatchObject([
      { code: "TA115", file: "export.json" },
      { code: "TA102", pointer: "/extra", line: 26, column: 3 },
      { code: "TA102", pointer: "/action/configuration/steps/0/boddy", step: "a b", line: 21, column: 11 },
      { code: "TA201", pointer: "/action/configuration/steps/0/name", step: "a b", line: 13, column: 11 },
    ]);
  });

  test("that is no JSON has that one finding", () => {
    expect(checkText("{").map(({ code }) => code)).toEqual(["TA110"]);
  });

  test.each<readonly [JsonValue, RegExp]>([
    [{}, /no object action or actionSequence/],
    [{ name: "x", steps: [] }, /its keys are: name, steps/],
    [{ action: [] }, /no object action/],
    [{ action: {}, actionSequence: {} }, /both action and actionSequence/],
    [[{ action: {} }], /no object/],
    ["action", /no object/],
    [null, /no object/],
  ])("that is no action is told what it lacks: %j", (value, words) => {
    const [finding, ...others] = check(value);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: "TA113", severity: "error", file: "export.json" });
    expect(finding?.message).toMatch(words);
    expect(finding?.hint).toMatch(/Export/);
  });

  test("never stops the check, whatever it holds", () => {
    const options: CheckOptions = { file: "export.json", strictness: "open" };
    fc.assert(
      fc.property(anyExport, (value) => {
        for (const { line, file } of checkBytes(Buffer.from(serialize(value)), options)) {
          expect([file, line === undefined || line > 0]).toEqual(["export.json", true]);
        }
      }),
      { numRuns: 300 },
    );
    fc.assert(fc.property(fc.uint8Array(), (bytes) => checkBytes(bytes, options).length > 0));
  });
});

/** Findings about an action of our own, as code and step. */
function codes(own: Action, options: Partial<CheckOptions> = {}): readonly string[] {
  const file: ActionFile = { root: "action", formatVersion: "2.10", exportDate: 1, action: own };
  return checkFile(file, writeFile(file), { file: "x.json", strictness: "closed", ...options }).map(
    ({ code, severity, step }) => [code, severity, ...(step === undefined ? [] : [step])].join(" "),
  );
}

const unusedVariable = "TA207 warning";
const suppressed = (...suppressions: readonly Suppression[]) => ({ suppressions });
const known: Suppression = { code: "TA209", reason: "kept for later" };
const idle = { customExecutionCondition: "x" };

describe("a suppression", () => {
  test("on a step hides its finding there and nowhere else", () => {
    const steps = [
      requestStep({ name: "a", ...idle, ...suppressed(known) }),
      requestStep({ name: "b", ...idle }),
    ];
    expect(codes(action({ steps }))).toEqual([unusedVariable, "TA209 warning b"]);
  });

  test("on a step inside of a loop works too", () => {
    const inner = requestStep({ name: "inner", ...idle, ...suppressed(known) });
    expect(
      codes(action({ variables: [], steps: [loopStep({ collectionTemplate: "", subSteps: [inner] })] })),
    ).toEqual(["TA901 info"]);
  });

  test("on a loop does not reach the steps in it", () => {
    const subSteps = [requestStep({ name: "inner", ...idle })];
    const steps = [loopStep({ collectionTemplate: "", subSteps, ...suppressed(known) })];
    expect(codes(action({ variables: [], steps }))).toEqual([
      "TA209 warning inner",
      "TA901 info",
      "TA990 warning each_stock",
    ]);
  });

  test("on the action hides its finding everywhere", () => {
    const steps = [requestStep({ name: "a", ...idle }), requestStep({ name: "b", ...idle })];
    const own = suppressed(known, { code: "TA207", reason: "the admin wants it" });
    expect(codes(action({ steps, ...own }))).toEqual([]);
  });

  test("hides findings of the schema and of what is inferred as well", () => {
    const step = requestStep({ method: "BREW", ...suppressed({ code: "TA103", reason: "new in TOPdesk" }) });
    expect(codes(action({ variables: [], steps: [step] }))).toEqual([]);
    const inferred = suppressed({ code: "TA901", reason: "tried in a test environment" });
    const trigger = { type: "WEBHOOK", path: "x" } as const;
    expect(codes(action({ variables: [], trigger, ...inferred }))).toEqual([]);
  });

  test("that hides nothing is reported itself, with its reason", () => {
    const steps = [requestStep(suppressed({ code: "TA203", reason: "old one" }))];
    const file: ActionFile = {
      root: "action",
      formatVersion: "2.10",
      exportDate: 1,
      action: action({ variables: [], steps, ...suppressed({ code: "TA999", reason: "no such code" }) }),
    };
    const findings = checkFile(file, writeFile(file), { file: "x.json", strictness: "closed" });
    expect(findings).toMatchObject([
      { code: "TA990", severity: "warning", file: "x.json", hint: "Remove the suppression." },
      { code: "TA990", severity: "warning", step: "get_stocks" },
    ]);
    expect(findings.map((finding) => finding.message)).toEqual([
      'Nothing is found that the suppression of TA999 ("no such code") is for.',
      'Nothing is found that the suppression of TA203 ("old one") is for.',
    ]);
  });
});

describe("the user's settings", () => {
  test.each([
    ["error", ["TA207 error"]],
    ["info", ["TA207 info"]],
    ["off", []],
  ] as const)("set how grave a finding is: %s", (severity, expected) => {
    expect(codes(action(), { severities: { TA207: severity } })).toEqual(expected);
  });

  test("leave other findings alone", () => {
    expect(codes(action(), { severities: { TA210: "off" } })).toEqual([unusedVariable]);
  });

  test("reach findings about bytes, schema and suppressions", () => {
    const value = changed(actionFile(), ["extra"], 1);
    const text = JSON.stringify(value);
    expect(checkText(text, { severities: { TA115: "off", TA102: "error" } })).toMatchObject([
      { code: "TA102", severity: "error" },
    ]);
    const own = action({ variables: [], ...suppressed(known) });
    expect(codes(own, { severities: { TA990: "off" } })).toEqual([]);
  });

  test("set to off does not turn a suppression into a useless one", () => {
    const own = action({ ...suppressed({ code: "TA207", reason: "the admin wants it" }) });
    expect(codes(own, { severities: { TA207: "off" } })).toEqual([]);
  });
});
