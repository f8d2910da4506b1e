import { describe, expect, test } from "vitest";
import type { Step } from "../../src/model/step.js";
import { budgetInWords, budgetWarning, callBudget, mostOf } from "../../src/topdesk/call-budget.js";
import { actionOf, assign, http, loop, mailStep, unknownStep } from "../simulate/actions.js";

const words = (steps: readonly Step[]) => budgetInWords(callBudget(actionOf(steps)));
const assets = (query: string) =>
  http("get", { url: `\${_topdeskUrl?no_esc}/tas/api/assetmgmt/assets${query}` });
const DATA_SET = "${_responses.get.body.dataSet}";

describe("what one run can send at most", () => {
  test.each<readonly [string, readonly Step[], string]>([
    ["nothing", [assign("a", "b")], "at most 0 requests, no mail"],
    ["one request", [http("a")], "at most 1 request, no mail"],
    ["a mail, which is a request too", [http("a"), mailStep("m")], "at most 2 requests, 1 of them a mail"],
    [
      "a loop over a page of 1,000",
      [assets("?pageSize=1000"), loop("each", DATA_SET, [http("a"), http("b")])],
      "at most 1 + 2 × get = 2001 requests, no mail",
    ],
    [
      "a loop over a page that is as large as usual",
      [assets("?archived=false"), loop("each", DATA_SET, [mailStep("m")])],
      "at most 1 + get = 51 requests, get = 50 of them mails",
    ],
    [
      "a page larger than TOPdesk gives",
      [assets("?pageSize=9999"), loop("each", DATA_SET, [http("a")])],
      "at most 1 + get = 1001 requests, no mail",
    ],
    [
      "a page whose size is worked out at run time",
      [assets("?pageSize=${_variables.size}"), loop("each", DATA_SET, [http("a")])],
      "at most 1 + get = 1001 requests, no mail",
    ],
    [
      "a list whose size nobody knows",
      [http("get"), loop("each", DATA_SET, [http("a")])],
      "at most 1 + get requests, no mail",
    ],
    [
      "a list that is read with a name in quotes",
      [assets("?pageSize=10"), loop("each", '${_responses["get"].body.dataSet}', [http("a")])],
      "at most 1 + get = 11 requests, no mail",
    ],
    [
      "loops within each other",
      [assets("?pageSize=10"), loop("outer", DATA_SET, [loop("inner", "${item.parts}", [http("a")])])],
      "at most 1 + get × inner requests, no mail",
    ],
    ["a step inside another", [http("a", { subSteps: [http("b")] })], "at most 2 requests, no mail"],
    [
      "steps inside one of an unknown type, which could be a loop",
      [unknownStep("parts", { subSteps: [http("a")] })],
      "at most parts requests, no mail",
    ],
  ])("%s", (_what, steps, expected) => {
    expect(words(steps)).toBe(expected);
  });

  test("conditions do not count: they may all hold", () => {
    const guarded = http("a", { executionCondition: "CUSTOM", customExecutionCondition: "false" });
    expect(words([guarded, guarded])).toBe("at most 2 requests, no mail");
  });
});

describe("a warning", () => {
  const budget = callBudget(actionOf([assets("?pageSize=1000"), loop("each", DATA_SET, [http("a")])]));

  test("is given when the most is over the limit, and not when it is at it", () => {
    expect(mostOf(budget.requests)).toBe(1001);
    expect(budgetWarning(budget, 1001)).toBeUndefined();
    expect(budgetWarning(budget, 1000)).toContain("more than 1000 requests");
  });

  test("cannot be given when a list has no known end", () => {
    const endless = callBudget(actionOf([http("get"), loop("each", DATA_SET, [http("a")])]));
    expect(mostOf(endless.requests)).toBeUndefined();
    expect(budgetWarning(endless, 1)).toBeUndefined();
  });
});
