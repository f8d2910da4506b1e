import { describe, expect, test } from "vitest";
import {
  couldBeSecret,
  hasUserInformation,
  holdsBasicCredentials,
  isSecretName,
  secretIn,
} from "../../src/check/secrets.js";
import { encoded, MADE_UP } from "./made-up-secrets.js";

const { password, applicationPassword, token, webToken } = MADE_UP;

test.each([
  "password",
  "TOPdesk_Passwd",
  "wachtwoord",
  "Kennwort",
  "clientSecret",
  "API-key",
  "apikey",
  "api_key",
  "token",
  "credentials",
])("%s is the name of a secret", (name) => {
  expect(isSecretName(name)).toBe(true);
});

test.each(["user", "mail_to", "key", "topdesk_url", "passage", ""])(
  "%j is not the name of a secret",
  (name) => {
    expect(isSecretName(name)).toBe(false);
  },
);

test.each([password, "geheim", "12345678", "https://example.com/x"])("%j could be a secret", (value) => {
  expect(couldBeSecret(value)).toBe(true);
});

const harmless = [
  "",
  "  ",
  "Enter the password here",
  "your_password",
  "vul-hier-in",
  "<password>",
  "[password]",
  "{{password}}",
  "(password)",
  "xxxx",
  "XXXX",
  "***",
  "---",
  "...",
  "____",
  "REDACTED",
  "changeme",
  "change-me",
  "${_variables.x}",
];
test.each(harmless)("%j stands where a secret goes later", (value) => {
  expect(couldBeSecret(value)).toBe(false);
});

describe("a secret is recognised", () => {
  const texts: readonly (readonly [text: string, kind: RegExp])[] = [
    [applicationPassword, /application password/],
    [`(${applicationPassword})`, /application password/],
    [webToken, /Web Token/],
    [`ghp_${"m4de".repeat(9)}`, /GitHub/],
    [`glpat-${"madeup".repeat(4)}`, /GitLab/],
    [`xoxb-${"madeup".repeat(2)}`, /Slack/],
    [`AKIAMADEUPMADEUPMADE`, /AWS/],
    ["-----BEGIN MADE UP PRIVATE KEY-----", /private key/],
    [`TOKEN id="${token}"`, /login token/],
    [`Bearer ${token}`, /bearer token/],
    [`bearer ${token}==`, /bearer token/],
    ["Bearer onlyletters", /bearer token/],
    [`Send Bearer ${token} along`, /bearer token/],
    [`Basic ${encoded}`, /Basic login/],
    [`"Authorization": "basic ${encoded}"`, /Basic login/],
    [`Basic ${Buffer.from(":only-password").toString("base64")}`, /Basic login/],
    [`\${_base64("admin:${password}")}`, /_base64/],
    [`\${_base64('admin:${password}')}`, /_base64/],
    [`\${_base64("admin" + ":" + "${password}")}`, /_base64/],
    [`\${_base64(_variables.user + ":${password}")}`, /_base64/],
    [`\${_base64("\${_variables.user}:${password}")}`, /_base64/],
    [`\${_base64(_variables["user"] + ":${password}")}`, /_base64/],
    [`{"client_secret":"${password}"}`, /"client_secret"/],
    [`?a=1;api-key=${token}`, /"api-key"/],
  ];
  test.each(texts)("in %j", (text, kind) => {
    expect(secretIn(text)).toMatch(kind);
  });
});

describe("no secret is seen", () => {
  test.each([
    "",
    "0b5a0000-aaaa-bbbb-cccc-0123456789ab",
    "Uses Bearer authentication.",
    "with the bearer authorization header",
    "Bearer <token>",
    "Bearer xxxxxxxxxxxx",
    "Bearer YOUR_TOKEN_HERE",
    "Bearer ${_variables.token}",
    "Basic authentication",
    "Basic settings: see below",
    "Basic https://example.com/docs",
    'Basic ${_base64(_variables.u + ":" + _variables.p)}',
    'Basic  ${_base64(_variables.u + ":" + _variables.p)}',
    "Basic ${_base64(_variables.u + ':' + _variables.p)}",
    'Basic ${_base64("${_variables.u}:${_variables.p}")}',
    'Basic ${_base64(_variables["my-user"] + ":" + _variables["my-password"])}',
    "Basic ${_base64(_variables[ 'u' ] + \":\" + _variables[ 'p' ])}",
    "${_base64(_variables.text)}",
    '${_base64("no pair")}',
    '{"password": ""}',
    '{"password": "${_variables.p}"}',
    '{"password": "<password>"}',
    '{"password": "enter your password"}',
    '{"user": "administrator"}',
    "?token=${_variables.t}&page=1000",
    "?pageSize=1000&fields=name",
    'TOKEN id="${_variables.t}"',
  ])("in %j", (text) => {
    expect(secretIn(text)).toBeUndefined();
  });
});

test("what follows Basic must be a pair of user and password", () => {
  expect(holdsBasicCredentials(`Basic ${Buffer.from("nopair").toString("base64")}`)).toBe(false);
  expect(holdsBasicCredentials(`Basic ${Buffer.from("user:pässword").toString("base64")}`)).toBe(true);
  expect(holdsBasicCredentials("Basic user:made-up")).toBe(true);
  expect(holdsBasicCredentials("BasicX user:made-up")).toBe(false);
});

test.each([
  "https://user:made-up@example.com",
  "https://user@example.com",
  "text before http://${_variables.u}:${_variables.p}@${_variables.host}/x",
  "HTTPS://a:b@c",
])("user information is seen in %j", (text) => {
  expect(hasUserInformation(text)).toBe(true);
});

test.each([
  "",
  "a@b.nl",
  "mailto:a@b.nl",
  "https://example.com/a@b.nl",
  "https://example.com?to=a@b.nl",
  "https://example.com#a@b",
  '"https://example.com", "a@b.nl"',
  "https://${_variables.host}/users/${_variables.mail}@x",
  "${_topdeskUrl?no_esc}/x@y",
])("no user information is seen in %j", (text) => {
  expect(hasUserInformation(text)).toBe(false);
});

test("long texts are searched in a blink", () => {
  const start = performance.now();
  for (const part of [
    "https://",
    "Basic ",
    "Bearer ",
    '_base64("',
    "eyJeyJeyJ.",
    "?a=",
    '"a":"',
    "aaaaa-",
    "${",
  ]) {
    const text = part.repeat(200_000 / part.length);
    secretIn(text);
    hasUserInformation(text);
  }
  expect(performance.now() - start).toBeLessThan(5_000);
});
