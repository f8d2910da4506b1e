import { describe, expect, test } from "vitest";
import {
  choiceParameter,
  flagParameter,
  listParameter,
  textParameter,
} from "../../src/builders/parameter.js";
import { defineAction } from "../../src/builders/define-action.js";
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
const readGreet = (settings: JsonValue) => read({ actions: { greet: settings } });

test("an action with no settings takes every default", () => {
  const { customer, diagnostics } = read({ $schema: "x", actions: { greet: {}, "say-goodbye": {} } });
  expect(diagnostics).toEqual([]);
  expect(customer).toEqual({
    id: "acme",
    actions: [
      { definition: greet, targets: ["action", "action-plain"], parameters: {} },
      { definition: part, targets: ["action-sequence"], parameters: {} },
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
  expect(read({ actions: {} })).toEqual({ customer: { id: "acme", actions: [] }, diagnostics: [] });
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
  expect(customer).toEqual({ id: "acme", actions: [] });
  expect(diagnostics).toMatchObject([{ code: "TA501", severity: "error", pointer }]);
  expect(diagnostics[0]?.message).toMatch(message);
  expect(diagnostics[0]?.hint).toMatch(/actions/);
});

test("an unknown key beside the actions is an error, and the actions stay", () => {
  const { customer, diagnostics } = read({ action: {}, actions: { greet: {} } });
  expect(customer.actions).toHaveLength(1);
  expect(diagnostics).toMatchObject([{ code: "TA501", pointer: "/action", hint: 'Did you mean "actions"?' }]);
});
