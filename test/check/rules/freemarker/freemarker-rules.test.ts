import { format, resolveConfig } from "prettier";
import { describe, expect, test } from "vitest";
import { CODES } from "../../../../src/check/codes.js";
import { freemarkerRules } from "../../../../src/check/rules/freemarker/index.js";
import { codesOf } from "./codes-of.js";
import { rulesPage } from "./rules-page.js";

describe.each(freemarkerRules)("$code $explanation", ({ code, bad, good }) => {
  test.each(bad)("finds exactly what is wrong with bad sample %#", (sample) => {
    expect([...new Set(codesOf(sample))]).toEqual([code]);
  });

  test.each(good)("is content with good sample %#", (sample) => {
    expect(codesOf(sample)).toEqual([]);
  });
});

test("rules are in the order of their codes, one a code, and no FreeMarker code is without one", () => {
  const codes = freemarkerRules.map(({ code }) => code);
  expect(codes).toEqual(Object.keys(CODES).filter((code) => code.startsWith("TA3")));
});

test("docs/rules.md is what the rules say (npm run golden:update writes it)", async () => {
  const page = new URL("../../../../docs/rules.md", import.meta.url).pathname;
  const text = await format(rulesPage(), { ...(await resolveConfig(page)), parser: "markdown" });
  await expect(text).toMatchFileSnapshot(page);
});
