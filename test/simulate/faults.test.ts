import { describe, expect, test } from "vitest";
import { simulatedExchange } from "../../src/simulate/exchange.js";
import { FAULT_WORDS, faultsOf, readFault, SLOW, withFaults } from "../../src/simulate/faults.js";
import { faultRows } from "../../src/simulate/report/fault-table.js";
import { faultTable, faultVerdict } from "../../src/simulate/report/fault-table-text.js";
import { actionOf, http, loop, mailStep } from "./actions.js";
import { run } from "./run.js";

const STEPS = [http("get_stocks"), mailStep("send_mail")];

describe("reading a fault", () => {
  test.each(FAULT_WORDS.map((word) => [word]))("get_stocks=%s", (word) => {
    expect(readFault(`get_stocks=${word}`, STEPS)).toMatchObject({ step: "get_stocks", word });
  });

  test.each([
    ["get_stoks=500", 'no step "get_stoks"', 'Did you mean "get_stocks"?'],
    ["ALL", 'no step "ALL"', "all"],
    ["count=500", 'no step "count"', "get_stocks, send_mail, mail, or all"],
    ["get_stocks", "The fault for get_stocks is missing.", "get_stocks=500"],
    ["get_stocks=", "The fault for get_stocks is missing.", "get_stocks=500"],
    ["get_stocks=tiemout", '"tiemout" is no fault.', 'Did you mean "timeout"?'],
    ["get_stocks=500=1", '"500=1" is no fault.', "500"],
    ["mail=sender_not_allowed", '"sender_not_allowed" is no fault.', ""],
    ["=500", 'no step ""', "get_stocks"],
  ])("%s is not understood, and the answer helps", (text, problem, hint) => {
    const read = readFault(text, STEPS);
    expect("problem" in read && read.problem).toContain(problem);
    expect("hint" in read && read.hint).toContain(hint);
  });

  test("for a mail of an action that sends none", () => {
    expect(readFault("mail=500", [http("get")])).toMatchObject({ problem: "The action sends no mail." });
  });

  test("for an action without requests", () => {
    expect(readFault("get=500", [])).toMatchObject({ hint: "It sends no requests." });
  });
});

describe("a fault", () => {
  const broken = async (text: string, step: (typeof STEPS)[number]) => {
    const fault = readFault(text, STEPS);
    if ("problem" in fault) throw new Error(fault.problem);
    let reached = 0;
    const inner = simulatedExchange(() => {
      reached += 1;
      return Promise.resolve({ status: 200, headers: {}, body: '{"a": [1, 2]}' });
    });
    const request = { method: step.method, url: step.url, headers: {}, body: step.body };
    return { exchanged: await withFaults(inner, [fault])(request, step), reached };
  };
  const [getStocks, sendMail] = [http("get_stocks"), mailStep("send_mail")];

  test.each([
    ["get_stocks=401", { kind: "answered", answer: { status: 401 } }, 0],
    ["get_stocks=timeout", { kind: "unanswered", reason: "timeout" }, 0],
    ["get_stocks=malformed", { kind: "answered", answer: { status: 200, body: '{"a": [' } }, 1],
    ["get_stocks=empty", { kind: "answered", answer: { status: 200, body: "" } }, 1],
    ["get_stocks=slow", { kind: "answered", answer: { status: 200 }, delay: SLOW }, 1],
  ])("%s", async (text, expected, times) => {
    const { exchanged, reached } = await broken(text, getStocks);
    expect(exchanged).toMatchObject(expected);
    expect(exchanged.fault).toBe(text.split("=")[1]);
    expect(reached).toBe(times);
  });

  test("of a mail hits the mail, in the words of the mail service, and nothing else", async () => {
    const { exchanged } = await broken("mail=sender_domain_not_allowed", sendMail);
    expect(exchanged).toMatchObject({
      answer: { status: 400, body: '{"errors":[{"errorCode":"sender_domain_not_allowed"}]}' },
    });
    expect((await broken("mail=500", getStocks)).exchanged.fault).toBeUndefined();
  });

  test("of a step in a loop hits every turn", async () => {
    const fault = readFault("get=500", [http("get")]);
    if ("problem" in fault) throw new Error(fault.problem);
    const exchange = withFaults(
      simulatedExchange(() => Promise.resolve({ status: 200, headers: {}, body: "{}" })),
      [fault],
    );
    const { outcomes } = await run(actionOf([loop("each", "${1..3}", [http("get")])]), {}, { exchange });
    expect(outcomes).toEqual(["each: done", "get: failed", "get: failed", "get: failed"]);
  });

  test("that is slow shows in the time that the run takes", async () => {
    const fault = readFault("get=slow", [http("get")]);
    if ("problem" in fault) throw new Error(fault.problem);
    const exchange = withFaults(
      simulatedExchange(() => Promise.resolve({ status: 200, headers: {}, body: "{}" })),
      [fault],
    );
    const { trace } = await run(actionOf([http("get")]), {}, { exchange });
    expect(trace.milliseconds).toBeGreaterThanOrEqual(SLOW);
  });

  test("is tried on mails with the errors of the mail service, on other requests without", () => {
    expect(faultsOf(sendMail).map(({ word }) => word)).toContain("sender_domain_not_allowed");
    expect(faultsOf(getStocks).map(({ word }) => word)).toEqual([
      ...["401", "403", "500", "timeout", "malformed", "empty", "slow"],
    ]);
  });
});

describe("the table of faults", () => {
  const mailThatSays = (subject: string) =>
    mailStep("send_mail", { body: `{"to": "a@b.nl", "subject": "${subject}"}` });
  const rowFor = async (usual: Parameters<typeof actionOf>[0], broken: Parameters<typeof actionOf>[0]) => {
    const [without, trace] = await Promise.all([run(actionOf(usual)), run(actionOf(broken))]);
    const fault = { step: "get", word: "500", effect: { kind: "status", status: 500 } } as const;
    const [row] = faultRows(without.trace, [{ fault, trace: trace.trace }]);
    if (row === undefined) throw new Error("no row");
    return row;
  };

  test.each([
    ["same", [mailThatSays("a")], [mailThatSays("a")]],
    ["no mail", [http("get")], [http("get")]],
    ["missed", [mailThatSays("a")], [http("get")]],
    ["missed", [mailThatSays("a"), mailThatSays("a")], [mailThatSays("a")]],
    ["other", [mailThatSays("a")], [mailThatSays("b")]],
    ["other", [mailThatSays("a")], [mailThatSays("a"), mailThatSays("a")]],
    ["other", [http("get")], [mailThatSays("a")]],
  ])("%s", async (claim, usual, broken) => {
    expect((await rowFor(usual, broken)).claim).toBe(claim);
  });

  test("is at most 100 columns wide, also with long names, and lists which steps were done", async () => {
    const long = "een_stap_met_een_naam_die_nergens_in_past_en_nog_langer_wordt";
    const row = await rowFor([http(long)], [http(long, { url: "no address" }), http("after")]);
    expect(row).toMatchObject({ stepsDone: ["after"], firstFailure: long, met: false });
    const table = faultTable([{ ...row, step: long, fault: "sender_domain_not_allowed" }]);
    for (const line of table.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
    expect(table).toContain("the step did not run");
  });

  test("says in words what is missed and what may be false", async () => {
    const missed = await rowFor([mailThatSays("a")], []);
    const other = await rowFor([mailThatSays("a")], [mailThatSays("b")]);
    expect(faultVerdict([missed])).toContain("With 1 fault a mail is missed");
    expect(faultVerdict([missed])).toContain("No fault makes the action send");
    expect(faultVerdict([other, other])).toContain(
      "With 2 faults the action sends a mail that it would not send",
    );
  });
});
