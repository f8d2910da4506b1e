// No secret may be read in anything that a rehearsal shows or keeps, however a text or an answer writes it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Action } from "../../src/model/action.js";
import { simulatedExchange } from "../../src/simulate/exchange.js";
import type { HttpAnswer, Transport } from "../../src/simulate/http.js";
import { filledVariables, rehearse, secretsOf, type Rehearsal } from "../../src/simulate/rehearse.js";
import { jsonReport } from "../../src/simulate/report/json-report.js";
import { LiveList } from "../../src/simulate/report/live.js";
import { messageOf } from "../../src/simulate/report/mail-file.js";
import { summarize } from "../../src/simulate/report/summary.js";
import { headText, summaryText } from "../../src/simulate/report/text-report.js";
import { SecretMask } from "../../src/simulate/secret-mask.js";
import { recordingTransport, worldOf } from "../../src/simulate/world/record.js";
import { actionOf, assign, http, mailStep } from "./actions.js";
import { run } from "./run.js";

const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** Passwords as people and programs make them: letters that nothing else here has in this order, and hard characters. */
const passwords = fc
  .tuple(
    fc.string({ minLength: 8, maxLength: 24, unit: fc.constantFrom(...Array.from(LETTERS)) }),
    fc.string({ maxLength: 6, unit: fc.constantFrom(...Array.from("\"'\\/<>&+=%?#:;,.!*()~ éß中💻$`@")) }),
    fc.string({ minLength: 4, maxLength: 8, unit: fc.constantFrom(...Array.from(LETTERS)) }),
  )
  .map((parts) => `Zq${parts.join("")}`);

/** Every way to write a text that FreeMarker, HTTP, JSON and HTML have. */
const spellings = (secret: string): readonly string[] => {
  const bytes = Buffer.from(secret, "utf8");
  const codePoints = Array.from(secret, (character) => character.codePointAt(0) ?? 0);
  return [
    secret,
    encodeURIComponent(secret),
    encodeURI(secret),
    new URLSearchParams({ a: secret }).toString().slice(2),
    JSON.stringify(secret).slice(1, -1),
    JSON.stringify(JSON.stringify(secret)).slice(3, -3),
    codePoints.map((code) => `&#${code};`).join(""),
    codePoints.map((code) => `&#x${code.toString(16)};`).join(""),
    secret.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;"),
    [...bytes].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join(""),
    ...["", "u", "us", "user:"].map((before) => Buffer.from(`${before}${secret}`).toString("base64")),
    ...["x", "xy", "xyz"].map((after) => Buffer.from(`api:${secret}${after}`).toString("base64url")),
    encodeURIComponent(Buffer.from(`api:${secret}`).toString("base64")),
  ];
};

/** Whether a text holds a secret, decoded in every way. */
const holds = (text: string, secret: string): readonly string[] =>
  spellings(secret).filter((spelling) => text.includes(spelling));

test("a secret is hidden in every spelling, and what stands around it is not", () => {
  fc.assert(
    fc.property(passwords, (secret) => {
      const mask = new SecretMask([secret], "•••");
      for (const spelling of spellings(secret)) {
        const hidden = mask.hide(`before ${spelling} after`);
        expect(hidden).toMatch(/^before .* after$/s);
        expect(holds(hidden, secret)).toEqual([]);
      }
      expect(mask.hide("before and after")).toBe("before and after");
    }),
    { numRuns: 200 },
  );
});

test.each([
  ["empty", "", "any text", "any text"],
  ["short", "ab", "ab cab", "••• c•••"],
  ["inside another one", "geheim-2", "geheim geheim-2", "geheim •••"],
])("a secret that is %s", (_what, secret, text, hidden) => {
  expect(new SecretMask([secret], "•••").hide(text)).toBe(hidden);
});

test("of two secrets the longer one is hidden first", () => {
  expect(new SecretMask(["geheim", "geheim-wachtwoord"], "•").hide("geheim-wachtwoord geheim")).toBe("• •");
});

test("a text full of Base64 or backslashes is masked in no time", () => {
  const mask = new SecretMask(["Zq\\\\\\\\\\\\geheim"], "•");
  const started = performance.now();
  mask.hide("\\".repeat(200_000));
  mask.hide("QUJD".repeat(100_000));
  expect(performance.now() - started).toBeLessThan(3000);
});

const ACTION: Action = actionOf(
  [
    http("login", {
      headers: [
        {
          name: "Authorization",
          value: 'Basic ${_base64(_variables.topdesk_user + ":" + _variables.password)}',
        },
        { name: "X-Trace", value: "${_base64('x' + _variables.password)}" },
      ],
      url: "https://topdesk.example.com/a?q=${_variables.password}",
    }),
    assign("copy", "${_variables.password} ${_variables.password?html} ${_variables.password?json_string}"),
    http("broken", { url: "https://topdesk.example.com/${_variables.password?number}" }),
    http("refused", { url: "${_variables.password?no_esc}" }),
    http("guarded", { executionCondition: "CUSTOM", customExecutionCondition: "${_variables.password}" }),
    assign("wrong", "${_variables.password.x.y}"),
    mailStep("send_mail", {
      body: '{"to": "a@example.com", "subject": "${_variables.password}", "isHtmlBody": true, "body": "<p>${_variables.copy}</p>"}',
    }),
  ],
  [
    { name: "topdesk_user", value: "" },
    { name: "password", value: "", secret: true },
  ],
);

/** Everything that a rehearsal shows or keeps. */
async function everything(secret: string): Promise<string> {
  const repeating: Transport = (request) =>
    Promise.resolve<HttpAnswer>({
      status: request.url.includes("/a?") ? 200 : 500,
      headers: { "X-Echo": secret, "Content-Type": "application/json" },
      body: JSON.stringify({ url: request.url, secret, all: spellings(secret), headers: request.headers }),
    });
  const filling = {
    given: new Map<string, string>(),
    ofWorld: new Map<string, string>(),
    login: { user: "api", password: secret },
    topdeskUrl: "https://topdesk.example.com",
    mail: { from: "a@example.com", to: "b@example.com" },
  };
  const recording = recordingTransport(repeating, secretsOf(ACTION, { filling }));
  const exchange = simulatedExchange(recording.transport);
  let shown = "";
  const live = new LiveList({ write: (text) => (shown += text), color: true, overwrites: true });
  const rehearsal: Rehearsal = { exchange, filling, now: new Date(0), observe: (run) => live.show(run) };
  const trace = await rehearse(ACTION, rehearsal);
  live.end();
  const summary = summarize(trace);
  expect(summary.mails).toHaveLength(1);
  const variables = filledVariables(ACTION, rehearsal);
  const place = { inWords: "in a test", isSimulated: true };
  const mails = await Promise.all(summary.mails.map(({ mail }) => messageOf(mail, new Date(0))));
  return [
    shown,
    headText(ACTION, place, variables),
    summaryText(summary),
    jsonReport({ action: ACTION, place, variables, trace, summary }),
    JSON.stringify(worldOf(recording.recorded())),
    ...mails.map((mail) => mail.toString("utf8")),
  ].join("\n");
}

test("no secret is in any output: live list, summary, JSON, mail files, recorded world", async () => {
  await fc.assert(
    fc.asyncProperty(passwords, async (secret) => {
      expect(holds(await everything(secret), secret)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test("a token that a step was given and sends on is hidden wherever it comes up", async () => {
  const token = ["5d1f", "9c2e", "77ab"].join("-");
  const steps = [
    http("login", { url: "https://topdesk.example.com/tas/api/login/operator" }),
    http("use", { headers: [{ name: "Authorization", value: 'TOKEN id="${_responses.login.body}"' }] }),
    assign("copy", "${_responses.use.body.seen}"),
  ];
  const { trace, requests } = await run(actionOf(steps), {
    login: { body: token },
    use: { body: JSON.stringify({ seen: token }) },
  });
  expect(requests[1]?.headers).toEqual({ Authorization: `TOKEN id="${token}"` });
  expect(JSON.stringify(trace)).not.toContain(token);
});

describe("secrets that nobody declared", () => {
  const shownOf = async (fields: Parameters<typeof http>[1], answer: Partial<HttpAnswer> = {}) => {
    const action = actionOf([http("get", fields), assign("copy", "${_responses.get.body?is_string?c}")]);
    const trace = await rehearse(action, {
      exchange: simulatedExchange(() => Promise.resolve({ status: 200, headers: {}, body: "{}", ...answer })),
      filling: {
        given: new Map(),
        ofWorld: new Map(),
        login: { user: "api", password: "sample" },
        topdeskUrl: "https://topdesk.example.com",
        mail: { from: "", to: "" },
      },
      now: new Date(0),
    });
    return JSON.stringify(trace);
  };
  const SECRET = ["geheim", "1234"].join("-");

  test.each([
    ["a login in the address", { url: `https://api:${SECRET}@topdesk.example.com/` }, {}],
    ["a key in the address", { url: `https://topdesk.example.com/?api_key=${SECRET}&x=1` }, {}],
    ["a header with a scheme", { headers: [{ name: "Authorization", value: `TOKEN id="${SECRET}"` }] }, {}],
    ["a header without one", { headers: [{ name: "X-Api-Key", value: SECRET }] }, {}],
    ["a cookie", { headers: [{ name: "Cookie", value: `a=${SECRET}; b=${SECRET}` }] }, {}],
    ["a password in a body", { method: "POST", body: JSON.stringify({ password: SECRET }) }, {}],
    ["a cookie in an answer", {}, { headers: { "Set-Cookie": `session=${SECRET}; Path=/` } }],
    ["a token in an answer", {}, { body: JSON.stringify({ access_token: SECRET }) }],
    [
      "the answer of a login",
      { url: "https://topdesk.example.com/tas/api/login/operator" },
      { body: SECRET },
    ],
  ] as const)("%s", async (_what, fields, answer) => {
    expect(await shownOf(fields, answer)).not.toContain(SECRET);
  });
});
