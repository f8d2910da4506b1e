// test/golden/explain/<case>/action.json is explained; written.json says in which languages and formats. What comes out
// lies beside them. Refresh with npm run golden:update, and look at the difference.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { written } from "../../src/cli/explain/explain.js";
import type { EXPLAIN_FORMATS } from "../../src/cli/commands/explain.js";
import type { Language } from "../../src/customers/customer.js";
import { library } from "../rehearsal/project.js";
import { explained } from "./explained.js";

const root = new URL("../golden/explain/", import.meta.url);

interface Written {
  readonly language: Language;
  readonly format: (typeof EXPLAIN_FORMATS)[number];
}

const ENDINGS = { text: "txt", markdown: "md", html: "html", json: "json" } as const;

describe.each(readdirSync(root))("the explanation of %s", (name) => {
  const folder = new URL(`${name}/`, root);
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- written for this test
  const runs: readonly Written[] = JSON.parse(readFileSync(new URL("written.json", folder), "utf8"));
  const explanation = explained(readFileSync(new URL("action.json", folder), "utf8"));

  test.each(runs)("in $language as $format", async ({ language, format }) => {
    const file = new URL(`${language}.${ENDINGS[format]}`, folder).pathname;
    await expect(written(explanation, language, format, library)).toMatchFileSnapshot(file);
  });
});

test("every language and every format is shown at least once", () => {
  const shown = readdirSync(root).flatMap((name) => readdirSync(new URL(`${name}/`, root)));
  for (const file of [
    "nl.txt",
    "en.txt",
    "de.txt",
    "nl.md",
    "en.md",
    "de.md",
    "nl.html",
    "de.html",
    "en.json",
  ])
    expect(shown).toContain(file);
});
