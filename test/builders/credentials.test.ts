import { expect, test } from "vitest";
import { basicCredentials, bearerToken } from "../../src/builders/credentials.js";
import { print } from "../../src/builders/text.js";
import { variableReference } from "../../src/builders/variable.js";

const user = variableReference("user", "text");
const secret = variableReference("pass-word", "secret");

test("Basic login encodes user and password when the action runs", () => {
  expect(print(basicCredentials(user, secret), "plain")).toBe(
    'Basic ${_base64(_variables.user + ":" + _variables["pass-word"])}',
  );
});

test("a bearer token is read when the action runs", () => {
  expect(print(bearerToken(secret), "plain")).toBe('Bearer ${_variables["pass-word"]}');
});
