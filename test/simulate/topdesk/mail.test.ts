import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../src/model/json.js";
import type { HttpAnswer } from "../../../src/simulate/http.js";
import { readAddresses } from "../../../src/simulate/topdesk/addresses.js";
import { createTopdesk, type SimulatedTopdesk } from "../../../src/simulate/topdesk/answer.js";
import { errorIn, LOGIN, request, worldWith } from "./sample-world.js";

const PATH = "/services/email-v1/api/send";

function post(
  topdesk: SimulatedTopdesk,
  body: string,
  headers: Readonly<Record<string, string>> = { "Content-Type": "application/json" },
): HttpAnswer {
  return topdesk.answer(request("POST", PATH, { headers: { ...LOGIN, ...headers }, body }));
}

function sent(mail: JsonObject, rest: Parameters<typeof worldWith>[0] = {}): HttpAnswer {
  return post(createTopdesk(worldWith(rest)), JSON.stringify(mail));
}

const MAIL = { from: "topdesk@example.com", to: "a@example.com", subject: "S", body: "B" };

test("a mail is accepted with 202 and kept as it was sent", () => {
  const topdesk = createTopdesk(worldWith());
  expect(post(topdesk, JSON.stringify({ ...MAIL, isHtmlBody: true, priority: 2 })).status).toBe(202);
  expect(post(topdesk, JSON.stringify({ bcc: "b@example.com" })).status).toBe(202);
  expect(topdesk.sentMails()).toEqual([
    { ...MAIL, cc: "", bcc: "", replyTo: "", isHtmlBody: true, priority: 2 },
    {
      from: "topdesk@example.com",
      to: "",
      cc: "",
      bcc: "b@example.com",
      replyTo: "",
      subject: "",
      body: "",
      isHtmlBody: false,
      priority: 3,
    },
  ]);
});

test("a refused mail is not kept", () => {
  const topdesk = createTopdesk(worldWith());
  expect(post(topdesk, "{}").status).toBe(400);
  expect(topdesk.sentMails()).toEqual([]);
});

describe("a mail is refused", () => {
  test.each<[string, JsonObject, string, readonly string[]]>([
    ["without recipients", { from: MAIL.from }, "no_recipients_provided", ["to", "cc", "bcc"]],
    ["with empty recipients", { ...MAIL, to: " , " }, "no_recipients_provided", ["to", "cc", "bcc"]],
    ["with an invalid recipient", { ...MAIL, to: "a@" }, "value_invalid", ["to"]],
    ["with one invalid recipient of two", { ...MAIL, cc: "b@example.com, b" }, "value_invalid", ["cc"]],
    ["with an invalid address for answers", { ...MAIL, replyTo: "x" }, "value_invalid", ["replyTo"]],
    ["from an invalid sender", { ...MAIL, from: "me" }, "value_invalid", ["from"]],
    ["from two senders", { ...MAIL, from: "a@example.com,b@example.com" }, "value_invalid", ["from"]],
    ["from another domain", { ...MAIL, from: "a@example.org" }, "sender_domain_not_allowed", ["from"]],
    ["with priority 6", { ...MAIL, priority: 6 }, "value_invalid", ["priority"]],
    ["with a priority in quotes", { ...MAIL, priority: "2" }, "value_invalid", ["priority"]],
    ["with isHtmlBody in quotes", { ...MAIL, isHtmlBody: "true" }, "value_invalid", ["isHtmlBody"]],
    ["with a list of recipients", { ...MAIL, to: ["a@example.com"] }, "value_invalid", ["to"]],
  ])("%s", (_case, mail, code, appliesTo) => {
    expect(errorIn(sent(mail))).toMatchObject({ status: 400, code, appliesTo });
  });

  test("when the body is not JSON, or no object", () => {
    const topdesk = createTopdesk(worldWith());
    expect(errorIn(post(topdesk, '{"to": "a@example.com",}')).message).toBe("The body is not JSON.");
    expect(errorIn(post(topdesk, "[]")).message).toBe("The body is JSON, but no object.");
  });

  test("when it is not announced as JSON", () => {
    const topdesk = createTopdesk(worldWith());
    expect(post(topdesk, JSON.stringify(MAIL), {}).status).toBe(415);
    expect(
      post(topdesk, JSON.stringify(MAIL), { "content-type": "Application/JSON; charset=utf-8" }).status,
    ).toBe(202);
    expect(errorIn(post(topdesk, "", { "Content-Type": "multipart/form-data; boundary=x" })).code).toBe(
      "not_simulated",
    );
  });

  test("without the permission to send mails", () => {
    const error = errorIn(sent(MAIL, { mail: { allowed: false, defaultSender: "a@example.com" } }));
    expect(error).toMatchObject({ status: 403 });
    expect(error.message).toContain("Send emails with REST API");
  });
});

test("every sender is allowed in a world that names no domains", () => {
  const mail = { allowed: true, defaultSender: "a@example.com" };
  expect(sent({ ...MAIL, from: "a@example.org" }, { mail }).status).toBe(202);
});

test("a world without mail says so", () => {
  const { mail, ...world } = worldWith();
  expect(mail).toBeDefined();
  const error = errorIn(post(createTopdesk(world), JSON.stringify(MAIL)));
  expect(error.status).toBe(404);
  expect(error.message).toContain('Add the key "mail"');
});

describe("addresses", () => {
  const domains = (list: string) => readAddresses(list).map((address) => address.domain);

  test.each<[string, (string | undefined)[]]>([
    ["a@example.com", ["example.com"]],
    [" a@example.com , b.c+d@Example.ORG ,", ["example.com", "example.org"]],
    ["Ann Other <ann@example.com>", ["example.com"]],
    ['"Other, Ann" <ann@example.com>, b@example.com', ["example.com", "example.com"]],
    ['"a \\" , b"@example.com', ["example.com"]],
    ["a@example.com (Ann, the other)", ["example.com"]],
    ["servicedesk@localhost", ["localhost"]],
    ["a@bücher.example", ["bücher.example"]],
    ["a", [undefined]],
    ["a@", [undefined]],
    ["a@.", [undefined]],
    ["@example.com", [undefined]],
    ["a b@example.com", [undefined]],
    [".a@example.com", [undefined]],
    ["a..b@example.com", [undefined]],
    ["a@-example.com", [undefined]],
    ["a@example..com", [undefined]],
    ["Ann <ann@example.com", [undefined]],
    ["a@example.com b@example.com", [undefined]],
    ["a@example.com; b@example.com", [undefined]],
    ["a@example.com\r\nBcc: b@example.com", [undefined]],
  ])("%j", (list, expected) => expect(domains(list)).toEqual(expected));
});
