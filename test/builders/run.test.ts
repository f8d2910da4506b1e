import { describe, expect, test } from "vitest";
import { lessThan, or } from "../../src/builders/operations.js";
import {
  afterSuccess,
  afterSuccessWhen,
  always,
  customConditionText,
  narrowed,
  when,
} from "../../src/builders/run.js";
import { onlyIf, text } from "../../src/builders/text.js";
import { card, flag } from "./sample-values.js";

const small = lessThan(card.count, 1);
const custom = "${(card.count lt 1)?c}";

describe("a step runs", () => {
  test.each([
    ["always", always, "ALWAYS", ""],
    ["after success", afterSuccess, "ONLY_WHEN_PREVIOUS_SUCCEEDED", ""],
    ["when a condition holds", when(small), "CUSTOM", custom],
    [
      "after success when a condition holds",
      afterSuccessWhen(small),
      "ONLY_WHEN_PREVIOUS_SUCCEEDED_AND_CUSTOM",
      custom,
    ],
    ["when a text prints true", when(text`${flag}`), "CUSTOM", "${flag?c}"],
    ["when a text with tags prints true", when(onlyIf(flag, text`true`)), "CUSTOM", "<#if flag>true</#if>"],
  ])("%s", (_when, run, executionCondition, condition) => {
    expect(run.executionCondition).toBe(executionCondition);
    expect(customConditionText(run)).toBe(condition);
  });
});

describe("narrowed by one more condition, it runs", () => {
  test.each([
    ["always becomes when", always, "CUSTOM", "${flag?c}"],
    [
      "after success stays after success",
      afterSuccess,
      "ONLY_WHEN_PREVIOUS_SUCCEEDED_AND_CUSTOM",
      "${flag?c}",
    ],
    ["both conditions must hold", when(small), "CUSTOM", "${(flag && card.count lt 1)?c}"],
    [
      "or is kept together",
      when(or(small, card.open)),
      "CUSTOM",
      "${(flag && (card.count lt 1 || card.open))?c}",
    ],
    [
      "both, after success",
      afterSuccessWhen(small),
      "ONLY_WHEN_PREVIOUS_SUCCEEDED_AND_CUSTOM",
      "${(flag && card.count lt 1)?c}",
    ],
    [
      "a text is printed only when it holds",
      when(text`${small}`),
      "CUSTOM",
      `<#if flag>${custom}<#else>false</#if>`,
    ],
  ])("%s", (_rule, run, executionCondition, condition) => {
    const narrower = narrowed(run, flag);
    expect(narrower.executionCondition).toBe(executionCondition);
    expect(customConditionText(narrower)).toBe(condition);
  });
});
