import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/model/json.js";
import { builtCustomer } from "./build-customer.js";

const root = new URL("../../", import.meta.url).pathname;
const ids = readdirSync(`${root}customers`)
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.slice(0, -".json".length));

test.each(ids)("%s has no mistakes, and its files pass every check", async (id) => {
  const { diagnostics, findings } = await builtCustomer(root, id);
  expect(diagnostics).toEqual([]);
  expect(findings).toEqual([]);
});

async function stockOf(id: string): Promise<JsonObject> {
  const { files } = await builtCustomer(root, id);
  const file = files.get("minimum-stock.action");
  if (file === undefined) throw new Error("not built");
  return file;
}

const variable = (name: string, value: string) => expect.arrayContaining([{ name, value }]) as unknown;

describe("the samples", () => {
  test("share a base, which is not built itself", async () => {
    const { isBase, files } = await builtCustomer(root, "sample-base");
    expect(isBase).toBe(true);
    expect(files.size).toBe(0);
  });

  test("a Dutch school: every day before the lessons, in Dutch, without the base's bulk items", async () => {
    const { customer, files } = await builtCustomer(root, "sample-school");
    expect([...files.keys()]).toEqual(["minimum-stock.action", "notify-operator-group.action-sequence"]);
    expect(customer.branding).toEqual({
      organisation: "Voorbeeldcollege",
      accentColor: "#b3261e",
      signature: "ICT-balie, lokaal 0.12\nTOPdesk",
    });
    const file = await stockOf("sample-school");
    expect(file).toMatchObject({
      action: {
        name: "Minimumvoorraad bewaken",
        trigger: { schedule: { frequency: "DAILY", time: "07:45", timeZone: "Europe/Amsterdam" } },
        configuration: {
          variables: variable("topdesk_user", "Operator (API-STOCK)"),
        },
      },
    });
    expect(JSON.stringify(file)).not.toContain("get_bulk_items");
  });

  test("a German municipality: weekly, and short already at the minimum", async () => {
    const file = await stockOf("sample-municipality");
    expect(file).toMatchObject({
      action: {
        trigger: {
          schedule: { frequency: "WEEKLY", days: ["MONDAY"], time: "07:00", timeZone: "Europe/Berlin" },
        },
        configuration: { variables: variable("mail_to", "it-lager@musterhausen.example") },
      },
    });
    const text = JSON.stringify(file);
    expect(text).toContain("mindestbestand");
    expect(text).toContain("get_bulk_items");
    expect(text).toContain("lte _variables.minimum");
  });

  test("an English hospital: its own words in the mail, and an incident after it", async () => {
    const file = await stockOf("sample-hospital");
    const text = JSON.stringify(file);
    expect(text).toContain("Medical equipment: please restock");
    expect(text).toContain(
      "These rooms hold less equipment than they must. An incident is logged for this mail.",
    );
    expect(file).toMatchObject({
      action: {
        configuration: {
          steps: expect.arrayContaining([expect.objectContaining({ name: "log_incident" })]) as unknown,
        },
      },
    });
    expect(text.indexOf('"name":"send_mail"')).toBeLessThan(text.indexOf('"name":"log_incident"'));
  });
});
