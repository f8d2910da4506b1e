import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Hider, MASK } from "../../../src/diff/secrets/hider.js";
import { secretIn } from "../../../src/check/secrets.js";
import type { JsonValue } from "../../../src/model/json.js";

const shown = (value: JsonValue) => JSON.stringify(new Hider([value]).hideIn(value));

describe("a text without its secrets", () => {
  test.each([
    ["Bearer abcdefgh12345678", `Bearer ${MASK}`],
    ["Basic dXNlcjpwYXNzd29yZA==", `Basic ${MASK}`],
    ["https://u:geheim@x.example/a", `https://${MASK}@x.example/a`],
    ["https://x.example/?a=1&api_key=abc123&b=2", `https://x.example/?a=1&api_key=${MASK}&b=2`],
    ['{"password": "geheim", "user": "u"}', `{"password": "${MASK}", "user": "u"}`],
    ['{"password": "correct horse battery"}', `{"password": "${MASK}"}`],
    ['${_base64("user:geheim")}', `\${_base64("${MASK}")}`],
    ['${_base64(_variables.u + ":" + "geheim")}', `\${_base64(_variables.u + ":" + "${MASK}")}`],
    ["my ab1cd-ef2gh-ij3kl-mn4op-qr5st is", `my ${MASK} is`],
    ['<#assign token = "abcdef">', `<#assign token = "${MASK}">`],
  ])("%s", (text, expected) => {
    expect(new Hider([]).hide(text)).toBe(expected);
  });

  test.each([
    'Basic ${_base64(_variables.user + ":" + _variables.password)}',
    "https://${_variables.user}:${_variables.password}@x.example/",
    '{"password": "${_variables.password}"}',
    "Enter the application password",
    "https://login.example/token",
  ])("%s is shown as it is", (text) => {
    expect(new Hider([{ name: "password", value: text }]).hide(text)).toBe(text);
  });
});

describe("a value without its secrets", () => {
  test.each<[string, JsonValue]>([
    ["a variable", { name: "api_password", value: "geheim" }],
    ["a variable of a map", { variables: { api_password: "geheim" } }],
    ["a pass phrase", { name: "wachtwoord", value: "geheim paard batterij" }],
    ["a header", { name: "X-Api-Key", value: "geheim" }],
    ["a cookie", { name: "Cookie", value: "geheim" }],
    ["a login", { name: "Authorization", value: "Custom geheim" }],
    ["an assigned value", { variableKey: "token", valueTemplate: "geheim" }],
    ["a key that nobody knows", { odd: { apiToken: "geheim" } }],
    ["something below such a key", { credentials: { user: ["geheim"] } }],
    ["the same elsewhere", [{ name: "password", value: "geheim" }, "a geheim b", "%67eheim", "a=Z2VoZWlt"]],
  ])("%s", (_name, value) => {
    expect(shown(value)).toContain(MASK);
    expect(shown(value)).not.toMatch(/geheim|%67eheim|Z2VoZWlt/);
  });

  test("numbers are secret by their key", () => {
    expect(shown({ token: 123456, count: 123456, text: "a 123456 b" })).toBe(
      `{"token":"${MASK}","count":123456,"text":"a ${MASK} b"}`,
    );
  });

  test("nothing that the check for secrets knows is left, wherever it stands", () => {
    const around = fc.constantFrom(
      "",
      " ",
      '"',
      "'",
      "\n",
      "?a=b&",
      "${x}",
      '{"a":"b"}',
      "<b>",
      "\\",
      "=",
      ":",
    );
    const secret = fc.constantFrom(
      "Bearer abcdefgh12345678",
      "Basic dXNlcjpwYXNzd29yZA==",
      '"password":"geheim"',
      "&password=geheim;",
      "ab1cd-ef2gh-ij3kl-mn4op-qr5st",
      '_base64("u:geheim")',
      "<password>geheim</password>",
    );
    const texts = fc.array(fc.oneof(around, secret), { maxLength: 8 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(texts, (text) => {
        const hidden = new Hider([]).hide(text);
        expect(secretIn(hidden.replaceAll(MASK, "${x}"))).toBeUndefined();
        const lines = new Hider([]).lines(text).map((line) => line.map((piece) => piece.shown).join(""));
        expect(secretIn(lines.join("\n").replaceAll(MASK, "${x}"))).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  test("lines of a secret are hidden one by one", () => {
    const key = "-----BEGIN PRIVATE KEY-----\nabc\ndef\n-----END PRIVATE KEY-----";
    const lines = new Hider([])
      .lines(`a\n${key}\nb`)
      .map((line) => line.map((piece) => piece.shown).join(""));
    expect(lines).toEqual(["a", MASK, MASK, MASK, MASK, "b"]);
  });
});
