import { describe, expect, test } from "vitest";
import { argumentsOf } from "../../../../src/check/rules/freemarker/built-in-arguments.js";
import { inAssignment } from "../../../../src/check/rules/freemarker/sample.js";
import { COUNTED, readArgumentVectors, type ArgumentVector } from "./argument-vectors.js";
import { codesOf } from "./codes-of.js";

const vectors = readArgumentVectors();

/** What the table says FreeMarker answers; undefined where it says nothing. */
function expected({ builtIn, given }: ArgumentVector): ArgumentVector["answer"] | undefined {
  const taken = argumentsOf(builtIn);
  if (taken === undefined) return undefined;
  if (taken === "none") return given === "none" ? "fits" : "method";
  if (given === "none") return taken.isOptional ? "fits" : "method";
  return given >= taken.least && given <= taken.most ? "fits" : "count";
}

describe("the table of arguments says what the real FreeMarker answers", () => {
  test.each(COUNTED)("?%s", (name) => {
    const told = vectors.filter(({ builtIn, answer }) => builtIn === name && answer !== "type");
    const contradicted = told.filter((vector) => (expected(vector) ?? vector.answer) !== vector.answer);
    expect(contradicted).toEqual([]);
  });

  test("for nearly all built-ins; the rest are for XML or cannot be used where values are escaped", () => {
    const asked = new Set(vectors.filter(({ answer }) => answer !== "type").map(({ builtIn }) => builtIn));
    expect(COUNTED.filter((name) => !asked.has(name)).join(" ")).toMatchInlineSnapshot(
      `"ancestors api children html markup_string new next_sibling node_name node_namespace node_type parent previous_sibling root rtf web_safe xhtml xml"`,
    );
  });
});

describe("a wrong number of arguments is found", () => {
  test.each([
    ["${_variables.t?replace('a')}"],
    ["${_variables.t?replace('a', 'b', 'r', 'x')}"],
    ["${_variables.l?join}"],
    ["${(_variables.l?join)}"],
    ["${_variables.l?join?upper_case}"],
    ["${_variables.l?join + 'a'}"],
    ["${_variables.n?number?string(1, 2, 3, 4)}"],
    ["${_variables.n?number?c(1)}"],
    ["${_variables.n?number?c()}"],
    ["${_variables.t?left_pad}"],
    ["${_variables.t?left_pad()}"],
    ["${_variables.t?url()}"],
    ["<#assign a = _variables.t?trim()>"],
    ["<#if _variables.t?contains>x</#if>${_variables.t?contains}"],
  ])("%s", (text) => {
    expect(codesOf(inAssignment(text))).toContain("TA321");
  });
});

describe("a right number of arguments is not", () => {
  test.each([
    ["${_variables.t?replace('a', 'b')}"],
    ["${_variables.t?replace('a', 'b', 'r')}"],
    ["${_variables.l?join(', ')}"],
    ["${_variables.l?join(', ', 'none', '.')}"],
    ["${_variables.n?number?string}"],
    ["${_variables.n?number?string('0.00')}"],
    ["${_variables.n?number?string.computer}"],
    ["${(_variables.n == 'x')?string('yes', 'no')}"],
    ["${_variables.t?url}${_variables.t?url('UTF-8')}"],
    ["${.now?date}${_variables.t?date('yyyy-MM-dd')?string('dd')}"],
    ["${_variables.l?map(x -> x.id)?join(', ')}"],
    ["${(_variables.l?join)???c}"],
    ["${_variables.t?contains?is_method?c}"],
    ["<#assign pad = _variables.t?left_pad>${pad(5)}"],
    ["<#list 1..3 as n>${n?item_cycle('a', 'b', 'c')}</#list>"],
  ])("%s", (text) => {
    expect(codesOf(inAssignment(text))).not.toContain("TA321");
  });
});
