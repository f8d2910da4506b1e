import { expect, test } from "vitest";
import { catalogue } from "../../src/actions/catalogue.js";
import { readCustomer } from "../../src/customers/read.js";
import type { JsonObject } from "../../src/model/json.js";

const APPLICATION_PASSWORD = ["abcde", "fghij", "klmno", "pqrst", "uvwxy"].join("-");
const BASIC = `Basic ${Buffer.from("api:hunter22").toString("base64")}`;

const inVariable = (name: string, setting: JsonObject): JsonObject => ({
  actions: { "minimum-stock": { variables: { [name]: setting } } },
});
const inPatch = (value: JsonObject): JsonObject => ({
  actions: { "minimum-stock": { patch: [{ op: "add", path: "/action/x", value, reason: "x" }] } },
});

test.each<readonly [string, JsonObject, string, string]>([
  ["an application password", { name: APPLICATION_PASSWORD, actions: {} }, "/name", APPLICATION_PASSWORD],
  [
    "the value of a secret variable",
    inVariable("topdesk_applicationpassword", { value: "geheim123" }),
    "/actions/minimum-stock/variables/topdesk_applicationpassword/value",
    "geheim123",
  ],
  [
    "a hint that is the password",
    inVariable("topdesk_applicationpassword", { hint: "geheim123" }),
    "/actions/minimum-stock/variables/topdesk_applicationpassword/hint",
    "geheim123",
  ],
  [
    "a value with user and password in a URL",
    inVariable("mail_to", { value: "https://a:b@acme.example" }),
    "/actions/minimum-stock/variables/mail_to/value",
    "a:b@",
  ],
  [
    "a header in a patch",
    inPatch({ name: "Authorization", value: BASIC }),
    "/actions/minimum-stock/patch/0/value/value",
    BASIC,
  ],
  [
    "a password in a patch",
    inPatch({ password: "geheim123" }),
    "/actions/minimum-stock/patch/0/value/password",
    "geheim123",
  ],
  [
    "a secret in a part that nothing uses",
    { abstract: true, actions: { elsewhere: { x: APPLICATION_PASSWORD } } },
    "/actions/elsewhere/x",
    APPLICATION_PASSWORD,
  ],
])("a customer's file is refused for %s, which is not repeated", (_what, value, pointer, secret) => {
  const { diagnostics } = readCustomer("acme", value, "customers/acme.json", catalogue);
  expect(diagnostics).toMatchObject([
    { code: "TA510", severity: "error", pointer, file: "customers/acme.json" },
  ]);
  expect(JSON.stringify(diagnostics)).not.toContain(secret);
});

test("words about a secret are none", () => {
  const hint = "The application password of the operator API-STOCK, from the vault";
  const { diagnostics } = readCustomer(
    "acme",
    inVariable("topdesk_applicationpassword", { hint }),
    "x.json",
    catalogue,
  );
  expect(diagnostics).toEqual([]);
});
