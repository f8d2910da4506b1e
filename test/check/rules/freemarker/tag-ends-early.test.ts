import { describe, expect, test } from "vitest";
import { inAssignment } from "../../../../src/check/rules/freemarker/sample.js";
import { codesOf } from "./codes-of.js";

describe("a comparison by > that ends its tag is found", () => {
  test.each([
    ["with a number", "<#if a > 5>many</#if>"],
    ["without spaces", "<#if a>5>many</#if>"],
    ["with >=", "<#if a >= 5>many</#if>"],
    ["with >= and no spaces", "<#if a>=5>many</#if>"],
    ["with a negative number", "<#if a > -1>many</#if>"],
    ["with a variable", "<#if a > b>many</#if>"],
    ["with a path", "<#if stock.count > stock.minimum>many</#if>"],
    ["with a path in an answer", "<#if _variables.n?number > _responses.a.body.count>many</#if>"],
    ["with a built-in", "<#if a > b?number>many</#if>"],
    ["with a call of a built-in", "<#if a > b?length>many</#if>"],
    ["with a fallback", "<#if a > (b!0)>many</#if>"],
    ["with a sum", "<#if a > b + 1>many</#if>"],
    ["with more conditions after it", "<#if a > 5 && b == 'x'>many</#if>"],
    ["with more conditions before it", "<#if b?? && a > 5>many</#if>"],
    ["with a text", "<#if a > '2024-01-01'>later</#if>"],
    ["in an elseif", "<#if x??>a<#elseif a > 5>many</#if>"],
    ["after a built-in", "<#if list?size > 1>many</#if>"],
    ["after a built-in, without spaces", "<#if list?size>1>many</#if>"],
    ["in an assignment", "<#assign many = a > 5>x"],
    ["with a line break", "<#if a >\n 5>many</#if>"],
    ["with a word and no spaces around", "<#if list?size>limit?number>many</#if>"],
    ["with a decimal", "<#if a > 1.5>many</#if>"],
  ])("%s", (_, text) => {
    expect(codesOf(inAssignment(text))).toContain("TA304");
  });
});

describe("no comparison is seen", () => {
  test.each([
    ["in brackets", "<#if (a > 5)>many</#if>"],
    ["by gt", "<#if a gt 5>many</#if>"],
    ["by gte", "<#if a gte 5>many</#if>"],
    ["by &gt;", "<#if a &gt; 5>many</#if>"],
    ["where HTML follows", "<#if a><b>many</b></#if>"],
    ["where HTML follows a tag with a space", "<#if a >\n<b>many</b></#if>"],
    ["where text follows", "<#if a>5 items</#if>"],
    ["where a number and HTML follow", "<#if a>5<br></#if>"],
    ["where an arrow stands in the text", "<#if a>from a -> b</#if>"],
    ["where a path for people follows", "<#if a>Home > Products > Chairs</#if>"],
    ["where a path follows a tag that ends in a space", "<#if a >Home > Products</#if>"],
    ["where a quote in a mail follows", "<#if a>\n> quoted text\n</#if>"],
    ["where JSON follows", '<#if a>{"b": 5}</#if>'],
    ["where an interpolation follows", "<#if a>${b}></#if>"],
    ["where a closed tag follows", "<#if a >5</#if>"],
    ["where a word and a tag follow", "<#if a >text<#else>other</#if>"],
  ])("%s", (_, text) => {
    expect(codesOf(inAssignment(text))).not.toContain("TA304");
  });
});
