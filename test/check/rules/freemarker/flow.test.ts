import { describe, expect, test } from "vitest";
import {
  custom,
  inAssignment,
  request,
  steps,
  type Sample,
} from "../../../../src/check/rules/freemarker/sample.js";
import { codesOf } from "./codes-of.js";

/** A field of the card that may be empty stands for anything that may be missing. */
const FIELD = "korteomschrijving";
const written = (text: string) => text.replaceAll("@", FIELD);

describe("a use of a value that may be missing is excused", () => {
  test.each([
    ["by a fallback", "${@!'-'}"],
    ["by a fallback around more", "${(@?upper_case)!'-'}"],
    ["by ?default", "${@?default('-')}"],
    ["in the branch of a test", "<#if @??>${@}</#if>"],
    ["in the branch of ?has_content", "<#if @?has_content>${@}</#if>"],
    ["in the branch of ?exists", "<#if @?exists>${@}</#if>"],
    ["in brackets", "<#if (@??)>${@}</#if>"],
    ["after &&", "${(@?? && @ == 'x')?c}"],
    ["after a && between", "${(@?? && _variables.a == 'b' && @ == 'x')?c}"],
    ["after || of the opposite", "${(!@?? || @ == 'x')?c}"],
    ["in the else of the opposite", "<#if !@??>none<#else>${@}</#if>"],
    ["in the else of an or", "<#if !@?? || _variables.a == 'b'>none<#else>${@}</#if>"],
    ["in an elseif after the opposite", "<#if !@??>none<#elseif @ == 'x'>${@}</#if>"],
    ["in a branch inside of the branch", "<#if @??><#if _variables.a == 'b'>${@}</#if></#if>"],
    ["in a loop inside of the branch", "<#if @??><#list 1..3 as n>${@}</#list></#if>"],
    ["in the first argument of ?then", "${@???then(@, '-')}"],
    ["in the second argument of ?then", "${(!@??)?then('-', @)}"],
    ["in a string in the branch", '<#if @??>${"${@}"}</#if>'],
    ["inside of attempt", "<#attempt>${@}<#recover>-</#attempt>"],
    ["in a list over it", "<#list @! as part>${@}</#list>"],
    ["in the condition of a comparison with its fallback", "<#if (@!'') != ''>${@}</#if>"],
    ["in the else of such a comparison", "<#if @! == ''>none<#else>${@}</#if>"],
    ["by its length", "<#if (@!'')?length gt 0>${@}</#if>"],
    ["by its trimmed text", "<#if (@!'')?trim != ''>${@}</#if>"],
    ["by being equal to another word than the fallback", "<#if (@!'-') == 'urgent'>${@}</#if>"],
    ["by being of another type than the fallback", "${((@)!0)?is_number?then(0, @)}"],
    ["by an assignment before", "<#assign @ = @!'-'>${@}"],
    ["by an assignment in a capture before", "<#assign @>x</#assign>${@}"],
    ["by assignments in every branch before", "<#if a??><#assign @ = 1><#else><#assign @ = 2></#if>${@}"],
    ["by an assignment where it is missing", "<#if !@??><#assign @ = '-'></#if>${@}"],
    ["by an assignment of another name", "<#assign y = @!'-'>${y}"],
    ["by a branch that returns", "<#function f><#if !@??><#return '-'></#if><#return @></#function>${f()}"],
    ["by a branch that stops", "<#if !@??><#stop 'none'></#if>${@}"],
    ["by going on with the next item", "<#list 1..3 as n><#if !@??><#continue></#if>${@}</#list>"],
    ["by a condition with a name", "<#assign known = @??><#if known>${@}</#if>"],
    ["in a macro when the text tests it somewhere", "<#macro show>${@}</#macro><#if @??><@show/></#if>"],
    ["after a block in which it was assigned", "<#compress><#assign @ = 'x'></#compress>${@}"],
  ])("%s", (_, text) => {
    const codes = codesOf(inAssignment(written(text)));
    // What FreeMarker cannot read would not be looked at.
    for (const code of ["TA301", "TA302", "TA303", "TA305"]) expect(codes).not.toContain(code);
  });
});

describe("a use of a value that may be missing is found", () => {
  test.each([
    ["without a test", "${@}"],
    ["in the else of a test", "<#if @??>x<#else>${@}</#if>"],
    ["after the branch of a test", "<#if @??>x</#if>${@}"],
    ["before the test", "${@}<#if @??>x</#if>"],
    ["in another branch", "<#if @??>x<#elseif _variables.a == 'b'>${@}</#if>"],
    ["after a fallback elsewhere", "${@!'-'}${@}"],
    ["after || of a test", "${(@?? || @ == 'x')?c}"],
    ["before && of a test", "${(@ == 'x' && @??)?c}"],
    ["after an or of tests", "<#if @?? || aanmelderemail??>${@}</#if>"],
    ["in the branch of the opposite", "<#if !@??>${@}</#if>"],
    ["in the second argument of ?then", "${@???then('-', @)}"],
    ["in the recover of an attempt", "<#attempt>x<#recover>${@}</#attempt>"],
    ["in the else of a list over it", "<#list @! as part>x<#else>${@}</#list>"],
    ["by a comparison with the fallback itself", "<#if (@!'') == ''>${@}</#if>"],
    ["after an assignment in one branch only", "<#if a??><#assign @ = 1></#if>${@}"],
    ["after an assignment in a loop", "<#list _variables.l as n><#assign @ = n></#list>${@}"],
    ["by a test of a name that only starts alike", "<#if @_extra??>${@}</#if>"],
    ["as the fallback of something else", "${x!@}"],
    ["by a condition whose name has two values", "<#assign k = @??><#assign k = a??><#if k>${@}</#if>"],
  ])("%s", (_, text) => {
    expect(codesOf(inAssignment(written(text)))).toContain("TA305");
  });
});

describe("the condition of a step", () => {
  const under = (condition: string, url = "https://example.com/${korteomschrijving}"): Sample =>
    steps(request({ url, ...custom(condition) }));

  test.each([
    "${korteomschrijving???c}",
    "${(korteomschrijving?? && unid == 'x')?c}",
    "<#if korteomschrijving?has_content>true<#else>false</#if>",
    "<#if !korteomschrijving??>false<#else>true</#if>",
    "${korteomschrijving???then('true', 'false')}",
    "<#assign k = korteomschrijving??>${k?c}",
  ])("that tests a value excuses the texts of the step: %s", (condition) => {
    expect(codesOf(under(condition))).not.toContain("TA305");
  });

  test.each([
    "${(!korteomschrijving??)?c}",
    "${(korteomschrijving?? || unid == 'x')?c}",
    "<#if korteomschrijving??>false<#else>true</#if>",
  ])("that holds without the value excuses nothing: %s", (condition) => {
    expect(codesOf(under(condition))).toContain("TA305");
  });

  test("that cannot be understood is taken for a test of what it asks about", () => {
    const condition = "${((korteomschrijving!'') + '-' != '-')?c}";
    expect(codesOf(under(condition))).not.toContain("TA305");
  });

  test("counts only when the step looks at it", () => {
    const sample = steps(
      request({
        url: "https://example.com/${korteomschrijving}",
        customExecutionCondition: "${korteomschrijving???c}",
      }),
    );
    expect(codesOf(sample)).toContain("TA305");
  });
});
