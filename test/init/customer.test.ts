import { format } from "prettier";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../src/actions/catalogue.js";
import {
  customerContent,
  customerText,
  newIdProblem,
  scheduleAnswersProblem,
  type CustomerAnswers,
} from "../../src/init/customer.js";
import type { JsonObject } from "../../src/model/json.js";
import { texts } from "../rehearsal/project.js";

const nothing: CustomerAnswers = { actions: [], schedule: {} };

function made(answers: Partial<CustomerAnswers>, inherited: JsonObject = {}, schema?: string): JsonObject {
  return customerContent({ ...nothing, ...answers }, { inherited, catalogue, texts, schema });
}

describe("the id of a new customer", () => {
  test.each(["../x", "CON", "a/b", "/etc/x", "", "manifest.json", "x".repeat(101)])("cannot be %j", (id) => {
    expect(newIdProblem(id, [], "customers")).toBeDefined();
  });

  test("cannot be that of another, nor differ from it in case only", () => {
    expect(newIdProblem("acme", ["acme"], "customers")?.message).toBe(
      "customers/acme.json is there already.",
    );
    expect(newIdProblem("ACME", ["acme"], "customers")?.message).toBe(
      'customers/acme.json is there already, and "ACME" differs from it only in case.',
    );
    expect(newIdProblem("acme-2", ["acme"], "customers")).toBeUndefined();
  });
});

describe("the file of a new customer", () => {
  test("builds what can be built without more being set", () => {
    expect(made({ actions: ["minimum-stock", "notify-operator-group"] })).toEqual({
      actions: { "minimum-stock": { targets: ["action"] }, "notify-operator-group": {} },
    });
  });

  test("says no targets where the base says them", () => {
    const ofAction = { actions: { "minimum-stock": { targets: ["action"] } } };
    expect(made({ actions: ["minimum-stock"] }, ofAction)).toEqual({ actions: { "minimum-stock": {} } });
    expect(made({ actions: ["minimum-stock"] }, { targets: ["action"] })).toEqual({
      actions: { "minimum-stock": {} },
    });
  });

  test("starts with the schema, and has the name in the head of the mails", () => {
    const content = made({ name: "Acme", language: "en", parent: "base" }, {}, "../schema.json");
    expect(Object.entries(content)).toEqual([
      ["$schema", "../schema.json"],
      ["name", "Acme"],
      ["extends", "base"],
      ["language", "en"],
      ["branding", { organisation: "Acme" }],
    ]);
  });

  test("has a time as a whole schedule, with what the action or the base says besides", () => {
    const schedule = { time: "07:30" };
    expect(made({ actions: ["minimum-stock"], schedule })).toMatchObject({
      actions: {
        "minimum-stock": {
          parameters: { schedule: { frequency: "DAILY", time: "07:30", timeZone: "Europe/Amsterdam" } },
        },
      },
    });
    const weekly = { frequency: "WEEKLY", days: ["MONDAY"], time: "06:00", timeZone: "Europe/London" };
    const base = { actions: { "minimum-stock": { parameters: { schedule: weekly } } } };
    expect(made({ parent: "base", schedule }, base)).toEqual({
      extends: "base",
      actions: { "minimum-stock": { parameters: { schedule: { ...weekly, time: "07:30" } } } },
    });
  });

  test("leaves actions alone that run at no time of the day", () => {
    const hourly = { frequency: "HOURLY", every: 2 };
    const base = {
      actions: { "minimum-stock": { parameters: { schedule: hourly } }, "notify-operator-group": {} },
    };
    expect(made({ schedule: { time: "07:30" } }, base)).toEqual({});
  });

  test.each(["ACTION", "😀"])("is laid out as Prettier does it, with a name like %j", async (name) => {
    const days = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
    for (const count of [1, 2, 5, 6, 7]) {
      const schedule = { frequency: "WEEKLY", days: days.slice(0, count), time: "06:00" };
      const base = { actions: { "minimum-stock": { parameters: { schedule } } } };
      const content = made(
        { name: `${name} "[\n]"`, actions: ["minimum-stock"], schedule: { time: "07:30" } },
        base,
      );
      const text = customerText(content);
      expect(JSON.parse(text)).toEqual(content);
      expect(text).toBe(await format(text, { parser: "json" }));
    }
    const flat = customerText(made({ actions: ["minimum-stock"] }));
    expect(flat).toBe(await format(flat, { parser: "json" }));
    expect(flat).toContain('"targets": ["action"]');
  });
});

test.each([
  [{ time: "24:00" }, /time "24:00" does not exist/],
  [{ time: "7:30" }, /time "7:30" does not exist/],
  [{ timeZone: "Europe/Nowhere" }, /time zone "Europe\/Nowhere" does not exist/],
])("a schedule cannot be %j", (schedule, message) => {
  expect(scheduleAnswersProblem(schedule)?.message).toMatch(message);
});
