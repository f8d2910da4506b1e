import { describe, expect, test } from "vitest";
import {
  actionFiles,
  actionIdProblem,
  actionNameProblem,
  configFor,
  constantOf,
  usualName,
  type ActionAnswers,
} from "../../src/init/action.js";
import { skeleton } from "./skeleton.js";

const answers: ActionAnswers = {
  id: "stuck-assets",
  name: "Stuck assets",
  language: "de",
  day: "2031-02-03",
  templates: "templates",
};

function contentOf(path: string, given: ActionAnswers): string {
  return actionFiles(skeleton, given).find((file) => file.path === path)?.content ?? "";
}

describe("the id of a new action", () => {
  test.each(["impacted-assets", "a", "url", "a-1"])("can be %s", (id) => {
    expect(actionIdProblem(id, ["minimum-stock"])).toBeUndefined();
  });

  test.each([
    ["", /cannot be the id/],
    ["../x", /cannot be the id/],
    ["a/b", /cannot be the id/],
    ["/tmp/x", /cannot be the id/],
    ["Stuck", /cannot be the id/],
    ["a".repeat(61), /cannot be the id/],
    ["con", /name of a device/],
    ["shared", /texts of all actions/],
    ["guide", /texts of all actions/],
    ["minimum-stock", /There is an action "minimum-stock" already/],
  ])("cannot be %j", (id, message) => {
    expect(actionIdProblem(id, ["minimum-stock"])?.message).toMatch(message);
  });
});

describe("the name of a new action", () => {
  test.each(["Stuck assets", "Bestände < 5 & ${more}"])("can be %j", (name) => {
    expect(actionNameProblem(name)).toBeUndefined();
  });

  test.each(["", " ", "two\nlines", "a {{value}}"])("cannot be %j", (name) => {
    expect(actionNameProblem(name)?.hint).toMatch(/^Write /);
  });

  test("is the id in words when nobody says", () => {
    expect(usualName("stuck-assets")).toBe("Stuck assets");
  });
});

describe("the files of a new action", () => {
  test("are the steps, and its texts in every language", () => {
    const paths = actionFiles(skeleton, answers).map(({ path }) => path);
    const texts = ["name", "description", "subject", "preheader", "mail", "mail-text"].flatMap((name) =>
      ["nl", "en", "de"].map((language) => `templates/stuck-assets/${name}.${language}.hbs`),
    );
    expect(paths.sort()).toEqual(["actions/stuck-assets.ts", ...texts].sort());
  });

  test("hold the id, the day and the language, and nothing of the skeleton's own", () => {
    const source = contentOf("actions/stuck-assets.ts", answers);
    expect(source).toContain('id: "stuck-assets"');
    expect(source).toContain('revision: "2031-02-03"');
    expect(source).toContain('{ ...mailParameters.language, default: "de" }');
    expect(source).toContain("export const stuckAssets =");
    expect(source).toContain("templates/stuck-assets/");
    const all = [...actionFiles(skeleton, answers), configFor(skeleton, answers)];
    for (const { path, content } of all) expect(content, path).not.toMatch(/my-?action/i);
  });

  test("hold the name in every language, whatever is in it", () => {
    const name = "Bestände $& ${x}";
    for (const language of ["nl", "en", "de"]) {
      expect(contentOf(`templates/stuck-assets/name.${language}.hbs`, { ...answers, name })).toBe(
        `${name}\n`,
      );
    }
  });

  test("go to the folder of texts that the config names", () => {
    const files = actionFiles(skeleton, { ...answers, templates: "words" });
    expect(files.map(({ path }) => path)).toContain("words/stuck-assets/mail.nl.hbs");
    expect(contentOf("actions/stuck-assets.ts", { ...answers, templates: "words" })).toContain(
      "in words/stuck-assets/,",
    );
  });
});

describe("the constant of a new action", () => {
  test.each([
    ["stuck-assets", "stuckAssets"],
    ["my-action", "myAction"],
    ["a-1", "a1"],
    // A word of TypeScript, and two that the file uses itself.
    ["delete", "deleteAction"],
    ["url", "urlAction"],
    ["greater-than", "greaterThanAction"],
    ["define", "defineSteps"],
  ])("of %s is %s", (id, constant) => {
    expect(constantOf(id, skeleton)).toBe(constant);
  });
});
