import { describe, expect, test } from "vitest";
import { actionOf, assign, http } from "../actions.js";
import { assignedIn, failureIn, run } from "../run.js";

const DIFFICULT = 'a b/c"d\\e&f=g?h#i é 💻\nj';

describe("what is inserted into an address", () => {
  test("is encoded, unless it says ?no_esc", async () => {
    const url = "${_topdeskUrl?no_esc}/x/${_variables.v}?q=${_variables.v}";
    const { requests } = await run(actionOf([http("get", { url })], [{ name: "v", value: DIFFICULT }]));
    const encoded = encodeURIComponent(DIFFICULT);
    expect(requests[0]?.url).toBe(`https://topdesk.example.com/x/${encoded}?q=${encoded}`);
  });

  test("a base address without ?no_esc makes no address", async () => {
    const { trace, requests } = await run(actionOf([http("get", { url: "${_topdeskUrl}/x" })]));
    expect(requests).toEqual([]);
    expect(failureIn(trace)).toMatchObject({ kind: "request" });
  });
});

describe("what is inserted into a body", () => {
  const body = '{"a": "${_variables.v}"}';
  const variables = [{ name: "v", value: DIFFICULT }];

  test("is escaped for JSON when the step says so", async () => {
    const { requests } = await run(actionOf([http("post", { method: "POST", body })], variables));
    expect(JSON.parse(requests[0]?.body ?? "")).toEqual({ a: DIFFICULT });
  });

  test("is escaped twice when the text escapes too", async () => {
    const twice = '{"a": "${_variables.v?json_string}"}';
    const { requests } = await run(
      actionOf([http("post", { method: "POST", body: twice })], [{ name: "v", value: '"' }]),
    );
    expect(requests[0]?.body).toBe('{"a": "\\\\\\""}');
  });

  test("stands as it is when the step says not to escape, or the text says ?no_esc", async () => {
    const plain = http("plain", { method: "POST", body, escapeBodyValues: false });
    const marked = http("marked", { method: "POST", body: '{"a": "${_variables.v?no_esc}"}' });
    const { requests } = await run(actionOf([plain, marked], variables));
    expect(requests.map((request) => request.body)).toEqual(Array(2).fill(`{"a": "${DIFFICULT}"}`));
  });
});

test("nothing is escaped in headers, conditions and values of variables", async () => {
  const steps = [
    assign("copy", "${_variables.v}"),
    http("get", {
      headers: [{ name: "X-Copy", value: "${_variables.v}" }],
      executionCondition: "CUSTOM",
      customExecutionCondition: '${(_variables.copy == "<&\\"é")?c}',
    }),
  ];
  const { requests, trace } = await run(actionOf(steps, [{ name: "v", value: '<&"é' }]));
  expect(requests[0]?.headers).toEqual({ "X-Copy": '<&"é' });
  expect(assignedIn(trace)).toEqual(['copy=<&"é']);
});

describe("a request that cannot be sent fails, and nothing is sent", () => {
  test.each([
    ["a space in the address", { url: "https://topdesk.example.com/a b" }, '" " at character 30'],
    ["a quote in the address", { url: 'https://topdesk.example.com/"' }, "which an address cannot hold"],
    ["a line break in the address", { url: "https://topdesk.example.com/\n" }, '"\\n"'],
    ["words for an address", { url: "Your HTTP Trigger URL Here" }, "is no address"],
    ["an address of a file", { url: "file:///etc/passwd" }, "is no address"],
    ["no address", { url: "" }, '"" is no address'],
    ["a method with a space", { method: "GET it" }, "is no method"],
    [
      "a line break in a header",
      { headers: [{ name: "X-A", value: "${'a\\r\\nX-B: c'}" }] },
      "The header X-A holds a line break",
    ],
    [
      "an emoji in a header",
      { headers: [{ name: "X-A", value: "💻" }] },
      "characters that headers cannot hold",
    ],
    ["a name of a header with a colon", { headers: [{ name: "X:A", value: "b" }] }, "no name of a header"],
  ])("%s", async (_what, fields, message) => {
    const { trace, requests, outcomes } = await run(actionOf([http("get", fields), http("after")]));
    expect(requests).toHaveLength(1);
    expect(outcomes).toEqual(["get: failed", "after: done"]);
    expect(failureIn(trace).kind).toBe("request");
    expect(failureIn(trace).message).toContain(message);
    expect(failureIn(trace).hint).toBeTruthy();
  });

  test("a header called __proto__ is a header like any other", async () => {
    const { requests } = await run(actionOf([http("get", { headers: [{ name: "__proto__", value: "x" }] })]));
    expect(Object.keys(requests[0]?.headers ?? {})).toEqual(["__proto__"]);
  });
});

describe("code that is not rendered", () => {
  const unrendered = async (fields: Parameters<typeof http>[1], value = "") => {
    const { trace } = await run(
      actionOf([http("send", { method: "POST", ...fields })], [{ name: "v", value }]),
    );
    const [deed] = trace.steps.map((step) => step.deed);
    return deed?.kind === "request" ? deed.unrendered : [];
  };

  test.each([
    ["a tag with a space", { body: "a\n<# if x>b" }, "<# if x>", { key: "body", line: 2, column: 1 }],
    [
      "the other brackets",
      { body: "x [#list xs as x]" },
      "[#list xs as x]",
      { key: "body", line: 1, column: 3 },
    ],
    ["a dollar with a space", { body: "$ {x}" }, "$ {x}", { key: "body", line: 1, column: 1 }],
    [
      "in a header",
      { headers: [{ name: "X-A", value: "[#if a]" }] },
      "[#if a]",
      { key: "headers", line: 1, column: 1 },
    ],
  ])("%s is reported with its place", async (_what, fields, code, place) => {
    expect(await unrendered(fields)).toEqual([{ code, place }]);
  });

  test("in the value of a variable is reported with the variable", async () => {
    expect(await unrendered({ body: "${_variables.v?no_esc}" }, "${_topdeskUrl}/x")).toEqual([
      { code: "${_topdeskUrl}", variable: "v" },
    ]);
  });

  test("in a text that a step assigned is reported where it is sent", async () => {
    const steps = [
      assign("rows", '[#list "a" as x]'),
      http("quiet"),
      http("send", { method: "POST", body: '{"a": "${_variables.rows}"}' }),
    ];
    const { trace } = await run(actionOf(steps));
    const found = trace.steps.map(({ deed }) => (deed?.kind === "request" ? deed.unrendered : []));
    expect(found).toEqual([[], [], [{ code: '[#list "a" as x]', variable: "rows" }]]);
  });

  test.each([
    ["what an answer or a card holds", "${'<# if x> [#if y]'}"],
    ["text in a branch that is not taken", "<#if false><# if x></#if>"],
    ["text that is meant to stay", "<#noparse>${x} <#if></#noparse>"],
    ["words in brackets, prices and HTML", "[a] <b>$ 5</b> {x} [#1] [#tag] #if &lt;#if&gt;"],
  ])("%s is not meant", async (_what, body) => {
    expect(await unrendered({ body })).toEqual([]);
  });
});
