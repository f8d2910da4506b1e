// What a condition is said to ask for is what FreeMarker makes of it.
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "../../src/freemarker/parse.js";
import { render, type ModelValue } from "../../src/freemarker/evaluate/render.js";
import type { Comparison, Condition, Operand } from "../../src/explain/facts.js";
import { explainedValue } from "./explained.js";

type Model = Readonly<Record<string, ModelValue>>;

const values = fc.record({
  text: fc.option(fc.constantFrom("", "x", "xy", "0"), { nil: null }),
  other: fc.constantFrom("", "x", "yx"),
  number: fc.integer({ min: -2, max: 2 }),
  list: fc.array(fc.constant("i"), { maxLength: 3 }),
});

const simpleTest = fc.constantFrom(
  "text??",
  "text?has_content",
  "list?has_content",
  "other?has_content",
  'other == "x"',
  'other != ""',
  'other == ""',
  "number lt 1",
  "number lte 0",
  "(number > 0)",
  "number gte 2",
  "number == 1",
  "list?size gt 1",
  "list?size == 0",
  "other?length lt 2",
  '(text!"none") == "none"',
  '(text!"none") != "x"',
  'other?starts_with("x")',
  'other?ends_with("x")',
  'other?contains("y")',
  '(text!"") == ""',
  "true",
);

const expressions = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    simpleTest,
    tie("expression").map((inner) => `!(${inner})`),
    fc.tuple(tie("expression"), tie("expression")).map(([one, other]) => `(${one} && ${other})`),
    fc.tuple(tie("expression"), tie("expression")).map(([one, other]) => `(${one} || ${other})`),
  ),
})).expression;

const texts = fc.oneof(
  expressions.map((expression) => `\${(${expression})?c}`),
  expressions.map((expression) => `\${(${expression})?then("true", "false")}`),
  expressions.map((expression) => `\${(${expression})?string("true", "no")}`),
  expressions.map((expression) => `<#if ${expression.replaceAll(">", "gt")}>true<#else>false</#if>`),
  expressions.map((expression) => `<#if ${expression.replaceAll(">", "gt")}>no<#else>true</#if>`),
  fc
    .tuple(expressions, expressions)
    .map(([one, other]) => [one, other].map((expression) => expression.replaceAll(">", "gt")))
    .map(([one = "", other = ""]) => `<#if ${one}>true<#elseif ${other}>no<#else>true</#if>`),
);

function conditionIn(text: string): Condition {
  const step = { name: "a", executionCondition: "CUSTOM", customExecutionCondition: text };
  const value = { actionSequence: { structureName: "incident1", configuration: { steps: [step] } } };
  const run = explainedValue(value).steps[0]?.run;
  if (run?.kind !== "condition") throw new Error("the step has no condition");
  return run.condition;
}

function holds(condition: Condition, model: Model): boolean {
  switch (condition.kind) {
    case "all":
      return condition.parts.every((part) => holds(part, model));
    case "any":
      return condition.parts.some((part) => holds(part, model));
    case "compare": {
      const [left, right] = [worth(condition.left, model), worth(condition.right, model)];
      const isNumber = typeof left === "number";
      const compared = isNumber ? left - Number(right) : asText(left) === asText(right) ? 0 : 1;
      return COMPARED[condition.operator](compared);
    }
    case "filled": {
      const value = worth(condition.of, model);
      const isFilled = value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
      return isFilled !== condition.isNot;
    }
    case "exists":
      return (worth(condition.of, model) !== null) !== condition.isNot;
    case "blank":
      return ((worth(condition.of, model) ?? "") === "") !== condition.isNot;
    case "starts with":
      return (
        asText(worth(condition.of, model)).startsWith(asText(worth(condition.part, model))) !==
        condition.isNot
      );
    case "ends with":
      return (
        asText(worth(condition.of, model)).endsWith(asText(worth(condition.part, model))) !== condition.isNot
      );
    case "contains":
      return (
        asText(worth(condition.of, model)).includes(asText(worth(condition.part, model))) !== condition.isNot
      );
    case "constant":
      return condition.value;
    case "true":
    case "code":
      throw new Error(`not told in words: ${JSON.stringify(condition)}`);
  }
}

const COMPARED: Readonly<Record<Comparison, (difference: number) => boolean>> = {
  "==": (difference) => difference === 0,
  "!=": (difference) => difference !== 0,
  "<": (difference) => difference < 0,
  "<=": (difference) => difference <= 0,
  ">": (difference) => difference > 0,
  ">=": (difference) => difference >= 0,
};

/** Texts and numbers as text; nothing else is compared as text here. */
function asText(value: ModelValue): string {
  if (typeof value === "string" || typeof value === "number") return String(value);
  throw new Error("the value is no text");
}

function worth(operand: Operand, model: Model): ModelValue {
  switch (operand.kind) {
    case "source":
      return operand.source.kind === "card" ? (model[operand.source.field] ?? null) : null;
    case "literal":
      return operand.text;
    case "size": {
      const list = worth(operand.of, model);
      return Array.isArray(list) ? list.length : 0;
    }
    case "length":
      return asText(worth(operand.of, model)).length;
    case "default":
      return worth(operand.of, model) ?? worth(operand.fallback, model);
    case "code":
      throw new Error(`not told in words: ${operand.code}`);
  }
}

test("a condition in words holds exactly when the condition in the file prints true", () => {
  let told = 0;
  fc.assert(
    fc.property(texts, values, (text, model) => {
      const condition = conditionIn(text);
      if (JSON.stringify(condition).includes('"kind":"code"')) return;
      const result = render(parse(text).template, { model });
      if (!result.ok) return;
      told += 1;
      expect(holds(condition, model), `${text}: ${JSON.stringify(condition)}`).toBe(
        result.output.trim() === "true",
      );
    }),
    { numRuns: 400 },
  );
  expect(told).toBeGreaterThan(250);
});
