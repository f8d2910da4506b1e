import { describe, expect, test } from "vitest";
import { defineAction } from "../../src/builders/define-action.js";
import { flagParameter, listParameter, textParameter } from "../../src/builders/parameter.js";
import { scheduleParameter } from "../../src/builders/schedule-parameter.js";
import { daily } from "../../src/builders/schedule.js";
import type { CustomerFile } from "../../src/customers/customer-file.js";
import { withInherited } from "../../src/customers/inherit.js";
import { readCustomer } from "../../src/customers/read.js";
import type { JsonObject } from "../../src/model/json.js";

const valueOf = (parent: JsonObject | undefined, child: JsonObject) => withInherited(parent, child).value;

describe("a file has what its parent has", () => {
  test("and its own keys win, object by object", () => {
    const parent = { branding: { organisation: "A", accentColor: "#000000" }, language: "nl" };
    expect(valueOf(parent, { branding: { organisation: "B" } })).toEqual({
      branding: { organisation: "B", accentColor: "#000000" },
      language: "nl",
    });
  });

  test("but not what the parent says of itself", () => {
    const parent = { $schema: "x", name: "Base", abstract: true, extends: "y", language: "nl" };
    expect(valueOf(parent, { extends: "base" })).toEqual({ language: "nl", extends: "base" });
  });

  test("without what it takes away with null", () => {
    expect(
      valueOf({ language: "nl", actions: { a: {}, b: {} } }, { language: null, actions: { a: null } }),
    ).toEqual({
      actions: { b: {} },
    });
  });

  test("the value of a parameter is one value, whatever it is made of", () => {
    const weekly = { frequency: "WEEKLY", days: ["MONDAY"], time: "07:00" };
    const parent = { actions: { a: { parameters: { schedule: weekly, other: 1 } } } };
    const child = { actions: { a: { parameters: { schedule: { frequency: "DAILY", time: "08:00" } } } } };
    expect(valueOf(parent, child)).toEqual({
      actions: { a: { parameters: { schedule: { frequency: "DAILY", time: "08:00" }, other: 1 } } },
    });
  });

  test("a list is replaced as a whole", () => {
    expect(valueOf({ targets: ["action"] }, { targets: ["action-plain"] })).toEqual({
      targets: ["action-plain"],
    });
  });

  test("without a parent null is a value like any other", () => {
    expect(valueOf(undefined, { targets: null })).toEqual({ targets: null });
  });
});

describe("{{parent}}", () => {
  test("in a text is the parent's text, as often as it stands there", () => {
    const parent = { branding: { signature: "$& IT" } };
    expect(valueOf(parent, { branding: { signature: "{{parent}} / {{ parent }}" } })).toEqual({
      branding: { signature: "$& IT / $& IT" },
    });
  });

  test("alone is the parent's value, whatever it is", () => {
    const parent = { actions: { a: { parameters: { schedule: { time: "07:00" }, n: 3 } } } };
    const child = {
      actions: {
        a: { parameters: { n: "{{parent}}", schedule: { frequency: "DAILY", time: "{{parent}}" } } },
      },
    };
    expect(valueOf(parent, child)).toEqual({
      actions: { a: { parameters: { n: 3, schedule: { frequency: "DAILY", time: "07:00" } } } },
    });
  });

  test("as an item of a list stands for the parent's items", () => {
    expect(valueOf({ targets: ["a", "b"] }, { targets: ["x", "{{parent}}", "y"] })).toEqual({
      targets: ["x", "a", "b", "y"],
    });
  });

  test("of a name is the parent's name, which is not inherited by itself", () => {
    expect(valueOf({ name: "North" }, { name: "{{parent}}, location 2" })).toEqual({
      name: "North, location 2",
    });
  });

  test.each<readonly [JsonObject | undefined, JsonObject, RegExp]>([
    [undefined, { name: "{{parent}}" }, /no parent has a value/],
    [{}, { name: "{{parent}}" }, /no parent has a value/],
    [{ name: "x" }, { targets: ["{{parent}}"] }, /no parent has a value/],
    [{ targets: "x" }, { targets: ["{{parent}}"] }, /no parent has a value/],
    [{ name: { a: 1 } }, { name: "my {{parent}}" }, /no text/],
    [{ name: "x" }, { name: "my {{parnet}}" }, /\{\{parnet\}\} has no meaning here/],
  ])("that nothing answers is a problem: %j, %j", (parent, child, message) => {
    const { problems } = withInherited(parent, child);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(message);
  });
});

const count = defineAction({
  id: "count",
  revision: "2024-02-29",
  parameters: {
    exactly: flagParameter({ description: "Exactly.", default: false }),
    names: listParameter({
      description: "Names.",
      default: [],
      item: textParameter({ description: "Name.", default: "a", pattern: /^[a-z]$/, expected: "a letter" }),
    }),
    schedule: scheduleParameter({
      description: "When.",
      default: daily({ at: "12:00", timeZone: "Europe/Amsterdam" }),
    }),
  },
  targets: ["action"],
  language: () => "nl",
  body: { record: () => undefined },
});

function file(id: string, value: JsonObject): CustomerFile {
  return { id, name: `customers/${id}.json`, text: JSON.stringify(value, null, 2), value };
}

function readWith(value: JsonObject, ...ancestors: readonly CustomerFile[]) {
  const own = file("acme", value);
  return readCustomer("acme", value, own.name, [count], { text: own.text, ancestors });
}

const settings = (parameters: JsonObject) => ({ actions: { count: { parameters } } });

describe("a customer that extends others", () => {
  test("has the nearest value over several levels", () => {
    const top = file("top", settings({ exactly: true, names: ["a"] }));
    const middle = file("middle", settings({ names: ["{{parent}}", "b"] }));
    const { customer, diagnostics } = readWith(settings({ names: ["{{parent}}", "c"] }), middle, top);
    expect(diagnostics).toEqual([]);
    expect(customer.actions[0]?.parameters).toEqual({ exactly: true, names: ["a", "b", "c"] });
  });

  test("may inherit what no action uses", () => {
    const base = file("base", {
      variables: { nobody: { hint: "x" } },
      actions: {
        elsewhere: { parameters: {} },
        count: { parameters: { unheard: 1 }, variables: { of: { hint: "x" } } },
      },
    });
    const { customer, diagnostics } = readWith({ extends: "base" }, base);
    expect(diagnostics).toEqual([]);
    expect(customer.actions).toMatchObject([{ definition: count, parameters: {} }]);
  });

  test("has mistakes of its own told in its own file", () => {
    const base = file("base", settings({ exactly: true }));
    expect(readWith(settings({ exactyl: null }), base).diagnostics).toMatchObject([
      { code: "TA503", file: "customers/acme.json", line: 5, column: 9, hint: 'Did you mean "exactly"?' },
    ]);
  });

  test("has an inherited mistake told where it was written", () => {
    const base = file("base", settings({ names: ["a", "?"] }));
    const { customer, diagnostics } = readWith({}, file("middle", {}), base);
    expect(diagnostics).toMatchObject([
      { code: "TA504", file: "customers/base.json", pointer: "/actions/count/parameters/names/1", line: 7 },
    ]);
    expect(customer.actions).toEqual([]);
  });

  test("has a mistake among the parent's and its own items told at the list", () => {
    const base = file("base", settings({ names: ["a", "b"] }));
    expect(readWith(settings({ names: ["{{parent}}", "?"] }), base).diagnostics).toMatchObject([
      { code: "TA504", file: "customers/acme.json", pointer: "/actions/count/parameters/names" },
    ]);
  });

  test("is told what it asks of a parent in vain", () => {
    expect(
      readWith({ ...settings({ names: ["{{parent}}"] }), extends: "base" }, file("base", {})).diagnostics,
    ).toMatchObject([{ code: "TA506", severity: "error", file: "customers/acme.json", line: 6 }]);
  });
});
