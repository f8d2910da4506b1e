import { expect, test } from "vitest";
import { EXECUTION_CONDITIONS } from "../../src/model/step.js";
import { STATEMENTS } from "../../src/simulate/semantics.js";
import { readingsText } from "../../src/simulate/report/text-report.js";
import { INFERRED_READINGS } from "../../src/simulate/topdesk/inferred.js";

test("every reading is said once, in a sentence", () => {
  expect(new Set(STATEMENTS.map(({ about }) => about)).size).toBe(STATEMENTS.length);
  for (const { says } of STATEMENTS) expect(says).toMatch(/\.$/);
});

test("all four conditions are among them", () => {
  const text = STATEMENTS.map(({ says }) => says).join(" ");
  for (const condition of EXECUTION_CONDITIONS) expect(text).toContain(condition);
});

test("people are told how many readings nobody has confirmed", () => {
  const inferred = STATEMENTS.filter(({ evidence }) => evidence === "inferred").length;
  expect(inferred).toBeGreaterThan(0);
  expect(inferred).toBeLessThan(STATEMENTS.length);
  expect(readingsText({ inWords: "", isSimulated: true })).toBe(
    `Inferred: ${inferred} of ${STATEMENTS.length} readings of how TOPdesk runs an action, and ${INFERRED_READINGS.length} about the simulated TOPdesk; --json lists them.\n`,
  );
  expect(readingsText({ inWords: "", isSimulated: false })).not.toContain("simulated");
});
