import { expect, test } from "vitest";
import { actionTarget } from "../../src/targets/action.js";
import { serialize } from "../../src/targets/serialize.js";
import { fileFor } from "../../src/targets/target.js";
import { writeFile } from "../../src/targets/write.js";
import { action, assignment, loop, request } from "./sample-action.js";

const schedule = { frequency: "DAILY", time: "12:00", timeZone: "Europe/Amsterdam" } as const;

test("writes trigger, loop and assignment, key for key in TOPdesk's order", () => {
  const whole = action({ trigger: { type: "SCHEDULED", schedule }, steps: [loop(), assignment()] });
  expect(serialize(writeFile(fileFor(actionTarget, whole, 5)))).toBe(
    String.raw`{
    "formatVersion": "2.10",
    "exportDate": 5,
    "action": {
        "name": "Tell about stock – été",
        "description": "Line 1\nLine 2",
        "trigger": {
            "type": "SCHEDULED",
            "schedule": {
                "frequency": "DAILY",
                "time": "12:00",
                "timeZone": "Europe/Amsterdam"
            }
        },
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
                    "type": "LOOP",
                    "name": "each_stock",
                    "collectionTemplate": "@{_responses.get_stocks.body}",
                    "itemKey": "stock",
                    "subSteps": [
                        {
                            "type": "HTTP_REQUEST",
                            "name": "count",
                            "method": "GET",
                            "url": "@{_topdeskUrl?no_esc}/stocks/@{stock.id}",
                            "headers": [],
                            "escapeBodyValues": true,
                            "body": "",
                            "executionCondition": "ALWAYS",
                            "customExecutionCondition": ""
                        }
                    ],
                    "executionCondition": "ALWAYS",
                    "customExecutionCondition": ""
                },
                {
                    "type": "ASSIGN_VARIABLE",
                    "name": "remember",
                    "assignmentType": "TEXT",
                    "variableKey": "short",
                    "valueTemplate": "@{_variables.short!}x",
                    "executionCondition": "CUSTOM",
                    "customExecutionCondition": "@{(1 < 2)?c}"
                }
            ]
        }
    }
}`.replaceAll("@{", "${"),
  );
});

test("refuses nothing of an action without a card type", () => {
  expect(actionTarget.refusals(action({ steps: [loop(), assignment(), request()] }))).toEqual([]);
});

test("refuses an action that is made for a card type, and says what to do instead", () => {
  const [refusal, ...others] = actionTarget.refusals(action({ cardType: "incident1" }));
  expect(others).toEqual([]);
  expect(refusal?.message).toContain("incident1");
  expect(refusal?.hint).toMatch(/action-sequence/);
});
