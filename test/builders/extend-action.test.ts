import { describe, expect, test } from "vitest";
import { defineAction } from "../../src/builders/define-action.js";
import { extendAction } from "../../src/builders/extend-action.js";
import { flagParameter, textParameter } from "../../src/builders/parameter.js";
import { variable } from "../../src/builders/variable.js";
import type { TargetId } from "../../src/model/action.js";
import type { JsonObject } from "../../src/model/json.js";
import { handlebarsTexts } from "../../src/text/handlebars-texts.js";

const greet = defineAction({
  id: "greet",
  revision: "2024-02-29",
  parameters: { word: textParameter({ description: "Word.", default: "hello" }) },
  targets: ["action", "action-plain"],
  language: () => "en",
  body: {
    record: (flow, { word }, { texts }) => {
      flow.variables({ mail_to: variable("To whom") });
      flow.assign("say", "said", `${word} ${texts.line("person")}`);
    },
  },
  bodies: {
    "action-plain": {
      unmet: ({ word }) => (word === "" ? ["Set the word."] : []),
      record: (flow) => void flow.assign("say_plainly", "said", "hi"),
    },
  },
});

const texts = handlebarsTexts(
  new Map([
    ["greet/name.en.hbs", "Greet"],
    ["greet/description.en.hbs", ""],
    ["greet/person.en.hbs", "Ann"],
    ["greet-twice/name.en.hbs", "Greet twice"],
    ["greet-twice/description.en.hbs", ""],
    ["greet-twice/person.en.hbs", "Bob"],
  ]),
);

const twice = extendAction(greet, {
  id: "greet-twice",
  revision: "2025-01-01",
  parameters: { again: flagParameter({ description: "Again.", default: true }) },
  record: (flow, { again, word }, context, base) => {
    flow.assign("before", "x", "1");
    base();
    if (!again) return;
    const { mail_to } = flow.variables({ mail_to: variable("To whom") });
    flow.assign("after", "y", mail_to);
    flow.assign("say_again", "said", `${word} ${context.texts.line("person")}`);
  },
});

function recorded(
  definition: typeof greet | typeof twice,
  values: JsonObject = {},
  target: TargetId = "action",
) {
  const outcome = definition.record(target, values, texts);
  if (outcome.kind !== "recorded") throw new Error(JSON.stringify(outcome));
  return outcome.action;
}

const stepsOf = (...given: Parameters<typeof recorded>) => recorded(...given).steps.map(({ name }) => name);

describe("an action made from another", () => {
  test("has its steps around those of the other", () => {
    expect(stepsOf(twice)).toEqual(["before", "say", "after", "say_again"]);
    expect(stepsOf(twice, { again: false })).toEqual(["before", "say"]);
  });

  test("has the parameters of both, and those that it changes", () => {
    expect(Object.keys(twice.parameters)).toEqual(["word", "again"]);
    expect(twice.problems({ agian: true })).toMatchObject([
      { parameter: "agian", hint: 'Did you mean "again"?' },
    ]);
    const louder = extendAction(greet, {
      parameters: { word: textParameter({ description: "Word.", default: "HELLO" }) },
      record: (_flow, _parameters, _context, base) => base(),
    });
    expect(recorded(louder).steps).toMatchObject([{ valueTemplate: "HELLO Ann" }]);
  });

  test("has words of its own, and the other's steps keep theirs", () => {
    const { name, steps } = recorded(twice);
    expect(name).toBe("Greet twice");
    expect(steps).toMatchObject([{}, { valueTemplate: "hello Ann" }, {}, { valueTemplate: "hello Bob" }]);
  });

  test("declares a variable of the other again without declaring it twice", () => {
    expect(recorded(twice).variables).toEqual([{ name: "mail_to", value: "To whom", secret: false }]);
  });

  test("extends every way in which the other is written, with what it needs", () => {
    expect(stepsOf(twice, {}, "action-plain")).toEqual(["before", "say_plainly", "after", "say_again"]);
    expect(twice.record("action-plain", { word: "" }, texts)).toEqual({
      kind: "unmet",
      requirements: ["Set the word."],
    });
  });

  test("takes the place of the other unless it has an id of its own", () => {
    const same = extendAction(greet, { record: (_flow, _parameters, _context, base) => base() });
    expect([same.id, same.revision, same.targets]).toEqual([
      "greet",
      "2024-02-29",
      ["action", "action-plain"],
    ]);
    expect([twice.id, twice.revision]).toEqual(["greet-twice", "2025-01-01"]);
    expect(recorded(same)).toEqual(recorded(greet));
  });

  test("can be made from one that was made so", () => {
    const more = extendAction(twice, {
      id: "greet-twice",
      record: (flow, _parameters, _context, base) => {
        base();
        flow.assign("last", "z", "3");
      },
    });
    expect(more.record("action", {}, texts)).toMatchObject({ kind: "recorded" });
  });
});
