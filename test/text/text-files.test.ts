import { describe, expect, test } from "vitest";
import { findText, knownTexts, unusedTexts } from "../../src/text/text-files.js";
import { library } from "../rehearsal/project.js";

const LANGUAGES = ["nl", "en", "de"];

describe("a text is taken from", () => {
  const files = (...paths: readonly string[]) => new Map(paths.map((path) => [path, path]));

  test.each<[string, readonly string[], readonly string[], string]>([
    ["the action's folder before the shared one", ["a/x.hbs", "shared/x.nl.hbs"], [], "a/x.hbs"],
    ["its language before all languages", ["a/x.hbs", "a/x.nl.hbs"], [], "a/x.nl.hbs"],
    ["the customer before the package", ["a/x.nl.hbs"], ["a/x.nl.hbs"], "a/x.nl.hbs"],
    ["the customer, even for all languages", ["a/x.nl.hbs"], ["a/x.hbs"], "a/x.hbs"],
    ["the shared folder of the customer", ["shared/x.hbs"], ["shared/x.hbs"], "shared/x.hbs"],
  ])("%s", (_where, packaged, own, expected) => {
    const found = findText(files(...packaged), files(...own), "a", "x", "nl");
    expect(found).toMatchObject({ path: expected, own: own.length > 0 });
  });

  test("nowhere when there is none", () => {
    expect(findText(files("b/x.hbs", "a/x.en.hbs"), new Map(), "a", "x", "nl")).toBeUndefined();
  });
});

describe("the texts that a customer may write", () => {
  test("are those of its actions and the shared ones, in each language or for all", () => {
    const known = knownTexts(library, ["minimum-stock"], LANGUAGES);
    expect(known).toContain("minimum-stock/mail.de.hbs");
    expect(known).toContain("minimum-stock/mail.hbs");
    expect(known).toContain("minimum-stock/row.nl.hbs");
    expect(known).toContain("shared/layout.hbs");
    expect([...known].filter((path) => path.startsWith("notify-operator-group/"))).toEqual([]);
  });

  const unused = (path: string) => unusedTexts([path], library, ["minimum-stock"], LANGUAGES);

  test.each(["minimum-stock/mail.nl.hbs", "minimum-stock/mail.hbs", "shared/automatic.de.hbs"])(
    "%s is used",
    (path) => {
      expect(unused(path)).toEqual([]);
    },
  );

  test.each([
    ["minimum-stock/mial.nl.hbs", 'Did you mean "minimum-stock/mail.nl.hbs"?'],
    ["minimumstock/mail.nl.hbs", 'Did you mean "minimum-stock/mail.nl.hbs"?'],
    ["minimum-stock/mail.nl.html", 'Did you mean "minimum-stock/mail.nl.hbs"?'],
    ["minimum-stock/mail.fr.hbs", 'Did you mean "minimum-stock/mail.'],
    [
      "notify-operator-group/mail.nl.hbs",
      "Build notify-operator-group for this customer, or remove the file.",
    ],
    ["minimum-stock/something-else-altogether.nl.hbs", "The texts of minimum-stock are: description, "],
    ["elsewhere/completely-different.hbs", "Put it into the folder of an action: minimum-stock, shared."],
  ])("%s is used by no action", (path, hint) => {
    const [found] = unused(path);
    expect(found).toMatchObject({ path, message: "No action of this customer uses this text." });
    expect(found?.hint).toContain(hint);
  });

  test("a text in a language that nothing is built in is used by no action", () => {
    const [found] = unusedTexts(["minimum-stock/mail.de.hbs"], library, ["minimum-stock"], ["nl"]);
    expect(found?.hint).toContain("Its language is none in which anything is built for this customer.");
  });
});
