import { describe, expect, test } from "vitest";
import { situationsAmong } from "../../../../src/check/rules/freemarker/flow/situations.js";
import { core, isJsonSafe } from "../../../../src/check/rules/freemarker/escaping.js";
import { jsonContexts } from "../../../../src/check/rules/freemarker/json-context.js";
import { kindOf } from "../../../../src/check/rules/freemarker/kind-of.js";
import { branchCount, rendered } from "../../../../src/check/rules/freemarker/rendered.js";
import { inAssignment, inBody, inCondition, inUrl } from "../../../../src/check/rules/freemarker/sample.js";
import { parse } from "../../../../src/freemarker/parse.js";
import type { Element, Expression, If } from "../../../../src/freemarker/tree.js";
import { walk } from "../../../../src/freemarker/walk.js";
import { findingsOf } from "./codes-of.js";

const times = (count: number, text: string, between = "") => Array(count).fill(text).join(between);

/** Texts that nobody writes, but that a file may hold. */
const TEXTS: Readonly<Record<string, string>> = {
  "an expression in 2,000 round brackets": `\${${times(2000, "(")}naam${times(2000, ")")}}`,
  "a sum of 5,000 terms": `\${${times(5000, "korteomschrijving", " + ")}}`,
  "a sum of 200,000 characters": `\${${times(50_000, "a", " + ")}}`,
  "5,000 tests with &&": `<#if ${times(5000, "a??", " && ")}>\${korteomschrijving}</#if>`,
  "5,000 tests with ||": `<#if ${times(5000, "a??", " || ")}>\${korteomschrijving}</#if>`,
  "2,000 directives in each other": `${times(2000, "<#if a??>")}\${korteomschrijving}${times(2000, "</#if>")}`,
  "2,000 lists in each other": `${times(2000, "<#list a as b>")}x${times(2000, "</#list>")}`,
  "30 lists with separators in each other": `${times(30, "<#list a as b>x")}${times(30, "<#sep>,</#sep></#list>")}`,
  "5,000 branches": `<#if a??>1${times(5000, "<#elseif b??>${korteomschrijving}")}</#if>`,
  "20,000 built-ins in a row": `\${naam${times(20_000, "?trim")}}`,
  "20,000 keys in a row": `\${_responses.a.body${times(20_000, ".b")}}`,
  "8,000 guarded paths": times(8000, "${_responses.a.body.b.c!}"),
  "10,000 assignments": `${times(10_000, "<#assign a = a! + 1>")}\${a}`,
  "12,000 directives after each other": times(12_000, "<#if a??>b</#if>"),
  "a line of 200,000 characters": `{"a": "${times(200_000, "x")}\${naam}"}`,
  "30,000 quotes": times(30_000, '"${a}'),
};

describe.each(Object.entries(TEXTS))("%s", (_, text) => {
  test.each([
    ["a value", inAssignment(text)],
    ["a URL", inUrl(text)],
    ["a body", inBody(text)],
    ["a body that is not escaped", inBody(text, false)],
    ["a condition", inCondition(text)],
  ])(
    "is checked in time as %s",
    (__, sample) => {
      expect(Array.isArray(findingsOf(sample))).toBe(true);
    },
    5000,
  );
});

/** A tree deeper than the parser makes: rules must not depend on its limit. */
const DEEP = 20_000;
const { span } = parse("${a}").template.body[0] ?? { span: undefined };

function deepExpression(wrap: (inner: Expression) => Expression): Expression {
  if (span === undefined) throw new Error("nothing was parsed");
  let inner: Expression = { kind: "variable", name: "a", span };
  for (let depth = 0; depth < DEEP; depth += 1) inner = wrap(inner);
  return inner;
}

function deepContent(wrap: (body: readonly Element[]) => Element): readonly Element[] {
  let body: readonly Element[] = [];
  for (let depth = 0; depth < DEEP; depth += 1) body = [wrap(body)];
  return body;
}

describe("a tree that is 20,000 deep", () => {
  test.each<[string, (inner: Expression) => Expression]>([
    ["brackets", (inner) => ({ kind: "parenthesis", inner, span: inner.span })],
    [
      "sums",
      (left) => ({
        kind: "binary",
        operator: "+",
        left,
        right: { kind: "variable", name: "b", span: left.span },
        span: left.span,
      }),
    ],
    ["negations", (right) => ({ kind: "unary", operator: "!", operand: right, span: right.span })],
    ["fallbacks", (target) => ({ kind: "default", target, fallback: undefined, span: target.span })],
  ])("of %s gives no opinion", (_, wrap) => {
    const expression = deepExpression(wrap);
    expect(["unknown", "boolean"]).toContain(kindOf(expression, () => undefined));
    expect(isJsonSafe(expression, () => true)).toBe(true);
    expect(core(expression).span).toBe(expression.span);
  });

  test("of conditions is gone through", () => {
    if (span === undefined) throw new Error("nothing was parsed");
    const condition = (): Expression => ({ kind: "boolean", value: true, span });
    const nested = (body: readonly Element[]): If => ({
      kind: "if",
      branches: [{ condition: condition(), body, span }],
      span,
    });
    const content = deepContent(nested);
    expect(situationsAmong(walk(content)).size).toBe(2 * DEEP);
    expect(branchCount(content)).toBeUndefined();
    expect(rendered(content, { placeholder: "", branch: 0 })).toBeUndefined();
    expect(jsonContexts(content).size).toBe(0);
  });
});
