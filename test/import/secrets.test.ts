import { expect, test } from "vitest";
import { REPLACEMENT, withoutSecrets } from "../../src/import/secrets.js";
import type { JsonObject } from "../../src/model/json.js";
import { madeUpApplicationPassword } from "./made-up-secret.js";

const secret = madeUpApplicationPassword();

const exported = (variables: JsonObject | readonly JsonObject[], step: JsonObject = {}): JsonObject => ({
  action: { name: "a", configuration: { variables, steps: [{ name: "s", type: "HTTP_REQUEST", ...step }] } },
});

test("the value of a variable that looks secret is replaced, in a list and in a map", () => {
  const list = withoutSecrets(exported([{ name: "key", value: secret }]));
  const map = withoutSecrets(exported({ key: secret, __proto__x: "" }));
  expect(list.value).toEqual(exported([{ name: "key", value: REPLACEMENT }]));
  expect(map.value).toEqual(exported({ key: REPLACEMENT, __proto__x: "" }));
  expect(list.replaced).toHaveLength(1);
});

test("the value of a header, and of a key that nobody knows, is replaced", () => {
  const step = { headers: [{ name: "X-Api-Key", value: "a81bc81bdead" }], token: "a81bc81bdead" };
  const { value, replaced } = withoutSecrets(exported([], step));
  expect(JSON.stringify(value)).not.toContain("a81bc81bdead");
  expect(replaced).toHaveLength(2);
});

test("a secret inside of a longer text stays, and is told of", () => {
  const step = { url: `https://example.com/?token=${secret}` };
  const { value, replaced, kept } = withoutSecrets(exported([], step));
  expect(value).toEqual(exported([], step));
  expect([replaced.length, kept.length]).toEqual([0, 1]);
  expect(kept[0]?.message).not.toContain(secret);
});

test("what was replaced is not found again", () => {
  const { value } = withoutSecrets(exported([{ name: "password", value: secret }]));
  expect(withoutSecrets(value).replaced).toEqual([]);
});

test("hints in variables of passwords are no secrets", () => {
  const value = exported([{ name: "password", value: "Enter the application password" }]);
  expect(withoutSecrets(value)).toEqual({ value, replaced: [], kept: [] });
});
