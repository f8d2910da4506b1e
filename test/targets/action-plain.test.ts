import { expect, test } from "vitest";
import type { Step } from "../../src/model/step.js";
import { actionPlainTarget } from "../../src/targets/action-plain.js";
import { serialize } from "../../src/targets/serialize.js";
import { fileFor } from "../../src/targets/target.js";
import { writeFile } from "../../src/targets/write.js";
import { action, assignment, loop, newerStep, request } from "./sample-action.js";

test("writes requests only, and leaves the trigger to the screen", () => {
  const webhook = action({ trigger: { type: "WEBHOOK", path: "stock" }, variables: [] });
  expect(actionPlainTarget.refusals(webhook)).toEqual([]);
  expect(serialize(writeFile(fileFor(actionPlainTarget, webhook, 5)))).toBe(
    String.raw`{
    "formatVersion": "2.10",
    "exportDate": 5,
    "action": {
        "name": "Tell about stock – été",
        "description": "Line 1\nLine 2",
        "configuration": {
            "variables": [],
            "mappingDefinitions": [],
            "steps": [
                {
                    "type": "HTTP_REQUEST",
                    "name": "get_stocks",
                    "method": "GET",
                    "url": "@{_topdeskUrl?no_esc}/stocks",
                    "headers": [],
                    "escapeBodyValues": true,
                    "body": "",
                    "executionCondition": "ALWAYS",
                    "customExecutionCondition": ""
                }
            ]
        }
    }
}`.replaceAll("@{", "${"),
  );
});

const refused: readonly (readonly [what: string, step: Step, wayOut: RegExp])[] = [
  ["a loop", loop(), /target action\b.*each\(/],
  ["an assignment", assignment(), /target action\b.*naming\(/],
  ["a step of an unknown type", newerStep(), /target action\b/],
];

test.each(refused)("refuses %s by name and shows a way out", (_what, step, wayOut) => {
  const [refusal, ...others] = actionPlainTarget.refusals(action({ steps: [request(), step] }));
  expect(others).toEqual([]);
  expect(refusal?.step).toBe(step.name);
  expect(refusal?.message).toContain(`"${step.name}"`);
  expect(refusal?.hint).toMatch(wayOut);
});

test("finds what it refuses below a request that holds steps", () => {
  const container = request({ name: "container", subSteps: [request({ name: "inner" }), assignment()] });
  const refusals = actionPlainTarget.refusals(action({ steps: [container] }));
  expect(refusals.map((refusal) => refusal.step)).toEqual(["remember"]);
});

test("refuses a card type, as the target action does", () => {
  const refusals = actionPlainTarget.refusals(action({ cardType: "incident2" }));
  expect(refusals.map((refusal) => refusal.message)).toEqual([expect.stringContaining("incident2")]);
});
