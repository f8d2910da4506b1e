import { describe, expect, test } from "vitest";
import { actionOf, assign, http, loop } from "../actions.js";
import { assignedIn, failureIn, run } from "../run.js";

const printed = async (
  text: string,
  rest: Parameters<typeof run>[2] = {},
  answers: Parameters<typeof run>[1] = {},
) => {
  const { trace } = await run(actionOf([http("get"), assign("printed", text)]), answers, rest);
  return assignedIn(trace)[0]?.slice("printed=".length);
};

describe("variables", () => {
  test("hold what was filled in, then what a step assigns, also without being declared", async () => {
    const steps = [assign("a", "${_variables.a}+"), assign("b", "${_variables.a}${_variables.a}")];
    const { trace } = await run(actionOf(steps, [{ name: "a", value: "x" }]));
    expect(assignedIn(trace)).toEqual(["a=x+", "b=x+x+"]);
  });

  test("are not changed by an assignment that fails", async () => {
    const steps = [assign("a", "${missing}"), assign("b", "${_variables.a}")];
    const { trace, outcomes } = await run(actionOf(steps, [{ name: "a", value: "x" }]));
    expect(outcomes).toEqual(["set_a: failed", "set_b: done"]);
    expect(assignedIn(trace)).toEqual(["b=x"]);
    expect(failureIn(trace)).toMatchObject({ kind: "template", place: { key: "valueTemplate" } });
  });

  test("what #assign sets in one text is gone in the next", async () => {
    const steps = [assign("a", "<#assign x = 1>${x}"), assign("b", '${x!"gone"}')];
    expect(assignedIn((await run(actionOf(steps))).trace)).toEqual(["a=1", "b=gone"]);
  });
});

describe("answers", () => {
  test.each([
    ["JSON", '{"a": {"b": [1, 2]}}', "${_responses.get.body.a.b[1]}", "2"],
    ["text", "plain <b>", "${_responses.get.body}", "plain <b>"],
    ["nothing", "", "[${_responses.get.body}]", "[]"],
    ["a list", "[1, 2, 3]", "${_responses.get.body?size}", "3"],
    ["a key that objects have anyway", '{"x": 1}', '${_responses.get.body.constructor!"none"}', "none"],
    ["null", '{"a": null}', '${_responses.get.body.a!"none"}', "none"],
  ])("with %s", async (_what, body, text, expected) => {
    expect(await printed(text, {}, { get: { body } })).toBe(expected);
  });

  const twice = loop("each", "${1..2}", [
    http("get"),
    assign("seen", '${(_responses.get.body.count)!"none"}'),
  ]);
  let count = 0;
  const failingSecond = () => {
    count += 1;
    return count === 1 ? { body: '{"count": 5}' } : { status: 500, body: '{"count": "error"}' };
  };

  test.each([
    ["error body", ["seen=5", "seen=error"]],
    ["last answer", ["seen=5", "seen=5"]],
    ["nothing", ["seen=5", "seen=none"]],
  ] as const)("after a failure: %s", async (failedAnswer, expected) => {
    count = 0;
    const semantics = { skippedCountsAs: "nothing", failedAnswer } as const;
    const { trace } = await run(actionOf([twice]), { get: failingSecond }, { semantics });
    expect(assignedIn(trace)).toEqual(expected);
  });

  test("one that never came leaves nothing of the turn before", async () => {
    let turn = 0;
    const { trace } = await run(
      actionOf([twice]),
      {},
      {
        exchange: () => {
          turn += 1;
          return Promise.resolve(
            turn === 1
              ? { kind: "answered", answer: { status: 200, headers: {}, body: '{"count": 5}' }, sent: true }
              : { kind: "unanswered", reason: "timeout", message: "No answer came in time." },
          );
        },
      },
    );
    expect(assignedIn(trace)).toEqual(["seen=5", "seen=none"]);
  });

  test.each([
    [199, "failed"],
    [200, "done"],
    [206, "done"],
    [299, "done"],
    [302, "failed"],
    [404, "failed"],
  ])("with the status %d: %s", async (status, outcome) => {
    const { outcomes } = await run(actionOf([http("get")]), { get: { status } });
    expect(outcomes).toEqual([`get: ${outcome}`]);
  });
});

describe("what every text can read", () => {
  test.each([
    ["${_topdeskUrl}", "https://topdesk.example.com"],
    ['${_base64("api:pässwört")}', Buffer.from("api:pässwört").toString("base64")],
    ["${_request.body.id}", "7"],
    ["${_currentOperator.name}", "Anna"],
    ["${naam} ${unid}", "M2601 001 abc"],
    [
      '<#if _randomUUID()?matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")>a UUID</#if>',
      "a UUID",
    ],
    ["${(_random() gte 0 && _random() lt 1)?c}", "true"],
    ["<@nolog>${1 + 1}</@nolog>", "2"],
  ])("%s", async (text, expected) => {
    const rest = {
      request: { body: { id: "7" } },
      currentOperator: { name: "Anna" },
      card: { naam: "M2601 001", unid: "abc" },
    };
    expect(await printed(text, rest)).toBe(expected);
  });

  test("the same seed gives the same numbers, another one others", async () => {
    const [one, same, other] = await Promise.all(
      [1, 1, 2].map((seed) => printed("${_randomUUID()}", { seed })),
    );
    expect(one).toBe(same);
    expect(one).not.toBe(other);
  });

  test("fields of a card do not hide what TOPdesk offers", async () => {
    expect(await printed("${_topdeskUrl}", { card: { _topdeskUrl: "x", _variables: "y" } })).toBe(
      "https://topdesk.example.com",
    );
  });

  test("what is kept out of the log with nolog is masked wherever it comes up later", async () => {
    const steps = [
      assign("token", "<@nolog>${'geheim'}-token</@nolog>"),
      http("get", { url: "https://x.example.com/${_variables.token}" }),
    ];
    const { trace, requests } = await run(actionOf(steps));
    expect(requests[0]?.url).toBe("https://x.example.com/geheim-token");
    expect(JSON.stringify(trace)).not.toContain("geheim");
  });
});

describe("loops", () => {
  test("run their steps once for each item, nested ones too", async () => {
    const inner = loop("inner", "${outer.parts}", [assign("seen", "${outer.id}${part}")], {
      itemKey: "part",
    });
    const steps = [http("get"), loop("outer", "${_responses.get.body}", [inner], { itemKey: "outer" })];
    const body = '[{"id": "a", "parts": [1, 2]}, {"id": "b", "parts": []}, {"id": "c", "parts": [3]}]';
    const { trace } = await run(actionOf(steps), { get: { body } });
    expect(assignedIn(trace)).toEqual(["seen=a1", "seen=a2", "seen=c3"]);
    expect(trace.steps.at(-1)?.turns).toEqual([
      { loop: "outer", turn: 3, of: 3 },
      { loop: "inner", turn: 1, of: 1 },
    ]);
  });

  test("the item hides a field of the card while the loop runs, and no longer", async () => {
    const steps = [
      loop("each", '${"item"?split(",")}', [assign("in", "${naam}")], { itemKey: "naam" }),
      assign("after", "${naam}"),
    ];
    const { trace } = await run(actionOf(steps), {}, { card: { naam: "card" } });
    expect(assignedIn(trace)).toEqual(["in=item", "after=card"]);
  });

  test("over nothing run no step, and are done", async () => {
    expect((await run(actionOf([loop("each", "${0..<0}", [http("get")])]))).outcomes).toEqual(["each: done"]);
  });

  test.each([
    ["text", '${"abc"}', "must yield a list"],
    ["a number", "${5}", "must yield a list"],
    ["an object", "${_responses}", "must yield a list"],
    ["words around the list", "x ${1..2}", "must be one ${...} and nothing else"],
    ["no text", "", "must be one ${...} and nothing else"],
    ["what is missing", "${_responses.none.body}", "_responses.none"],
    ["a list without an end", "${1..}", ""],
    ["a syntax error", "${xs[}", ""],
  ])("over %s fail, and say why", async (_what, text, message) => {
    const { outcomes, trace } = await run(actionOf([loop("each", text, [http("get")]), http("after")]));
    expect(outcomes).toEqual(["each: failed", "after: done"]);
    expect(failureIn(trace).message).toContain(message);
    expect(failureIn(trace).place).toMatchObject({ key: "collectionTemplate" });
  });

  test("that are huge end at the limit, and say so once", async () => {
    const inner = loop("inner", "${1..1000}", [assign("a", "x")]);
    const { trace } = await run(
      actionOf([loop("outer", "${1..1000}", [inner]), http("after")]),
      {},
      { mostSteps: 5000 },
    );
    expect(trace.steps).toHaveLength(5001);
    expect(trace.steps.filter(({ outcome }) => outcome.kind === "failed")).toHaveLength(1);
    expect(failureIn(trace)).toMatchObject({
      kind: "limit",
      message: expect.stringContaining("5000 steps") as string,
    });
  });

  test("a template without an end does not hang the rehearsal", async () => {
    const { outcomes, trace } = await run(
      actionOf([assign("a", "<#macro m><@m/></#macro><@m/>"), assign("b", "<#list 1.. as x>x</#list>")]),
    );
    expect(outcomes).toEqual(["set_a: failed", "set_b: failed"]);
    expect(failureIn(trace).kind).toBe("limit");
  });
});
