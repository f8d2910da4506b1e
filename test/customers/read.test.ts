import { describe, expect, test } from "vitest";
import {
  choiceParameter,
  flagParameter,
  listParameter,
  textParameter,
} from "../../src/builders/parameter.js";
import { defineAction } from "../../src/builders/define-action.js";
import { secretVariable, variable } from "../../src/builders/variable.js";
import type { Customer } from "../../src/customers/customer.js";
import { readCustomer } from "../../src/customers/read.js";
import type { JsonObject, JsonValue } from "../../src/model/json.js";

const greet = defineAction({
  id: "greet",
  revision: "2024-02-29",
  parameters: {
    language: choiceParameter({ description: "Language.", choices: ["nl", "en"], default: "nl" }),
    loudly: flagParameter({ description: "Whether to shout.", default: false }),
    names: listParameter({
      description: "Whom to greet.",
      default: [],
      item: textParameter({ description: "A name.", default: "Jan" }),
    }),
  },
  targets: ["action", "action-plain"],
  language: ({ language }) => language,
  body: { record: () => undefined },
});

const part = defineAction({
  id: "say-goodbye",
  revision: "2024-02-29",
  parameters: {},
  targets: ["action-sequence"],
  language: () => "nl",
  body: { record: () => undefined },
});

const read = (value: JsonValue) => readCustomer("acme", value, "customers/acme.json", [greet, part]);
/** A customer that says nothing. */
const nobody: Customer = {
  id: "acme",
  name: "acme",
  language: undefined,
  branding: {},
  actions: [],
  texts: new Map(),
  textFiles: new Map(),
};
const readGreet = (settings: JsonValue) => read({ actions: { greet: settings } });

test("an action with no settings takes every default", () => {
  const { customer, diagnostics } = read({ $schema: "x", actions: { greet: {}, "say-goodbye": {} } });
  expect(diagnostics).toEqual([]);
  expect(customer).toEqual({
    ...nobody,
    actions: [
      { definition: greet, targets: ["action", "action-plain"], parameters: {}, variables: {}, patch: [] },
      { definition: part, targets: ["action-sequence"], parameters: {}, variables: {}, patch: [] },
    ],
  });
});

test("settings are handed on as the customer wrote them", () => {
  const parameters = { language: "en", names: ["An", "Bo"], loudly: true };
  const { customer, diagnostics } = readGreet({ targets: ["action-sequence", "action"], parameters });
  expect(diagnostics).toEqual([]);
  expect(customer.actions).toMatchObject([{ targets: ["action-sequence", "action"], parameters }]);
});

test("a customer may want no action at all", () => {
  expect(read({ actions: {} })).toEqual({ customer: nobody, isBase: false, diagnostics: [] });
});

interface Mistake {
  readonly what: string;
  readonly settings: JsonValue;
  readonly code: string;
  readonly pointer: string;
  readonly message: RegExp;
  readonly hint: RegExp;
}

const at = "/actions/greet";
const parameter = (name: string, value: JsonValue) => ({ parameters: { [name]: value } });

const mistakes: readonly Mistake[] = [
  {
    what: "settings that are no object",
    settings: true,
    code: "TA501",
    pointer: at,
    message: /settings of greet are no object/,
    hint: /\{\}/,
  },
  {
    what: "a key that is nearly right",
    settings: { parameter: {} },
    code: "TA501",
    pointer: `${at}/parameter`,
    message: /"parameter" has no meaning/,
    hint: /Did you mean "parameters"\?/,
  },
  {
    what: "a target that is nearly right",
    settings: { targets: ["action", "action-plane"] },
    code: "TA505",
    pointer: `${at}/targets/1`,
    message: /no target "action-plane"/,
    hint: /Did you mean "action-plain"\?/,
  },
  {
    what: "a target that is no name",
    settings: { targets: [7] },
    code: "TA505",
    pointer: `${at}/targets/0`,
    message: /no target 7/,
    hint: /Choose one of: action, action-plain, action-sequence/,
  },
  {
    what: "targets that are no list",
    settings: { targets: "action" },
    code: "TA505",
    pointer: `${at}/targets`,
    message: /no list/,
    hint: /Choose one or more/,
  },
  {
    what: "no targets at all",
    settings: { targets: [] },
    code: "TA505",
    pointer: `${at}/targets`,
    message: /no list/,
    hint: /action-sequence/,
  },
  {
    what: "targets that are null",
    settings: { targets: null },
    code: "TA505",
    pointer: `${at}/targets`,
    message: /no list/,
    hint: /Choose/,
  },
  {
    what: "parameters that are no object",
    settings: { parameters: [] },
    code: "TA504",
    pointer: `${at}/parameters`,
    message: /no object/,
    hint: /language, loudly, names/,
  },
  {
    what: "parameters that are null",
    settings: { parameters: null },
    code: "TA504",
    pointer: `${at}/parameters`,
    message: /no object/,
    hint: /language/,
  },
  {
    what: "a parameter that is nearly right",
    settings: parameter("langauge", "nl"),
    code: "TA503",
    pointer: `${at}/parameters/langauge`,
    message: /no parameter "langauge"/,
    hint: /Did you mean "language"\?/,
  },
  {
    what: "a parameter with the name of what every object has",
    settings: parameter("constructor", "nl"),
    code: "TA503",
    pointer: `${at}/parameters/constructor`,
    message: /no parameter "constructor"/,
    hint: /The parameters are: language/,
  },
  {
    what: "a value of the wrong type",
    settings: parameter("loudly", "yes"),
    code: "TA504",
    pointer: `${at}/parameters/loudly`,
    message: /^loudly: "yes" is not true or false/,
    hint: /without quotes/,
  },
  {
    what: "a value that is no choice",
    settings: parameter("language", "nll"),
    code: "TA504",
    pointer: `${at}/parameters/language`,
    message: /not one of the choices/,
    hint: /Did you mean "nl"\?/,
  },
  {
    what: "a wrong item of a list",
    settings: parameter("names", ["An", 2]),
    code: "TA504",
    pointer: `${at}/parameters/names/1`,
    message: /^names: 2 is not text/,
    hint: /Write text/,
  },
];

describe("one action is wrong, so it is left out and the other stays", () => {
  test.each(mistakes)("because of $what", ({ settings, code, pointer, message, hint }) => {
    const { customer, diagnostics } = read({ actions: { greet: settings, "say-goodbye": {} } });
    expect(customer.actions.map((action) => action.definition.id)).toEqual(["say-goodbye"]);
    const [finding, ...others] = diagnostics;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code, severity: "error", file: "customers/acme.json", pointer });
    expect(finding?.message).toMatch(message);
    expect(finding?.hint).toMatch(hint);
  });

  test.each([
    ["gret", /Did you mean "greet"\?/],
    ["paint-the-house", /Choose one of: greet, say-goodbye/],
    ["constructor", /Choose one of/],
  ])("because there is no action %s", (id, hint) => {
    const { customer, diagnostics } = read({ actions: { [id]: {}, greet: {} } });
    expect(customer.actions.map((action) => action.definition.id)).toEqual(["greet"]);
    expect(diagnostics).toMatchObject([{ code: "TA502", severity: "error", pointer: `/actions/${id}` }]);
    expect(diagnostics[0]?.message).toContain(`"${id}"`);
    expect(diagnostics[0]?.hint).toMatch(hint);
  });
});

test("everything that is wrong is reported at once", () => {
  const settings: JsonObject = { target: [], targets: ["x"], parameters: { language: 1, loud: true } };
  expect(readGreet(settings).diagnostics.map(({ code, pointer }) => [code, pointer])).toEqual([
    ["TA501", `${at}/target`],
    ["TA505", `${at}/targets/0`],
    ["TA503", `${at}/parameters/loud`],
    ["TA504", `${at}/parameters/language`],
  ]);
});

test.each<readonly [JsonValue, string, RegExp]>([
  [[], "", /no JSON object/],
  ["greet", "", /no JSON object/],
  [{}, "/actions", /"actions" is missing/],
  [{ actions: ["greet"] }, "/actions", /no object/],
])("a file of another shape names no action: %j", (value, pointer, message) => {
  const { customer, diagnostics } = read(value);
  expect(customer).toEqual(nobody);
  expect(diagnostics).toMatchObject([{ code: "TA501", severity: "error", pointer }]);
  expect(diagnostics[0]?.message).toMatch(message);
  expect(diagnostics[0]?.hint).toMatch(/actions/);
});

test("an unknown key beside the actions is an error, and the actions stay", () => {
  const { customer, diagnostics } = read({ action: {}, actions: { greet: {} } });
  expect(customer.actions).toHaveLength(1);
  expect(diagnostics).toMatchObject([{ code: "TA501", pointer: "/action", hint: 'Did you mean "actions"?' }]);
});

const wordsOf = (value: JsonObject) =>
  readCustomer("acme", value, "customers/acme.json", [remind]).diagnostics.map(
    ({ code, pointer, message, hint }) => [code, pointer, message, hint],
  );

const remind = defineAction({
  id: "remind",
  revision: "2024-02-29",
  parameters: {
    language: choiceParameter({ description: "Language.", choices: ["nl", "en"], default: "nl" }),
  },
  targets: ["action"],
  language: ({ language }) => language,
  body: {
    record: (flow) => {
      flow.variables({ mail_to: variable("To whom"), api_password: secretVariable("The password") });
    },
  },
});

test("the customer's language is that of an action that says nothing of it", () => {
  const customer = { language: "en", actions: { remind: {} } };
  expect(readCustomer("acme", customer, "acme.json", [remind]).customer.actions[0]?.parameters).toEqual({
    language: "en",
  });
  const specific = { language: "en", actions: { remind: { parameters: { language: "nl" } } } };
  expect(readCustomer("acme", specific, "acme.json", [remind]).customer.actions[0]?.parameters).toEqual({
    language: "nl",
  });
});

test("a language that an action has no texts in is told at the language", () => {
  expect(wordsOf({ language: "de", actions: { remind: {} } })).toEqual([
    [
      "TA504",
      "/language",
      'The action remind has no texts in the language "de".',
      "Set the parameter language of this action.",
    ],
  ]);
});

test.each([
  ["dutch", /Choose one of: nl, en, de/],
  ["en-GB", /Did you mean "en"\?/],
  [7, /Choose one of/],
])("there is no language %s", (language, hint) => {
  const [finding] = readCustomer("acme", { language, actions: {} }, "acme.json", [remind]).diagnostics;
  expect(finding).toMatchObject({ code: "TA501", pointer: "/language" });
  expect(finding?.hint).toMatch(hint);
});

test("hints and values of variables, for all actions and for one", () => {
  const value = {
    variables: { mail_to: { hint: "Everybody" } },
    actions: {
      remind: {
        variables: { mail_to: { value: "a@acme.example" }, api_password: { hint: "Ask the admin" } },
      },
    },
  };
  const { customer, diagnostics } = readCustomer("acme", value, "acme.json", [remind]);
  expect(diagnostics).toEqual([]);
  expect(customer.actions[0]?.variables).toEqual({
    mail_to: { hint: "Everybody", value: "a@acme.example" },
    api_password: { hint: "Ask the admin" },
  });
});

test.each([
  [
    "one action",
    { actions: { remind: { variables: { mail_too: { hint: "x" } } } } },
    "/actions/remind/variables/mail_too",
  ],
  ["all actions", { variables: { mail_too: { hint: "x" } }, actions: { remind: {} } }, "/variables/mail_too"],
])("a misspelt variable of %s is an error", (_where, value, pointer) => {
  expect(readCustomer("acme", value, "acme.json", [remind]).diagnostics).toMatchObject([
    { code: "TA511", severity: "error", pointer, hint: 'Did you mean "mail_to"?' },
  ]);
});

test.each([
  [
    "one action",
    { actions: { remind: { variables: { api_password: { value: "a word" } } } } },
    "/actions/remind/variables/api_password/value",
  ],
  [
    "all actions",
    { variables: { api_password: { value: "a word" } }, actions: { remind: {} } },
    "/variables/api_password/value",
  ],
])("a value for a secret variable of %s is refused, and not repeated", (_where, value, pointer) => {
  const { diagnostics, customer } = readCustomer("acme", value, "acme.json", [remind]);
  expect(diagnostics).toMatchObject([{ code: "TA510", severity: "error", pointer }]);
  expect(JSON.stringify(diagnostics)).not.toContain("a word");
  expect(customer.actions).toEqual([]);
});

test("targets for every action count for the actions that are made for them", () => {
  const value = { targets: ["action-plain", "action"], actions: { greet: {}, "say-goodbye": {} } };
  expect(read(value).customer.actions.map(({ targets }) => targets)).toEqual([
    ["action-plain", "action"],
    ["action-sequence"],
  ]);
});

test("branding is what mails can be made of", () => {
  const branding = {
    organisation: "Acme",
    logoUrl: "https://acme.example/l.png",
    accentColor: "#0A5ea8",
    signature: "a\nb",
  };
  expect(read({ branding, actions: {} }).customer.branding).toEqual(branding);
});

test.each<readonly [JsonValue, string]>([
  [{ logoUrl: "http://acme.example/l.png" }, "/branding/logoUrl"],
  [{ logoUrl: 'https://acme.example/"onerror="x' }, "/branding/logoUrl"],
  [{ logoUrl: "javascript:alert(1)" }, "/branding/logoUrl"],
  [{ accentColor: "red" }, "/branding/accentColor"],
  [{ accentColor: "#12345" }, "/branding/accentColor"],
  [{ organisation: " " }, "/branding/organisation"],
  [{ signature: ["a"] }, "/branding/signature"],
  [{ organization: "Acme" }, "/branding/organization"],
  ["blue", "/branding"],
])("branding that mails cannot be made of: %j", (branding, pointer) => {
  expect(read({ branding, actions: {} }).diagnostics).toMatchObject([{ code: "TA501", pointer }]);
});

const rename = { op: "replace", path: "/action/name", value: "x", reason: "because" };

test("a patch is kept in its order, with the place of each entry", () => {
  const value = {
    actions: { greet: { patch: [rename, { op: "remove", path: "/action/description", reason: "short" }] } },
  };
  const text = JSON.stringify(value, null, 2);
  const { customer, diagnostics } = readCustomer("acme", value, "acme.json", [greet], { text });
  expect(diagnostics).toEqual([]);
  expect(customer.actions[0]?.patch).toMatchObject([
    { ...rename, place: { file: "acme.json", pointer: "/actions/greet/patch/0", line: 5, column: 9 } },
    { op: "remove", place: { pointer: "/actions/greet/patch/1", line: 11 } },
  ]);
});

test.each<readonly [JsonValue, string, RegExp]>([
  [{ ...rename, reason: " " }, "/0/reason", /no reason/],
  [{ op: "replace", path: "/action/name", reason: "x" }, "/0", /no value/],
  [{ ...rename, op: "replce" }, "/0/op", /no op "replce"/],
  [{ ...rename, path: "action/name" }, "/0/path", /no JSON Pointer/],
  [{ ...rename, path: "/a~2" }, "/0/path", /no JSON Pointer/],
  [{ op: "move", path: "/action/name", reason: "x" }, "/0/from", /no from/],
  [{ ...rename, vale: 1 }, "/0/vale", /has no meaning/],
  [{ ...rename, targets: ["actoin"] }, "/0/targets/0", /no target/],
  ["x", "/0", /no object/],
])("an entry of a patch that says too little or something else: %j", (entry, place, message) => {
  const { diagnostics } = readGreet({ patch: [entry] });
  expect(diagnostics).toMatchObject([{ severity: "error", pointer: `/actions/greet/patch${place}` }]);
  expect(diagnostics[0]?.message).toMatch(message);
});

test("a name and whether it is a base are read", () => {
  expect(read({ name: "Acme & Co", actions: {} }).customer.name).toBe("Acme & Co");
  expect(read({ abstract: true })).toMatchObject({ isBase: true, diagnostics: [] });
  expect(read({ abstract: "yes", actions: {} }).diagnostics).toMatchObject([{ pointer: "/abstract" }]);
  expect(read({ name: 5, actions: {} }).diagnostics).toMatchObject([{ pointer: "/name" }]);
});

test("in a base, a name that nothing has is fine; one that is nearly right is worth a warning", () => {
  const base = {
    abstract: true,
    actions: { greet: { parameters: { elsewhere: 1, langauge: "nl" } }, other: {} },
  };
  const { customer, diagnostics } = read(base);
  expect(customer.actions).toEqual([]);
  expect(diagnostics).toMatchObject([
    { code: "TA507", severity: "warning", pointer: "/actions/greet/parameters/langauge" },
  ]);
});
