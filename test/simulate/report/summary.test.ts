import { expect, test } from "vitest";
import { summarize } from "../../../src/simulate/report/summary.js";
import { budgetText, summaryText } from "../../../src/simulate/report/text-report.js";
import { actionOf, http, loop, mailStep } from "../actions.js";
import { run } from "../run.js";

test("requests are counted by method and path, ids and queries left out, failures named", async () => {
  const steps = [
    loop("each", "${1..3}", [
      http("get", { url: "https://topdesk.example.com/cards/${(1000 + item)?c}?x=${item}" }),
    ]),
    http("one", { url: "https://topdesk.example.com/cards/00000040-0000-4000-8000-000000000015/links" }),
    http("lost", { url: "https://topdesk.example.com/cards/12345" }),
  ];
  const { trace } = await run(actionOf(steps), { lost: { status: 404 } });
  expect(summarize(trace).paths).toEqual([
    { method: "GET", path: "/cards/{id}", count: 4, failed: 1 },
    { method: "GET", path: "/cards/{id}/links", count: 1, failed: 0 },
  ]);
  expect(summaryText(summarize(trace))).toContain("    4 × GET /cards/{id}  1 failed\n");
});

test("every mail is shown with its fate, its people and its text", async () => {
  const body = JSON.stringify({
    from: "a@example.com",
    to: "b@example.com",
    cc: "c@example.com",
    bcc: "d@example.com",
    replyTo: "e@example.com",
    subject: "Let\u001b op",
    body: "Regel 1\nRegel 2",
  });
  const steps = [mailStep("first", { body }), mailStep("second")];
  const { trace } = await run(actionOf(steps), { first: { status: 202 }, second: { status: 403 } });
  expect(summaryText(summarize(trace))).toContain(
    [
      "Mail 1 of step first: accepted",
      "  From     a@example.com",
      "  To       b@example.com",
      "  Cc       c@example.com",
      "  Bcc      d@example.com",
      "  Reply to e@example.com",
      "  Subject  Let\\u001b op",
      "",
      "  Regel 1",
      "  Regel 2",
      "",
      "Mail 2 of step second: refused",
    ].join("\n"),
  );
});

test("code that stayed is listed once, however often it was sent", async () => {
  const steps = [loop("each", "${1..3}", [http("post", { method: "POST", body: "[#if x]" })])];
  const { trace } = await run(actionOf(steps));
  const summary = summarize(trace);
  expect(summary.unrendered).toHaveLength(1);
  expect(summaryText(summary)).toContain("Not rendered: this code is sent as it stands.");
  expect(summaryText(summary)).toContain("  post: [#if x]\n");
});

test("a budget over the limit is a warning with what to do", () => {
  const action = actionOf([http("a"), http("b")]);
  expect(budgetText(action, 2)).toBe("Call budget: at most 2 requests, no mail.\n");
  expect(budgetText(action, 1)).toContain("Warning: that is more than 1 requests. Let the first request");
});
