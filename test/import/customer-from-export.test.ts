import { describe, expect, test } from "vitest";
import { catalogue } from "../../src/actions/catalogue.js";
import { makeAction } from "../../src/dist/make.js";
import { customerFromExport } from "../../src/import/customer-from-export.js";
import { isJsonObject, parseJson, type JsonObject } from "../../src/model/json.js";
import type { TargetId } from "../../src/model/action.js";
import { definitionOf, texts } from "../rehearsal/project.js";

/** What an action builds, as somebody exports it again some day. */
function exportOf(id: string, target: TargetId, parameters: JsonObject = {}): string {
  const request = { definition: definitionOf(id), target, parameters, customer: "x" };
  const [file] = makeAction(request, { texts, exportDate: 1_800_000_000_000 }).files;
  if (file === undefined) throw new Error("not built");
  return file.content;
}

function customerOf(id: string, text: string) {
  const value = parseJson(text);
  if (!isJsonObject(value)) throw new Error("not an object");
  const result = customerFromExport(value, { id: "acme", definition: definitionOf(id), catalogue, texts });
  if (result.kind === "failed") throw new Error(result.message);
  return result.value;
}

const stock = (action: JsonObject) => ({ actions: { "minimum-stock": { targets: ["action"], ...action } } });

describe("an export of our own action becomes the smallest customer's file", () => {
  test("nothing but the action, when nothing was changed but the day of the export", () => {
    expect(customerOf("minimum-stock", exportOf("minimum-stock", "action"))).toEqual(stock({}));
  });

  test.each<readonly [string, JsonObject]>([
    [
      "a schedule",
      { schedule: { frequency: "WEEKLY", days: ["MONDAY"], time: "07:00", timeZone: "Europe/Berlin" } },
    ],
    ["a field", { minimumField: "min-2" }],
    ["a language", { language: "en" }],
    ["plain text", { mailFormat: "text" }],
    ["bulk items, at or below", { countBulkItems: true, short: "atOrBelow" }],
    [
      "all at once",
      { language: "de", minimumField: "mindestbestand", onlyOperational: true, short: "atOrBelow" },
    ],
  ])("parameters, for %s", (_what, parameters) => {
    expect(customerOf("minimum-stock", exportOf("minimum-stock", "action", parameters))).toEqual(
      stock({ parameters }),
    );
  });

  test("a list of ids, for the target that needs one", () => {
    const parameters = { assetTypes: ["00000000-0000-4000-8000-000000000001"] };
    const text = exportOf("minimum-stock", "action-plain", parameters);
    expect(customerOf("minimum-stock", text)).toEqual({
      actions: { "minimum-stock": { targets: ["action-plain"], parameters } },
    });
  });

  test("values and hints of variables", () => {
    const text = exportOf("minimum-stock", "action")
      .replace(/The email address that the mail is sent from[^"]*/, "stock@acme.example")
      .replace(/The email address that receives the mail[^"]*/, "Who orders new stock");
    expect(customerOf("minimum-stock", text)).toEqual(
      stock({
        variables: { mail_from: { value: "stock@acme.example" }, mail_to: { hint: "Who orders new stock" } },
      }),
    );
  });

  test("a patch, for what no parameter says", () => {
    const text = exportOf("minimum-stock", "action").replace(
      '"name": "start_short_stocks",',
      '"name": "start_list",',
    );
    const path = "/action/configuration/steps/2/name";
    const reason = expect.stringContaining("By hand in TOPdesk") as string;
    expect(customerOf("minimum-stock", text)).toEqual(
      stock({ patch: [{ op: "replace", path, value: "start_list", reason }] }),
    );
  });

  test("a patch for one of its card types", () => {
    const text = exportOf("notify-operator-group", "action-sequence").replace(
      /priority\\": 2/,
      'priority\\": 1',
    );
    expect(JSON.stringify(customerOf("notify-operator-group", text))).toContain(
      "/actionSequence/configuration/steps/0/body",
    );
  });
});

test("an export of another action is refused, with what to do", () => {
  const value = parseJson('{"action":{"name":"x","configuration":{"steps":[]}}}');
  if (!isJsonObject(value)) throw new Error("not an object");
  const question = { id: "acme", catalogue, texts };
  const wrongRoot = customerFromExport(value, {
    ...question,
    definition: definitionOf("notify-operator-group"),
  });
  const other = customerFromExport(value, { ...question, definition: definitionOf("minimum-stock") });
  expect(wrongRoot).toMatchObject({
    kind: "failed",
    hint: expect.stringContaining("Check --action") as string,
  });
  expect(other).toMatchObject({
    kind: "failed",
    message: expect.stringContaining("little in common") as string,
  });
});
