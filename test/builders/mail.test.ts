import { describe, expect, test } from "vitest";
import { requestFields } from "../../src/builders/http.js";
import { mailRequest, type Mail } from "../../src/builders/mail.js";
import { baseUrl, html, text, url } from "../../src/builders/text.js";
import { parseJson } from "../../src/model/json.js";
import { card } from "./sample-values.js";

const short: Mail = { to: "a@example.com", subject: "Hello", body: text`Words` };

/** The mail as TOPdesk would receive it if it left run-time values as they are. */
function sent(mail: Mail): unknown {
  return parseJson(requestFields(mailRequest(url`https://x.example`, mail)).body);
}

test("a mail is a POST of JSON to TOPdesk's mail API", () => {
  expect(requestFields(mailRequest(baseUrl(card.name), short))).toMatchObject({
    method: "POST",
    url: "${card.name?no_esc}/services/email-v1/api/send",
    headers: [{ name: "Content-Type", value: "application/json" }],
    escapeBodyValues: true,
  });
});

test("a mail needs a recipient, a subject and a body; nothing else is sent", () => {
  expect(sent(short)).toEqual({ to: "a@example.com", subject: "Hello", body: "Words", isHtmlBody: false });
});

test("all fields are sent", () => {
  const mail: Mail = {
    from: "from@example.com",
    to: card.name,
    cc: text`${card.name}, cc@example.com`,
    bcc: "bcc@example.com",
    replyTo: "reply@example.com",
    subject: text`About ${card.name}`,
    body: html`<b>${card.count}</b>`,
    priority: 1,
  };
  expect(sent(mail)).toEqual({
    from: "from@example.com",
    to: "${card.name}",
    cc: "${card.name}, cc@example.com",
    bcc: "bcc@example.com",
    replyTo: "reply@example.com",
    subject: "About ${card.name}",
    body: "<b>${card.count?c}</b>",
    isHtmlBody: true,
    priority: 1,
  });
});

describe("the body", () => {
  test.each([
    ["HTML", html`<p>a & b</p>`, "<p>a & b</p>", true],
    ["plain text", text`a < b`, "a < b", false],
  ])("of %s is sent as what it is", (_what, body, words, isHtmlBody) => {
    expect(sent({ ...short, body })).toMatchObject({ body: words, isHtmlBody });
  });
});

test.each([1, 2, 3, 4, 5] as const)("priority %d is sent as a number", (priority) => {
  expect(sent({ ...short, priority })).toMatchObject({ priority });
});

test("template code in a subject stays words", () => {
  expect(sent({ ...short, subject: "${x} <#if>" })).toMatchObject({ subject: "${x} <#if>" });
});
