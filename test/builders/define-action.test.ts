import { describe, expect, test } from "vitest";
import type { TextSource } from "../../src/builders/action-texts.js";
import { AuthoringError } from "../../src/builders/authoring-error.js";
import { defineAction, type ActionBody } from "../../src/builders/define-action.js";
import {
  choiceParameter,
  flagParameter,
  listParameter,
  textParameter,
  type ParameterValues,
} from "../../src/builders/parameter.js";
import { html, text } from "../../src/builders/text.js";
import type { Action } from "../../src/model/action.js";
import type { JsonObject } from "../../src/model/json.js";

/** Texts that say which action, language and name they are. */
const echo: TextSource = {
  of: (actionId, language) => ({
    line: (name) => `${actionId} ${language} ${name}`,
    plain: (name) => text`${name}`,
    html: (name) => html`${name}`,
  }),
};

const parameters = {
  greeting: textParameter({ description: "What is said.", default: "hello" }),
  language: choiceParameter({ description: "Language.", choices: ["nl", "en"], default: "nl" }),
  loud: flagParameter({ description: "Whether it is shouted.", default: false }),
  names: listParameter({
    description: "To whom.",
    default: [],
    item: textParameter({ description: "One.", default: "" }),
  }),
};
type Values = ParameterValues<typeof parameters>;

const body: ActionBody<Values> = {
  record: (flow, { greeting, loud }, { texts }) => {
    flow.webhook("greet");
    flow.assign("say", "words", loud ? greeting.toUpperCase() : greeting);
    flow.assign("sign", "signature", texts.plain("signature"));
  },
};

const plainBody: ActionBody<Values> = {
  unmet: ({ names, loud }) => [
    ...(names.length > 0 ? [] : ["Set names."]),
    ...(loud ? ["Set loud to false."] : []),
  ],
  record: (flow, { names }) => void flow.assign("say", "words", names.join(", ")),
};

const greet = defineAction({
  id: "greet",
  revision: "2026-01-31",
  parameters,
  targets: ["action", "action-plain"],
  language: ({ language }) => language,
  body,
  bodies: { "action-plain": plainBody },
});

function recorded(target: "action" | "action-plain" | "action-sequence", values: JsonObject): Action {
  const outcome = greet.record(target, values, echo);
  if (outcome.kind !== "recorded") throw new Error(`it was ${outcome.kind}`);
  return outcome.action;
}

function valuesAssigned(action: Action): readonly string[] {
  return action.steps.map((step) => (step.kind === "assign" ? step.valueTemplate : step.kind));
}

describe("a definition", () => {
  test("says what it is", () => {
    expect(greet).toMatchObject({
      id: "greet",
      revision: "2026-01-31",
      parameters,
      targets: ["action", "action-plain"],
      cardTypes: [],
    });
  });

  test("names the card types that it is written for", () => {
    const definition = defineAction({
      id: "x",
      revision: "2026-01-31",
      parameters: {},
      targets: ["action-sequence"],
      cardTypes: ["incident1"],
      language: () => "nl",
      body: { record: () => undefined },
    });
    expect(definition.cardTypes).toEqual(["incident1"]);
  });
});

describe("recording", () => {
  test("takes the defaults for what a customer does not set", () => {
    expect(recorded("action", {})).toEqual({
      name: "greet nl name",
      description: "greet nl description",
      trigger: { type: "WEBHOOK", path: "greet" },
      variables: [],
      steps: [
        expect.objectContaining({ name: "say", valueTemplate: "hello" }),
        expect.objectContaining({ name: "sign", valueTemplate: "signature" }),
      ],
      suppressions: [],
    });
  });

  test("takes a customer's values, also for the language of the texts", () => {
    const action = recorded("action", { greeting: "hi", loud: true, language: "en" });
    expect(action.name).toBe("greet en name");
    expect(valuesAssigned(action)).toEqual(["HI", "signature"]);
  });

  test("keeps template code in a customer's value words", () => {
    expect(valuesAssigned(recorded("action", { greeting: "${x}" }))[0]).toBe('${"$"}{x}');
  });

  test("uses the body of the target, or else the common one", () => {
    expect(valuesAssigned(recorded("action-plain", { names: ["a", "b"] }))).toEqual(["a, b"]);
    expect(valuesAssigned(recorded("action-sequence", {}))).toEqual(["hello", "signature"]);
  });

  test("is pure: the same values give the same action, and change nothing", () => {
    const values = { greeting: "hi", names: ["a"] };
    const before = structuredClone(values);
    expect(recorded("action", values)).toEqual(recorded("action", values));
    expect(values).toEqual(before);
    expect(recorded("action", {})).toEqual(recorded("action", {}));
  });

  test("passes on an author's mistake", () => {
    const mistaken = defineAction({
      id: "x",
      revision: "2026-01-31",
      parameters: {},
      targets: ["action"],
      language: () => "nl",
      body: {
        record: (flow) => {
          flow.webhook("a");
          flow.event("b");
        },
      },
    });
    expect(() => mistaken.record("action", {}, echo)).toThrow(AuthoringError);
  });
});

describe("what a target asks for", () => {
  test("is said in full before anything is recorded", () => {
    expect(greet.record("action-plain", { loud: true }, echo)).toEqual({
      kind: "unmet",
      requirements: ["Set names.", "Set loud to false."],
    });
  });

  test("is not asked for other targets", () => {
    expect(greet.record("action", { loud: true }, echo).kind).toBe("recorded");
  });
});

describe("a customer's values are refused", () => {
  test("with every problem, named by parameter, and nothing is recorded", () => {
    const values = { grating: "hi", loud: "yes", names: ["a", 5], colour: "red" };
    const problems = [
      {
        parameter: "grating",
        unknown: true,
        path: [],
        message: 'There is no parameter "grating".',
        hint: 'Did you mean "greeting"?',
      },
      {
        parameter: "colour",
        unknown: true,
        path: [],
        message: 'There is no parameter "colour".',
        hint: "The parameters are: greeting, language, loud, names.",
      },
      {
        parameter: "loud",
        unknown: false,
        path: [],
        message: '"yes" is not true or false.',
        hint: "Write true or false, without quotes.",
      },
      {
        parameter: "names",
        unknown: false,
        path: [1],
        message: "5 is not text.",
        hint: 'Write text, such as "".',
      },
    ];
    expect(greet.problems(values)).toEqual(problems);
    expect(greet.record("action", values, echo)).toEqual({ kind: "invalid", problems });
  });

  test("before requirements are asked for", () => {
    expect(greet.record("action-plain", { loud: 1 }, echo).kind).toBe("invalid");
  });

  test("when a value is null, which is not the same as not set", () => {
    expect(greet.problems({ greeting: null })).toMatchObject([
      { parameter: "greeting", message: "null is not text." },
    ]);
    expect(greet.problems({})).toEqual([]);
  });
});
