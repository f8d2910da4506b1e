import { expect, test } from "vitest";
import { minimumStock } from "../../src/actions/minimum-stock/index.js";
import type { JsonObject } from "../../src/model/json.js";
import { unusedOwnTexts } from "../../src/text/unused-own-texts.js";
import { library } from "../rehearsal/project.js";

/** The findings about one text of a customer with this language, who builds minimum-stock with these parameters. */
function findings(path: string, language: "nl" | "en" | "de" | undefined, parameters: JsonObject = {}) {
  const action = {
    definition: minimumStock,
    targets: ["action"],
    parameters,
    variables: {},
    patch: [],
  } as const;
  const textFiles = new Map([[path, `customers/acme/${path}`]]);
  const customer = { id: "acme", name: "Acme", language, branding: {}, texts: new Map<string, string>() };
  return unusedOwnTexts({ ...customer, actions: [action], textFiles }, [path], library);
}

test("a text in the language of the customer, of an action, or by default is used", () => {
  expect(findings("minimum-stock/mail.de.hbs", "de")).toEqual([]);
  expect(findings("minimum-stock/mail.en.hbs", "de", { language: "en" })).toEqual([]);
  expect(findings("minimum-stock/mail.nl.hbs", undefined)).toEqual([]);
  expect(findings("guide/guide.de.hbs", "de")).toEqual([]);
});

test("a text in another language is an error at the text", () => {
  expect(findings("minimum-stock/mail.de.hbs", "en", { language: "en" })).toMatchObject([
    { code: "TA512", severity: "error", file: "customers/acme/minimum-stock/mail.de.hbs" },
  ]);
});

test("a text of an action that is not built is an error, which says so", () => {
  const [found] = findings("notify-operator-group/mail.en.hbs", "en");
  expect(found?.hint).toContain("Build notify-operator-group for this customer");
});
