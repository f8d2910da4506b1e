import { describe, expect, test } from "vitest";
import { fillInVariables, namesSecret } from "../../src/simulate/variables.js";
import { actionOf } from "./actions.js";

const filled = (
  name: string,
  value = "",
  rest: { given?: string; world?: string; secret?: boolean } = {},
) => {
  const { given, world, secret } = rest;
  const variable = { name, value, ...(secret === undefined ? {} : { secret }) };
  const [found] = fillInVariables(actionOf([], [variable]), {
    given: new Map(given === undefined ? [] : [[name, given]]),
    ofWorld: new Map(world === undefined ? [] : [[name, world]]),
    login: { user: "api", password: "password" },
    topdeskUrl: "https://topdesk.example.com",
    mail: { from: "from@example.com", to: "to@example.com" },
  });
  return found;
};

describe("a variable that nobody filled in gets what its name asks for", () => {
  test.each([
    ["topdesk_user", "api"],
    ["TOPdesk_User", "api"],
    ["TOPdesk_user", "api"],
    ["topdesk_applicationpassword", "password"],
    ["TOPdesk_ApiKey", "password"],
    ["topdesk_url", "https://topdesk.example.com"],
    ["topdeskAddress", "https://topdesk.example.com"],
    ["TOPdesk_Domain", "topdesk.example.com"],
    ["mail_from", "from@example.com"],
    ["mail_to", "to@example.com"],
    ["afzender", "from@example.com"],
  ])("%s = %s", (name, value) => {
    expect(filled(name, "hint")).toMatchObject({ value, origin: "guessed from the name" });
  });

  test.each(["operator_group", "department", "mail_domain", "user_limit", "count"])(
    "%s keeps what the file holds",
    (name) => {
      expect(filled(name, "value")).toMatchObject({ value: "value", origin: "file" });
    },
  );

  test("an address that an admin filled in is kept", () => {
    expect(filled("mail_to", "it@school.example")).toMatchObject({
      value: "it@school.example",
      origin: "file",
    });
  });
});

test("the command line goes before the world, the world before the name", () => {
  expect(filled("mail_to", "", { given: "a@b.nl", world: "c@d.nl" })).toMatchObject({
    value: "a@b.nl",
    origin: "command line",
  });
  expect(filled("mail_to", "", { world: "c@d.nl" })).toMatchObject({ value: "c@d.nl", origin: "world" });
});

test.each([
  ["topdesk_applicationpassword", true],
  ["wachtwoord", true],
  ["api_key", true],
  ["ApiToken", true],
  ["client_secret", true],
  ["smtp_pwd", true],
  ["compass", false],
  ["token_url", false],
  ["mail_to", false],
])("%s is secret: %s", (name, secret) => {
  expect(namesSecret(name)).toBe(secret);
});

test("what the author of an action calls secret is secret, whatever its name", () => {
  expect(filled("code", "", { secret: true })).toMatchObject({ secret: true, value: "password" });
});
