import { describe, expect, test } from "vitest";
import { secrets } from "../../../src/check/rules/secrets.js";
import type { JsonObject } from "../../../src/model/json.js";
import {
  actionFile,
  assignment,
  changed,
  check,
  found,
  inStep,
  loop,
  request,
  sequenceFile,
  withHeader,
} from "../sample-file.js";
import { encoded, MADE_UP } from "../made-up-secrets.js";

const value = "/action/configuration/variables/0/value";
const header = inStep(0, "headers/0/value");

interface Leak {
  readonly what: string;
  readonly file: JsonObject;
  readonly code: string;
  readonly pointer: string;
  readonly step?: string;
  readonly words: RegExp;
  /** What must not be repeated. */
  readonly secret: string;
}

const variable = (name: string, content: string) => actionFile([], [{ name, value: content }]);
const { password, applicationPassword, token, webToken } = MADE_UP;

const inHeaders: readonly (readonly [
  what: string,
  name: string,
  text: string,
  words: RegExp,
  secret: string,
])[] = [
  ["Basic with an encoded pair", "Authorization", `Basic ${encoded}`, /credentials for Basic login/, encoded],
  [
    "Basic with a clear pair",
    "Authorization",
    `Basic admin:${password}`,
    /credentials for Basic login/,
    password,
  ],
  [
    "a pair inside of _base64",
    "Authorization",
    `Basic \${_base64("admin:${password}")}`,
    /_base64/,
    password,
  ],
  [
    "a password after a variable",
    "Authorization",
    `Basic \${_base64(_variables.user + ":${password}")}`,
    /_base64/,
    password,
  ],
  ["a bearer token", "Authorization", `Bearer ${token}`, /a bearer token/, token],
  ["a web token", "X-Whatever", webToken, /JSON Web Token/, webToken],
  ["a login token", "Authorization", `TOKEN id="${token}"`, /login token/, token],
  ["an API key", "X-API-Key", token, /"X-API-Key" holds a value that is written out/, token],
  ["authorization in one word", "authorization", token, /"authorization" holds a value/, token],
  ["an application password", "X-Whatever", applicationPassword, /application password/, applicationPassword],
];

const inTexts: readonly (readonly [
  what: string,
  key: string,
  text: string,
  code: string,
  words: RegExp,
  secret: string,
])[] = [
  ["a JSON body", "body", `{"user": "a", "password": "${password}"}`, "TA403", /body.*"password"/, password],
  ["a body with single quotes", "body", `{'apiKey' : '${token}'}`, "TA403", /body.*"apiKey"/, token],
  ["a query", "url", `https://example.com/?a=b&api_key=${token}`, "TA403", /url.*"api_key"/, token],
  ["a query after &amp;", "url", `https://example.com/?a=b&amp;token=${token}`, "TA403", /"token"/, token],
  [
    "a URL with user information",
    "url",
    `https://admin:${password}@example.com/x`,
    "TA404",
    /user information/,
    password,
  ],
  ["a URL in a body", "body", `see ftp://admin:${password}@example.com`, "TA404", /URL in body/, password],
  [
    "an application password",
    "body",
    `pass ${applicationPassword}, please`,
    "TA403",
    /application password/,
    applicationPassword,
  ],
  [
    "a condition",
    "customExecutionCondition",
    `\${"Bearer ${token}" == x}`,
    "TA403",
    /condition.*bearer/i,
    token,
  ],
];

const leaks: readonly Leak[] = [
  {
    what: "a password",
    file: variable("TOPdesk_password", password),
    words: /"TOPdesk_password"/,
    secret: password,
  },
  { what: "an API key", file: variable("xMatters_ApiKey", token), words: /"xMatters_ApiKey"/, secret: token },
  {
    what: "a Dutch password",
    file: variable("wachtwoord", password),
    words: /"wachtwoord"/,
    secret: password,
  },
  { what: "a client secret", file: variable("clientSecret", token), words: /"clientSecret"/, secret: token },
  {
    what: "an application password in any variable",
    file: variable("note", applicationPassword),
    words: /a TOPdesk application password/,
    secret: applicationPassword,
  },
  {
    what: "a web token in any variable",
    file: variable("note", webToken),
    words: /Web Token/,
    secret: webToken,
  },
].map((leak) => ({ ...leak, code: "TA401", pointer: value }));

const all: readonly Leak[] = [
  ...leaks,
  {
    what: "a variable's URL with user information",
    file: variable("address", `https://admin:${password}@example.com`),
    code: "TA404",
    pointer: value,
    words: /URL in the variable "address"/,
    secret: password,
  },
  {
    what: "a password in a map of variables",
    file: actionFile([], { user: "admin", password }),
    code: "TA401",
    pointer: "/action/configuration/variables/password",
    words: /"password"/,
    secret: password,
  },
  ...inHeaders.map(([what, name, text, words, secret]) => ({
    what: `${what} in a header`,
    file: actionFile([withHeader(name, text)]),
    code: "TA402",
    pointer: header,
    step: "send",
    words,
    secret,
  })),
  ...inTexts.map(([what, key, text, code, words, secret]) => ({
    what,
    file: actionFile([request("send", { [key]: text })]),
    code,
    pointer: inStep(0, key),
    step: "send",
    words,
    secret,
  })),
  {
    what: "a value that is assigned inside of a loop",
    file: actionFile([
      loop("each", [{ ...request("set"), type: "ASSIGN_VARIABLE", valueTemplate: webToken }]),
    ]),
    code: "TA403",
    pointer: inStep(0, "subSteps/0/valueTemplate"),
    step: "set",
    words: /valueTemplate/,
    secret: webToken,
  },
];

test.each(all)("$what is reported once, at its place, without repeating it", (leak) => {
  const [finding, ...others] = found(secrets, leak.file);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ code: leak.code, pointer: leak.pointer, step: leak.step });
  expect(finding?.message).toMatch(leak.words);
  expect(finding?.hint).toMatch(/replace the secret where it is used/);
  const everything = JSON.stringify(check(leak.file));
  expect(everything).toContain(leak.code);
  expect(everything).not.toContain(leak.secret);
});

test.each(["name", "description"])("a secret in the %s of the action is reported too", (key) => {
  const file = changed(actionFile(), ["action", key], `Use ${applicationPassword} to log in`);
  const [finding, ...others] = found(secrets, file);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ code: "TA403", pointer: `/action/${key}`, step: undefined });
  expect(finding?.message).toContain(`The ${key} of the action`);
  expect(JSON.stringify(finding)).not.toContain(applicationPassword);
});

test("user information by variables ends up in logs just the same", () => {
  const url = "https://${_variables.user}:${_variables.password}@example.com/x";
  expect(found(secrets, actionFile([request("send", { url })]))).toMatchObject([
    { code: "TA404", step: "send" },
  ]);
});

test("classic files are looked at in the same way", () => {
  expect(found(secrets, sequenceFile([withHeader("Authorization", `Basic ${encoded}`)]))).toMatchObject([
    { code: "TA402", pointer: inStep(0, "headers/0/value", "actionSequence") },
  ]);
});

describe("no secret", () => {
  const basic = '${_base64(_variables.u + ":" + _variables.p)}';
  test.each([
    ["in an empty variable", variable("password", "")],
    ["in a hint", variable("topdesk_applicationpassword", "Enter the application password")],
    ["in a placeholder", variable("password", "<password>")],
    ["in crosses", variable("password", "xxxx")],
    ["in stars", variable("token", "********")],
    ["in an expression", variable("token", "${_variables.other}")],
    ["in a mail address", variable("mail_to", "mailto:a@b.nl")],
    ["in a plain value", variable("colour", "deep-purple")],
    ["in credentials made from variables", actionFile([withHeader("Authorization", `Basic ${basic}`)])],
    ["in credentials after two spaces", actionFile([withHeader("Authorization", `Basic  ${basic}`)])],
    ["in a bearer variable", actionFile([withHeader("Authorization", "Bearer ${_variables.token}")])],
    ["in a key variable", actionFile([withHeader("X-API-Key", "${_variables.api_key}")])],
    ["in an empty header", actionFile([withHeader("Authorization", "")])],
    ["in another header", actionFile([withHeader("Content-Type", "application/json")])],
    [
      "in a URL made from variables",
      actionFile([request("a", { url: "https://${_variables.host}/x?token=${_variables.t}" })]),
    ],
    [
      "in a mail address in a URL",
      actionFile([request("a", { url: "https://example.com/users?mail=a@b.nl" })]),
    ],
    ["in a body with variables", actionFile([request("a", { body: '{"password": "${_variables.p}"}' })])],
  ])("is seen %s", (_where, file) => {
    expect(found(secrets, file)).toEqual([]);
  });
});

test("an Authorization header with a scheme of its own and a written-out key", () => {
  const file = actionFile([withHeader("Authorization", `ApiKey ${token}`)]);
  expect(check(file).map(({ code, pointer }) => ({ code, pointer }))).toContainEqual({
    code: "TA402",
    pointer: header,
  });
});

test("the address of a token service is no token", () => {
  expect(
    check(variable("token_url", "https://login.example.com/oauth/token")).map(({ code }) => code),
  ).not.toContain("TA401");
});

test.each<[string, JsonObject]>([
  ["an assignment to a variable with a secret name", assignment("set", "password", password)],
  ["a form body that starts with it", request("r", { method: "POST", body: `password=${password}&user=x` })],
  ["an XML element", request("r", { method: "POST", body: `<password>${password}</password>` })],
  [
    "an assignment inside a text",
    request("r", { method: "POST", body: `<#assign password = "${password}">x` }),
  ],
  ["a short one in JSON", request("r", { method: "POST", body: '{"password": "ab1"}' })],
  ["a number in JSON", request("r", { method: "POST", body: '{"password": 123456}' })],
  ["base64 inside an interpolation", withHeader("Authorization", `Basic \${"${encoded}"}`)],
])("a secret in %s", (_where, step) => {
  const codes = check(actionFile([step])).map(({ code }) => code);
  expect(codes.filter((code) => code.startsWith("TA4"))).toHaveLength(1);
});

test.each(["token_type", "tokenUrl", "password_policy", "passwordExpiryDays"])(
  "what %s holds is no secret",
  (name) => {
    const body = JSON.stringify({ [name]: "something" });
    const codes = check(actionFile([request("r", { method: "POST", body })])).map(({ code }) => code);
    expect(codes.filter((code) => code.startsWith("TA4"))).toEqual([]);
  },
);
