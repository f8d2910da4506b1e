import { expect, test } from "vitest";
import { checkBytes } from "../../../src/check/check.js";
import type { JsonObject } from "../../../src/model/json.js";
import { MADE_UP } from "../made-up-secrets.js";

const findingsIn = (extra: JsonObject, step: JsonObject) => {
  const configuration = { variables: [], mappingDefinitions: [], steps: [step] };
  const file = {
    formatVersion: "2.10",
    exportDate: 0,
    action: { name: "a", description: "", configuration, ...extra },
  };
  const bytes = new TextEncoder().encode(JSON.stringify(file));
  return checkBytes(bytes, { file: "x.json", strictness: "open" }).filter(({ code }) =>
    code.startsWith("TA4"),
  );
};

test.each<[string, JsonObject, JsonObject, string, string | undefined]>([
  [
    "the body of a step of an unknown type",
    {},
    { type: "OAUTH", name: "login", body: `x ${MADE_UP.applicationPassword}` },
    "/action/configuration/steps/0/body",
    "login",
  ],
  [
    "an unknown key that is called password, deep inside an unknown key",
    { connection: { users: [{ password: MADE_UP.password }] } },
    { type: "X", name: "x" },
    "/action/connection/users/0/password",
    undefined,
  ],
  [
    "headers that are no list",
    {},
    { type: "HTTP_REQUEST", name: "get", headers: { Authorization: `Bearer ${MADE_UP.token}` } },
    "/action/configuration/steps/0/headers/Authorization",
    "get",
  ],
  [
    "a URL with user information in an unknown key",
    { origin: `https://admin:${MADE_UP.password}@example.com/` },
    { type: "X", name: "x" },
    "/action/origin",
    undefined,
  ],
])("a secret is found in %s", (_where, extra, step, pointer, name) => {
  const findings = findingsIn(extra, step);
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({
    code: "TA403",
    pointer,
    ...(name === undefined ? {} : { step: name }),
  });
  expect(JSON.stringify(findings)).not.toContain(MADE_UP.password);
  expect(JSON.stringify(findings)).not.toContain(MADE_UP.applicationPassword);
});

test("words in unknown keys are no secrets", () => {
  const extra = { notes: "ask for the password", owner: { passwordHint: "see the vault of the team" } };
  expect(findingsIn(extra, { type: "X", name: "x", body: "${_variables.password}" })).toEqual([]);
});
