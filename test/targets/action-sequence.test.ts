import { expect, test } from "vitest";
import type { Trigger } from "../../src/model/action.js";
import type { Step } from "../../src/model/step.js";
import { actionSequenceTarget } from "../../src/targets/action-sequence.js";
import { serialize } from "../../src/targets/serialize.js";
import { fileFor } from "../../src/targets/target.js";
import { writeFile } from "../../src/targets/write.js";
import { action, assignment, loop, newerStep, request } from "./sample-action.js";

const classic = action({ cardType: "incident1" });

test("writes the card type and steps without a type", () => {
  const mail = request({
    name: "send",
    method: "POST",
    headers: [{ name: "Content-Type", value: "application/json" }],
    body: '{"to": "${aanmelderemail}"}',
  });
  const sequence = { ...classic, trigger: { type: "EVENT", cardType: "incident1" }, steps: [mail] } as const;
  expect(actionSequenceTarget.refusals(sequence)).toEqual([]);
  expect(serialize(writeFile(fileFor(actionSequenceTarget, sequence, 5)))).toBe(
    String.raw`{
    "formatVersion": "2.10",
    "exportDate": 5,
    "actionSequence": {
        "name": "Tell about stock – été",
        "description": "Line 1\nLine 2",
        "structureName": "incident1",
        "configuration": {
            "variables": [
                {
                    "name": "mail_to",
                    "value": "Enter an address"
                }
            ],
            "mappingDefinitions": [],
            "steps": [
                {
                    "name": "send",
                    "method": "POST",
                    "url": "@{_topdeskUrl?no_esc}/stocks",
                    "headers": [
                        {
                            "name": "Content-Type",
                            "value": "application/json"
                        }
                    ],
                    "escapeBodyValues": true,
                    "body": "{\"to\": \"@{aanmelderemail}\"}",
                    "executionCondition": "ALWAYS",
                    "customExecutionCondition": ""
                }
            ]
        }
    }
}`.replaceAll("@{", "${"),
  );
});

const triggers: readonly (readonly [Trigger, RegExp])[] = [
  [
    { type: "SCHEDULED", schedule: { frequency: "HOURLY", every: 2, timeZone: "Europe/Berlin" } },
    /on a schedule/,
  ],
  [{ type: "WEBHOOK", path: "stock" }, /on a webhook/],
  [{ type: "UNKNOWN", value: { type: "MOON" } }, /otherwise/],
];

test.each(triggers)("refuses to start by $type", (trigger, words) => {
  const [refusal, ...others] = actionSequenceTarget.refusals({ ...classic, trigger });
  expect(others).toEqual([]);
  expect(refusal?.message).toMatch(words);
  expect(refusal?.hint).toMatch(/target action or action-plain/);
});

test("refuses an action without a card type and shows how to name one", () => {
  const [refusal, ...others] = actionSequenceTarget.refusals(action());
  expect(others).toEqual([]);
  expect(refusal?.message).toMatch(/card type/);
  expect(refusal?.hint).toMatch(/cardTypes.*incident1/);
});

const steps: readonly (readonly [what: string, step: Step])[] = [
  ["loop", loop()],
  ["variable assignment", assignment()],
  ["step", newerStep()],
  ["step", request({ name: "container", subSteps: [request()] })],
];

test.each(steps)("refuses a %s that is no plain request, by name", (what, step) => {
  const [refusal, ...others] = actionSequenceTarget.refusals({ ...classic, steps: [step] });
  expect(others).toEqual([]);
  expect(refusal?.step).toBe(step.name);
  expect(refusal?.message).toContain(`the ${what} "${step.name}"`);
  expect(refusal?.hint).toMatch(/target action\b/);
});

test("reports everything it refuses at once", () => {
  const trigger = { type: "WEBHOOK", path: "stock" } as const;
  const refusals = actionSequenceTarget.refusals(action({ trigger, steps: [loop(), assignment()] }));
  expect(refusals.map((refusal) => refusal.step)).toEqual([undefined, undefined, "each_stock", "remember"]);
});
