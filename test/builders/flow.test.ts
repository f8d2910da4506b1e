import { describe, expect, test } from "vitest";
import { AuthoringError } from "../../src/builders/authoring-error.js";
import { recordFlow, type Flow, type Recording } from "../../src/builders/flow.js";
import type { HttpRequest } from "../../src/builders/http.js";
import { asNumber, greaterThan, lessThan, plus } from "../../src/builders/operations.js";
import { always, when } from "../../src/builders/run.js";
import { daily } from "../../src/builders/schedule.js";
import { listShape, numberShape, recordShape, textShape } from "../../src/builders/shape.js";
import { html, text, url } from "../../src/builders/text.js";
import { secretVariable, variable } from "../../src/builders/variable.js";
import type { Step } from "../../src/model/step.js";
import { card, flag, sourceOf } from "./sample-values.js";

const answer = recordShape({
  count: numberShape,
  items: listShape(recordShape({ id: textShape, parts: listShape(textShape) })),
});
const get: HttpRequest<typeof answer> = { method: "GET", url: url`/a`, answer };
const noon = daily({ at: "12:00", timeZone: "Europe/Amsterdam" });

/** The steps that an author records, each as its name and when it runs. */
function conditionsOf(author: (flow: Flow) => void): readonly unknown[] {
  const outline = (steps: readonly Step[]): readonly unknown[] =>
    steps.map((step) => [
      step.name,
      step.customExecutionCondition === "" ? step.executionCondition : step.customExecutionCondition,
      ...(step.subSteps === undefined ? [] : [outline(step.subSteps)]),
    ]);
  return outline(recordFlow(author).steps);
}

const SUCCESS = "ONLY_WHEN_PREVIOUS_SUCCEEDED";

test("an empty flow records nothing", () => {
  expect(recordFlow(() => undefined)).toEqual<Recording>({ variables: [], steps: [], suppressions: [] });
});

describe("steps", () => {
  test("are recorded in order, each with what it does", () => {
    const { steps } = recordFlow((flow) => {
      const { count } = flow.http("get", get).body;
      flow.assign("keep", "kept", text`${count}`);
    });
    expect(steps).toEqual([
      {
        kind: "http",
        name: "get",
        executionCondition: SUCCESS,
        customExecutionCondition: "",
        method: "GET",
        url: "/a",
        headers: [],
        escapeBodyValues: true,
        body: "",
      },
      {
        kind: "assign",
        name: "keep",
        executionCondition: SUCCESS,
        customExecutionCondition: "",
        assignmentType: "TEXT",
        variableKey: "kept",
        valueTemplate: "${_responses.get.body.count?c}",
      },
    ]);
  });

  test("carry their own condition and accepted findings", () => {
    const suppress = [{ code: "TA301", reason: "wanted" }];
    const [step] = recordFlow((flow) => void flow.http("get", get, { run: when(flag), suppress })).steps;
    expect(step).toMatchObject({
      executionCondition: "CUSTOM",
      customExecutionCondition: "${flag?c}",
      suppressions: suppress,
    });
  });

  test("with a name that is no identifier are read in brackets", () => {
    recordFlow((flow) => {
      expect(sourceOf(flow.http("get-stock", get).body.count)).toBe('_responses["get-stock"].body.count');
    });
  });
});

describe("assigning", () => {
  test.each([
    ["words, which stay words", "${x}", '${"$"}{x}'],
    ["text", card.name, "${card.name}"],
    ["a number", plus(card.count, 1), "${(card.count + 1)?c}"],
    ["HTML", html`<b>&amp;</b>`, "<b>&amp;</b>"],
  ])("takes %s", (_what, value, valueTemplate) => {
    expect(recordFlow((flow) => void flow.assign("a", "v", value)).steps[0]).toMatchObject({ valueTemplate });
  });

  test("gives a reference to the variable, which can be assigned again", () => {
    const { steps } = recordFlow((flow) => {
      const total = flow.assign("start", "total", "0");
      flow.assign("add", total, plus(asNumber(total), 1));
    });
    expect(steps[1]).toMatchObject({
      variableKey: "total",
      valueTemplate: "${(_variables.total?number + 1)?c}",
    });
  });
});

describe("a loop", () => {
  test("holds its steps, which read the item by its name; loops nest", () => {
    const { steps } = recordFlow((flow) => {
      const { items } = flow.http("get", get).body;
      flow.forEach("outer", items, "item", (item) => {
        flow.assign("first", "v", item.id);
        flow.forEach("inner", item.parts, "part", (part) => void flow.assign("second", "v", part));
      });
      flow.assign("after", "v", "x");
    });
    expect(steps).toMatchObject([
      { name: "get" },
      {
        kind: "loop",
        name: "outer",
        collectionTemplate: "${_responses.get.body.items}",
        itemKey: "item",
        subSteps: [
          { name: "first", valueTemplate: "${item.id}" },
          {
            kind: "loop",
            name: "inner",
            collectionTemplate: "${item.parts}",
            itemKey: "part",
            subSteps: [{ name: "second", valueTemplate: "${part}" }],
          },
        ],
      },
      { name: "after" },
    ]);
  });
});

describe("guards", () => {
  const small = lessThan(card.count, 1);

  test("hold for every step inside, and for none after", () => {
    const conditions = conditionsOf((flow) => {
      flow.when(flag, () => {
        flow.assign("a", "v", "x");
        flow.assign("b", "v", "x", { run: always });
      });
      flow.assign("c", "v", "x");
    });
    expect(conditions).toEqual([
      ["a", "${flag?c}"],
      ["b", "${flag?c}"],
      ["c", SUCCESS],
    ]);
  });

  test("nest: the outer one is asked first, then the inner one, then the step's own", () => {
    const conditions = conditionsOf((flow) => {
      flow.when(flag, () => {
        flow.when(small, () => void flow.assign("a", "v", "x", { run: when(card.open) }));
        flow.assign("b", "v", "x");
      });
    });
    expect(conditions).toEqual([
      ["a", "${(flag && card.count lt 1 && card.open)?c}"],
      ["b", "${flag?c}"],
    ]);
  });

  test("around a loop guard the loop and not again its steps", () => {
    const conditions = conditionsOf((flow) => {
      flow.when(flag, () => {
        flow.forEach("loop", card.items, "item", () => void flow.assign("inside", "v", "x"));
        flow.assign("behind", "v", "x");
      });
    });
    expect(conditions).toEqual([
      ["loop", "${flag?c}", [["inside", SUCCESS]]],
      ["behind", "${flag?c}"],
    ]);
  });

  test("inside a loop do not leak out of it", () => {
    const conditions = conditionsOf((flow) => {
      flow.forEach("loop", card.items, "item", (item) => {
        flow.when(greaterThan(item.quantity, 0), () => void flow.assign("inside", "v", "x"));
      });
      flow.assign("behind", "v", "x");
    });
    expect(conditions).toEqual([
      ["loop", SUCCESS, [["inside", "${(item.quantity gt 0)?c}"]]],
      ["behind", SUCCESS],
    ]);
  });
});

describe("triggers", () => {
  test.each([
    ["a schedule", (flow: Flow) => flow.schedule(noon), { type: "SCHEDULED", schedule: noon }],
    ["a webhook", (flow: Flow) => flow.webhook("order-1"), { type: "WEBHOOK", path: "order-1" }],
    ["an event", (flow: Flow) => flow.event("incident"), { type: "EVENT", cardType: "incident" }],
  ])("%s starts the action", (_what, author, trigger) => {
    expect(recordFlow(author).trigger).toEqual(trigger);
  });

  test("two of them are refused, by name", () => {
    const author = (flow: Flow): void => {
      flow.schedule(noon);
      flow.webhook("x");
    };
    expect(() => recordFlow(author)).toThrow(AuthoringError);
    expect(() => recordFlow(author)).toThrow("two triggers: SCHEDULED and WEBHOOK");
  });
});

describe("variables", () => {
  test("are declared in order with their hints; the reference reads them", () => {
    const { variables } = recordFlow((flow) => {
      const declared = flow.variables({ user: variable("Who"), password: secretVariable("Its password") });
      expect(sourceOf(declared.user)).toBe("_variables.user");
      expect(sourceOf(declared.password)).toBe("_variables.password");
      flow.variables({ mail_to: variable("To whom") });
    });
    expect(variables).toEqual([
      { name: "user", value: "Who", secret: false },
      { name: "password", value: "Its password", secret: true },
      { name: "mail_to", value: "To whom", secret: false },
    ]);
  });

  test("declared twice are refused, by name", () => {
    const author = (flow: Flow): void => {
      flow.variables({ user: variable("Who") });
      flow.variables({ user: variable("Who else") });
    };
    expect(() => recordFlow(author)).toThrow(AuthoringError);
    expect(() => recordFlow(author)).toThrow("The variable user is declared twice.");
  });
});

test("findings are accepted for the whole action, each with its reason", () => {
  const { suppressions } = recordFlow((flow) => {
    flow.suppress("TA203", "a");
    flow.suppress("TA204", "b");
  });
  expect(suppressions).toEqual([
    { code: "TA203", reason: "a" },
    { code: "TA204", reason: "b" },
  ]);
});

test("recordings do not share anything", () => {
  const author = (flow: Flow): void => {
    flow.variables({ user: variable("Who") });
    flow.http("get", get);
  };
  const first = recordFlow(author);
  expect(recordFlow(author)).toEqual(first);
  expect(first.steps).toHaveLength(1);
});
