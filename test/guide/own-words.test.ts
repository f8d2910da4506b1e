import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../src/customers/customer.js";
import { guideOf } from "../../src/guide/guide.js";
import { TextError } from "../../src/text/handlebars-texts.js";
import { library } from "../rehearsal/project.js";
import { sampleGuide, sampleRequest } from "./sample-request.js";

describe("a customer's own words", () => {
  const request = sampleRequest({ customer: { language: "en" } });

  test("stand in place of those of the package", () => {
    const overrides = new Map([
      ["minimum-stock/guide-prepare.en.hbs", "### Ask Ann\n\n- [ ] Ask {{organisation}}.\n"],
    ]);
    const { markdown } = guideOf({ ...request, overrides });
    expect(markdown).toContain("### Ask Ann\n\n- [ ] Ask Default.");
    expect(markdown).not.toContain("The stockrooms");
  });

  test("may use the parameters of the action", () => {
    const overrides = new Map([["guide/back.en.hbs", "{{code minimumField}}{{#if countBulkItems}}!{{/if}}"]]);
    expect(guideOf({ ...request, overrides }).markdown).toContain("## 7. Go back\n\n`minimale-voorraad`\n");
  });

  test.each([
    ["an unknown value", "a\n{{organization}}", 2, "it uses {{organization}}, which has no value here."],
    [
      "an unknown condition in a part that is left out",
      "{{#if isPlain}}\n{{#if isPlan}}x{{/if}}{{/if}}",
      2,
      "it uses {{isPlan}}",
    ],
    ["a value of a list outside of the list", "a\n\n{{listName}}", 3, '"listName" not defined'],
    ["a tag that does not end", "a\n{{#if isPlain}", 2, "it cannot be read at:"],
  ])("name file and line of %s", (_what, source, line, message) => {
    const overrides = new Map([["guide/back.en.hbs", source]]);
    let found: unknown;
    try {
      guideOf({ ...request, overrides });
    } catch (error) {
      found = error;
    }
    if (!(found instanceof TextError)) throw new Error("no mistake was found");
    expect(found).toMatchObject({ file: "guide/back.en.hbs", line });
    expect(found.message).toContain(message);
  });
});

describe("the texts of the package", () => {
  test("are there in every language", () => {
    const files = [...library.keys()].filter((path) => path.startsWith("guide/") || path.includes("/guide-"));
    const names = new Set(files.map((path) => path.replace(/\.(?:nl|en|de)\.hbs$/, "")));
    const missing = [...names].flatMap((name) =>
      LANGUAGES.map((language) => `${name}.${language}.hbs`).filter((path) => !library.has(path)),
    );
    expect(missing).toEqual([]);
  });

  test.each(LANGUAGES)("in %s leave no gap and no mark of a template behind", (language) => {
    const guide = sampleGuide({ customer: { language } }).markdown;
    expect(guide).not.toMatch(/\{\{|\}\}|undefined|\[object|\n{3}|[ \t]\n/);
  });
});
